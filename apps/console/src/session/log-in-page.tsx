import { OfflineError, ProblemError } from '@sunbeon/client';
import { problemTexts, useSsoWay, useTexts } from '@sunbeon/ui';
import { Box, Button, Link, TextField, Typography } from '@mui/material';
import { useEffect, useState, type FormEvent } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { column, Door } from './door.tsx';
import { Enrolment } from './enrolment.tsx';
import { useMe, useSession } from './session-context.ts';
import { sessionTexts } from './session-texts.ts';
import { useCountdown } from './use-countdown.ts';

type Missing = 'email_missing' | 'password_missing' | 'code_missing';

/** Log-in by e-mail and password, and by a code where the account has a second factor. */
export function LogInPage() {
  const me = useMe();
  const location = useLocation();
  if (me?.session === 'enrolment') return <Enrolment />;
  if (me) return <Navigate to={nextOf(location.state)} replace />;
  return <LogInForm />;
}

/** Where somebody was when the session ended. */
function nextOf(state: unknown): string {
  const { nextPathname, nextSearch } = (state ?? {}) as { nextPathname?: string; nextSearch?: string };
  return nextPathname === undefined || nextPathname === '/login' ? '/' : nextPathname + (nextSearch ?? '');
}

function LogInForm() {
  const session = useSession();
  const t = useTexts(sessionTexts);
  const [challenge, setChallenge] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const wait = useCountdown(fault);
  useEffect(() => {
    document.title = t('app');
  }, [t]);

  const attempt = (work: () => Promise<void>) => {
    if (working || wait > 0) return;
    setWorking(true);
    setFault(null);
    work().catch((error: unknown) => {
      setWorking(false);
      const asked = error instanceof ProblemError && error.code === 'second_factor_required';
      if (asked && error.challenge !== undefined) return setChallenge(error.challenge);
      if (error instanceof ProblemError && error.code === 'challenge_over') setChallenge(null);
      setFault(error);
    });
  };
  const busy = working || wait > 0;
  return (
    <Door title={t(challenge === null ? 'title' : 'second_title')} says={<Fault fault={fault} wait={wait} />}>
      {challenge === null ? (
        <FirstStep
          busy={busy}
          onMissing={setFault}
          onGo={(email, password) => attempt(() => session.logIn(email, password))}
        />
      ) : (
        <SecondStep
          busy={busy}
          onMissing={setFault}
          onGo={(code) => attempt(() => session.secondStep(challenge, code))}
          onAgain={() => (setChallenge(null), setFault(null))}
        />
      )}
    </Door>
  );
}

interface StepProps {
  busy: boolean;
  onMissing: (missing: Missing) => void;
}

function FirstStep({ busy, onMissing, onGo }: StepProps & { onGo: (email: string, password: string) => void }) {
  const t = useTexts(sessionTexts);
  const location = useLocation();
  const sso = useSsoWay(useSession().client, `/console${nextOf(location.state)}`);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (email.trim() === '') return onMissing('email_missing');
    if (password === '') return onMissing('password_missing');
    onGo(email, password);
  };
  return (
    <Box component="form" onSubmit={submit} noValidate sx={column}>
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        label={t('password')}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" variant="contained" size="large" aria-disabled={busy} data-testid="login-submit">
        {t(busy ? 'working' : 'log_in')}
      </Button>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', flexWrap: 'wrap', gap: 1 }}>
        <Link href="/signup/forgot">{t('forgot')}</Link>
        {sso && (
          <Link href={sso.href} data-testid="sso">
            {sso.name === null ? t('sso') : t('sso_of', { name: sso.name })}
          </Link>
        )}
      </Box>
    </Box>
  );
}

function SecondStep({
  busy,
  onMissing,
  onGo,
  onAgain,
}: StepProps & { onGo: (code: string) => void; onAgain: () => void }) {
  const t = useTexts(sessionTexts);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === '') return onMissing('code_missing');
    onGo(code);
  };
  return (
    <Box component="form" onSubmit={submit} noValidate sx={column}>
      <Typography>{t('second_help')}</Typography>
      <TextField
        label={t('code')}
        name="code"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        onChange={(event) => setCode(event.target.value)}
        slotProps={{ htmlInput: { autoCapitalize: 'characters', spellCheck: false, maxLength: 30 } }}
      />
      <Button type="submit" variant="contained" size="large" aria-disabled={busy} data-testid="code-submit">
        {t(busy ? 'working' : 'log_in')}
      </Button>
      <Button onClick={onAgain}>{t('again')}</Button>
    </Box>
  );
}

/** What stands in the way, in one sentence. */
function Fault({ fault, wait }: { fault: unknown; wait: number }) {
  const t = useTexts(sessionTexts);
  const problem = useTexts(problemTexts);
  if (fault === null || fault === undefined) return null;
  if (fault === 'email_missing' || fault === 'password_missing' || fault === 'code_missing') return t(fault);
  if (fault instanceof OfflineError) return t('offline');
  if (!(fault instanceof ProblemError)) return t('fault');
  if (fault.code === 'too_many_requests') return wait > 0 ? t('too_many', { seconds: wait }) : null;
  if (fault.code === 'validation') return problem('bad_credentials');
  return fault.code in problemTexts ? problem(fault.code) : t('fault');
}
