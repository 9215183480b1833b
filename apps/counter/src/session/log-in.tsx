import { ProblemError, type OutReason, type Session } from '@sunbeon/client';
import { Button, useSsoWay, useTexts } from '@sunbeon/ui';
import { useState, type KeyboardEvent } from 'react';
import { doorTexts } from '../texts/door-texts.ts';
import { DoorCard } from './door-card.tsx';
import { DoorSend, EmailField } from './door-form.tsx';
import { useAttempt } from './use-attempt.ts';

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
  const [capsLock, setCapsLock] = useState(false);
  const attempt = useAttempt();
  const sso = useSsoWay(session.client, location.pathname + location.search);

  const submit = () => {
    const missing = email.trim() === '' ? 'email_missing' : password === '' ? 'password_missing' : null;
    attempt.go(
      missing,
      () => session.logIn(email, password),
      (error) => {
        const challenge = error instanceof ProblemError ? error.challenge : undefined;
        if (challenge !== undefined) onChallenge(challenge);
        return challenge !== undefined;
      },
    );
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
      <EmailField {...{ email, attempt, onEmail }} />
      <label className="field">
        <span>{t('password')}</span>
        <input
          type={shown ? 'text' : 'password'}
          name="password"
          autoComplete="current-password"
          value={password}
          aria-invalid={attempt.fault === 'password_missing'}
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
      <DoorSend attempt={attempt} text={t('login')} workingText={t('login_working')} testId="login-submit" />
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
