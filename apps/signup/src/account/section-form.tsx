import { Button, useTexts } from '@sunbeon/ui';
import type { FormEventHandler, ReactNode } from 'react';
import type { Work } from '../asking/use-work.ts';
import { Fault } from '../parts/notice.tsx';
import { Submit } from '../parts/submit.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import { workTexts } from '../texts/work-texts.ts';

interface SectionFormProps {
  work: Work;
  button: string;
  /** `{name}` of the form, `{name}-submit` of its button. */
  testId: string;
  danger?: boolean;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onCancel: () => void;
  children: ReactNode;
}

/** A form that opens in a section of the account: its entries, what went wrong, and the way back. */
export function SectionForm({ work, button, testId, danger = false, onSubmit, onCancel, children }: SectionFormProps) {
  const t = useTexts(accountTexts);
  const words = useTexts(workTexts);
  return (
    <form className="form" onSubmit={onSubmit} noValidate data-testid={testId}>
      {children}
      <Fault fault={work.fault} />
      <div className="actions">
        <Submit
          kind={danger ? 'danger' : 'primary'}
          working={work.working}
          workingText={t('saving')}
          data-testid={`${testId}-submit`}
        >
          {button}
        </Submit>
        <Button kind="quiet" onClick={onCancel}>
          {words('cancel')}
        </Button>
      </div>
    </form>
  );
}
