import { ProblemError, type Session } from '@sunbeon/client';
import { Button, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { doorTexts } from '../texts/door-texts.ts';
import { DoorCard } from './door-card.tsx';
import { DoorSend } from './door-form.tsx';
import { useAttempt } from './use-attempt.ts';

interface SecondStepProps {
  session: Session;
  challenge: string;
  onBack: () => void;
  /** The time for the code is over: the log-in begins anew. */
  onOver: () => void;
  onLanguage: () => void;
}

/** Second step of a log-in: the code of the app, or a recovery code for who has no phone at hand. */
export function SecondStep({ session, challenge, onBack, onOver, onLanguage }: SecondStepProps) {
  const t = useTexts(doorTexts);
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const attempt = useAttempt();

  const submit = () => {
    const missing = code.replaceAll(/[\s-]/g, '').length < 6 ? 'code_missing' : null;
    attempt.go(
      missing,
      () => session.secondStep(challenge, code),
      (error) => {
        const over = error instanceof ProblemError && error.code === 'challenge_over';
        if (over) onOver();
        else setCode('');
        return over;
      },
    );
  };
  const change = () => {
    setRecovery(!recovery);
    setCode('');
    attempt.forget();
  };
  return (
    <DoorCard title={t('code_title')} testId="second-step" onSubmit={submit} onLanguage={onLanguage}>
      <p>{t(recovery ? 'recovery_text' : 'code_text')}</p>
      <label className="field">
        <span>{t(recovery ? 'recovery_code' : 'code')}</span>
        <input
          key={recovery ? 'recovery' : 'code'}
          type="text"
          name="code"
          className="door__code"
          autoComplete={recovery ? 'off' : 'one-time-code'}
          inputMode={recovery ? 'text' : 'numeric'}
          maxLength={30}
          spellCheck={false}
          autoFocus
          value={code}
          aria-invalid={attempt.says !== null}
          aria-describedby="login-fault"
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <DoorSend attempt={attempt} text={t('login')} workingText={t('login_working')} testId="code-submit" />
      <Button kind="quiet" onClick={change} data-testid="use-recovery">
        {t(recovery ? 'use_app' : 'use_recovery')}
      </Button>
      <Button kind="quiet" onClick={onBack} data-testid="door-back">
        {t('back_to_login')}
      </Button>
    </DoorCard>
  );
}
