import { Button, useTexts } from '@sunbeon/ui';
import { doorTexts } from '../texts/door-texts.ts';
import { DoorFaultNote } from './door-card.tsx';
import type { Attempt } from './use-attempt.ts';

interface EmailFieldProps {
  email: string;
  attempt: Attempt;
  onEmail: (email: string) => void;
}

/** The e-mail of whoever stands at the door; kept from one of its forms to the next. */
export function EmailField({ email, attempt, onEmail }: EmailFieldProps) {
  const t = useTexts(doorTexts);
  return (
    <label className="field">
      <span>{t('email')}</span>
      <input
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        value={email}
        aria-invalid={attempt.fault === 'email_missing'}
        aria-describedby="login-fault"
        onChange={(event) => onEmail(event.target.value)}
      />
    </label>
  );
}

interface DoorSendProps {
  attempt: Attempt;
  text: string;
  workingText: string;
  testId: string;
}

/** What went wrong, and the button; it keeps the focus while it works. */
export function DoorSend({ attempt: { says, busy, working }, text, workingText, testId }: DoorSendProps) {
  return (
    <>
      <DoorFaultNote id="login-fault" says={says} />
      <Button kind="primary" type="submit" aria-disabled={busy} data-testid={testId}>
        {working ? workingText : text}
      </Button>
    </>
  );
}
