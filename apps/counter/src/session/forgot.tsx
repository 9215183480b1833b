import type { Session } from '@sunbeon/client';
import { Button, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { doorTexts } from '../texts/door-texts.ts';
import { DoorCard, DoorFaultNote } from './door-card.tsx';
import { useDoorFault } from './door-fault.ts';

interface ForgotProps {
  session: Session;
  email: string;
  onEmail: (email: string) => void;
  onBack: () => void;
  onLanguage: () => void;
}

/** Asks for a letter with a link to a new password. What is said then is the same whether there is such an account or not. */
export function Forgot({ session, email, onEmail, onBack, onLanguage }: ForgotProps) {
  const t = useTexts(doorTexts);
  const [working, setWorking] = useState(false);
  const [sent, setSent] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { says, wait } = useDoorFault(fault);
  const submit = async () => {
    if (sent) return onBack();
    if (working || wait > 0) return;
    if (email.trim() === '') return setFault('email_missing');
    setWorking(true);
    setFault(null);
    try {
      await session.client.call('passwordForgot', { body: { email: email.trim() } });
      setSent(true);
    } catch (error) {
      setFault(error);
    }
    setWorking(false);
  };
  return (
    <DoorCard title={t('forgot_title')} testId="forgot-page" onSubmit={() => void submit()} onLanguage={onLanguage}>
      {sent ? (
        <p className="door__note" role="status" data-testid="forgot-sent">
          {t('forgot_sent', { email: email.trim() })}
        </p>
      ) : (
        <>
          <p>{t('forgot_text')}</p>
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
          <DoorFaultNote id="login-fault" says={says} />
          <Button kind="primary" type="submit" aria-disabled={working || wait > 0} data-testid="forgot-submit">
            {t(working ? 'forgot_working' : 'forgot_send')}
          </Button>
        </>
      )}
      <Button kind={sent ? 'primary' : 'quiet'} onClick={onBack} autoFocus={sent} data-testid="door-back">
        {t('back_to_login')}
      </Button>
    </DoorCard>
  );
}
