import { ProblemError, type OutReason, type Session } from '@sunbeon/client';
import { Button, useSsoWay, useTexts } from '@sunbeon/ui';
import { useState, type KeyboardEvent } from 'react';
import { doorTexts } from '../texts/door-texts.ts';
import { DoorCard, DoorFaultNote } from './door-card.tsx';
import { useDoorFault } from './door-fault.ts';

interface LogInProps {
  session: Session;
  reason: OutReason;
  /** The time for the code of the second step was over. */
  over: boolean;
  email: string;
  onEmail: (email: string) => void;
  onChallenge: (challenge: string) => void;
  onForgot: () => void;
  onLanguage: () => void;
}

/** Log-in by e-mail and password. What was typed stays after a refusal; the password is to be typed anew. */
export function LogIn({ session, reason, over, email, onEmail, onChallenge, onForgot, onLanguage }: LogInProps) {
  const t = useTexts(doorTexts);
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [capsLock, setCapsLock] = useState(false);
  const { says, wait } = useDoorFault(fault);
  const sso = useSsoWay(session.client, location.pathname + location.search);

  const submit = () => {
    if (working || wait > 0) return;
    const missing = email.trim() === '' ? 'email_missing' : password === '' ? 'password_missing' : null;
    if (missing !== null) return setFault(missing);
    setWorking(true);
    setFault(null);
    session.logIn(email, password).catch((error: unknown) => {
      if (error instanceof ProblemError && error.challenge !== undefined) return onChallenge(error.challenge);
      setFault(error);
      setWorking(false);
    });
  };
  const watchCaps = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const note = over ? t('code_over') : reason === 'not_yet' ? null : t(reason);
  return (
    <DoorCard title={t('login_title')} testId="log-in" onSubmit={submit} onLanguage={onLanguage}>
      {note !== null && (
        <p className="door__note" role="status" data-testid="out-reason">
          {note}
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
          onChange={(event) => onEmail(event.target.value)}
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
      <DoorFaultNote id="login-fault" says={says} />
      <Button kind="primary" type="submit" aria-disabled={working || wait > 0} data-testid="login-submit">
        {t(working ? 'login_working' : 'login')}
      </Button>
      {sso && (
        <a className="sb-button" href={sso.href} data-testid="sso">
          {sso.name === null ? t('sso') : t('sso_of', { name: sso.name })}
        </a>
      )}
      <Button kind="quiet" onClick={onForgot} data-testid="forgot">
        {t('forgot')}
      </Button>
    </DoorCard>
  );
}
