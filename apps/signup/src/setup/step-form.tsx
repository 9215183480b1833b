import { Button, useTexts } from '@sunbeon/ui';
import type { ComponentProps, ReactNode } from 'react';
import { setupTexts } from '../texts/setup-texts.ts';
import { WizardPage } from './wizard-page.tsx';

interface StepFormProps extends ComponentProps<typeof WizardPage> {
  /** Somebody wants to go on; the form, to show the first place that is wrong. */
  onSend: (form: HTMLFormElement) => void;
  onBack?: () => void;
  /** In place of "next". */
  submit?: ReactNode;
}

/** A step of the draft: its entries, and the ways back and on. */
export function StepForm({ onSend, onBack, submit, children, ...page }: StepFormProps) {
  const t = useTexts(setupTexts);
  return (
    <WizardPage {...page}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSend(event.currentTarget);
        }}
      >
        {children}
        <div className="actions">
          {onBack && <Button onClick={onBack}>{t('back')}</Button>}
          {submit ?? (
            <Button kind="primary" type="submit" data-testid="setup-next">
              {t('next')}
            </Button>
          )}
        </div>
      </form>
    </WizardPage>
  );
}
