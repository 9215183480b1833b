import { OfflineError, ProblemError, type OutReason, type Session } from '@sunbeon/client';
import { Button, problemTexts, useLanguage, useTexts, translator } from '@sunbeon/ui';
import { useEffect, useState, type FormEvent, type KeyboardEvent } from 'react';
import { doorTexts } from '../texts/door-texts.ts';

interface LogInProps {
  session: Session;
  reason: OutReason;
  onLanguage: () => void;
}

/** Log-in by e-mail and password. What was typed stays after a refusal; the password is to be typed anew. */
export function LogIn({ session, reason, onLanguage }: LogInProps) {
  const t = useTexts(doorTexts);
  const language = useLanguage();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [capsLock, setCapsLock] = useState(false);
  const wait = useCountdown(fault);
  useEffect(() => {
    document.title = t('login_title');
  }, [t]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (working || wait > 0) return;
    const missing = email.trim() === '' ? 'email_missing' : password === '' ? 'password_missing' : null;
    if (missing !== null) return setFault(missing);
    setWorking(true);
    setFault(null);
    session.logIn(email, password).catch((error: unknown) => {
      setFault(error);
      setWorking(false);
    });
  };
  const watchCaps = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const says = faultText(fault, wait, t, (code) => translator(problemTexts, language)(code));
  return (
    <main className="door" data-testid="log-in">
      <form className="door__card" onSubmit={submit} noValidate>
        <p className="door__app">{t('app')}</p>
        <h1>{t('login_title')}</h1>
        {reason !== 'not_yet' && (
          <p className="door__note" role="status" data-testid="out-reason">
            {t(reason)}
          </p>
        )}
        <label className="field">
          <span>{t('email')}</span>
          <input
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            value={email}
            aria-invalid={fault === 'email_missing'}
            aria-describedby="login-fault"
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <label className="field">
          <span>{t('password')}</span>
          <input
            type={shown ? 'text' : 'password'}
            name="password"
            autoComplete="current-password"
            value={password}
            aria-invalid={fault === 'password_missing'}
            aria-describedby="login-fault"
            onChange={(event) => setPassword(event.target.value)}
            onKeyUp={watchCaps}
          />
        </label>
        <div className="door__row">
          <label className="check">
            <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
            <span>{t('password_show')}</span>
          </label>
          {capsLock && <span className="door__caps">{t('caps_lock')}</span>}
        </div>
        <div id="login-fault" role="alert" data-testid="login-fault">
          {says !== null && <p className="door__fault">{says}</p>}
        </div>
        <Button kind="primary" type="submit" aria-disabled={working || wait > 0} data-testid="login-submit">
          {t(working ? 'login_working' : 'login')}
        </Button>
        <Button kind="quiet" lang={language === 'ko' ? 'en' : 'ko'} onClick={onLanguage} data-testid="language">
          {t('language')}
        </Button>
      </form>
    </main>
  );
}

type Door = ReturnType<typeof useTexts<typeof doorTexts>>;

function faultText(
  fault: unknown,
  wait: number,
  t: Door,
  sentence: (code: ProblemError['code']) => string,
): string | null {
  if (fault === 'email_missing' || fault === 'password_missing') return t(fault);
  if (fault instanceof OfflineError) return t('login_offline');
  if (!(fault instanceof ProblemError)) return fault === null ? null : t('login_fault');
  if (fault.code === 'too_many_requests') return wait > 0 ? t('too_many', { seconds: wait }) : null;
  if (fault.code === 'validation') return sentence('bad_credentials');
  return fault.status < 500 && fault.code in problemTexts ? sentence(fault.code) : t('login_fault');
}

/** Whole seconds until the next attempt counts, after too many. */
function useCountdown(fault: unknown): number {
  const seconds =
    fault instanceof ProblemError && fault.code === 'too_many_requests' ? Math.ceil(fault.retryAfterSeconds ?? 30) : 0;
  const [passed, setPassed] = useState({ fault, seconds: 0 });
  if (passed.fault !== fault) setPassed({ fault, seconds: 0 });
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setInterval(() => setPassed((now) => ({ ...now, seconds: now.seconds + 1 })), 1_000);
    return () => clearInterval(timer);
  }, [fault, seconds]);
  return Math.max(0, seconds - passed.seconds);
}
