import type { Session } from '@sunbeon/client';
import { Button, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { doorTexts } from '../texts/door-texts.ts';
import { DoorCard } from './door-card.tsx';
import { DoorSend, EmailField } from './door-form.tsx';
import { useAttempt } from './use-attempt.ts';

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
  const [sent, setSent] = useState(false);
  const attempt = useAttempt();
  const submit = () => {
    if (sent) return onBack();
    attempt.go(email.trim() === '' ? 'email_missing' : null, async () => {
      await session.client.call('passwordForgot', { body: { email: email.trim() } });
      setSent(true);
    });
  };
  return (
    <DoorCard title={t('forgot_title')} testId="forgot-page" onSubmit={submit} onLanguage={onLanguage}>
      {sent ? (
        <p className="door__note" role="status" data-testid="forgot-sent">
          {t('forgot_sent', { email: email.trim() })}
        </p>
      ) : (
        <>
          <p>{t('forgot_text')}</p>
          <EmailField {...{ email, attempt, onEmail }} />
          <DoorSend
            attempt={attempt}
            text={t('forgot_send')}
            workingText={t('forgot_working')}
            testId="forgot-submit"
          />
        </>
      )}
      <Button kind={sent ? 'primary' : 'quiet'} onClick={onBack} autoFocus={sent} data-testid="door-back">
        {t('back_to_login')}
      </Button>
    </DoorCard>
  );
}
