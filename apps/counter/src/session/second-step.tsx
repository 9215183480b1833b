import { ProblemError, type Session } from '@sunbeon/client';
import { Button, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { doorTexts } from '../texts/door-texts.ts';
import { DoorCard, DoorFaultNote } from './door-card.tsx';
import { useDoorFault } from './door-fault.ts';

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
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { says, wait } = useDoorFault(fault);

  const submit = () => {
    if (working || wait > 0) return;
    if (code.replaceAll(/[\s-]/g, '').length < 6) return setFault('code_missing');
    setWorking(true);
    setFault(null);
    session.secondStep(challenge, code).catch((error: unknown) => {
      if (error instanceof ProblemError && error.code === 'challenge_over') return onOver();
      setFault(error);
      setCode('');
      setWorking(false);
    });
  };
  const change = () => {
    setRecovery(!recovery);
    setCode('');
    setFault(null);
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
          aria-invalid={says !== null}
          aria-describedby="login-fault"
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <DoorFaultNote id="login-fault" says={says} />
      <Button kind="primary" type="submit" aria-disabled={working || wait > 0} data-testid="code-submit">
        {t(working ? 'login_working' : 'login')}
      </Button>
      <Button kind="quiet" onClick={change} data-testid="use-recovery">
        {t(recovery ? 'use_app' : 'use_recovery')}
      </Button>
      <Button kind="quiet" onClick={onBack} data-testid="door-back">
        {t('back_to_login')}
      </Button>
    </DoorCard>
  );
}
