import { Button, useTexts } from '@sunbeon/ui';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { dialogTexts } from '../texts/dialog-texts.ts';
import { texts } from '../texts/texts.ts';

interface SwapFormProps {
  submit: string;
  says: string | null;
  working: boolean;
  blocked: boolean;
  /** Nothing is left to be entered: Enter confirms. */
  confirm?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog that is no command of the counter: a refusal stands above the buttons, what was chosen stays. */
export function SwapForm(props: SwapFormProps) {
  const { submit, says, working, blocked, confirm = false, onSubmit, onClose, children } = props;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (confirm) form.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
  }, [confirm]);
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} className="modal__form" onSubmit={send} noValidate>
      <div className="modal__body">{children}</div>
      <div role="alert" id="swap-fault" data-testid="swap-fault">
        {says !== null && <p className="result result--failed">{says}</p>}
      </div>
      <footer className="modal__foot">
        <Button onClick={onClose}>{d('back')}</Button>
        <Button kind="primary" type="submit" aria-disabled={blocked} data-testid="dialog-submit">
          {working ? t('working') : submit}
        </Button>
      </footer>
    </form>
  );
}

interface PinFieldProps {
  label: string;
  name: string;
  value: string;
  invalid: boolean;
  first?: boolean;
  onChange: (pin: string) => void;
}

/** Six digits that nobody reads over a shoulder. No password manager keeps them: a counter is used by many. */
export function PinField({ label, name, value, invalid, first = false, onChange }: PinFieldProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="password"
        name={name}
        className="door__code"
        autoComplete="off"
        inputMode="numeric"
        maxLength={6}
        value={value}
        aria-invalid={invalid}
        aria-describedby="swap-fault"
        data-first={first}
        data-testid={name}
        onChange={(event) => onChange(event.target.value.replaceAll(/\D/g, ''))}
      />
    </label>
  );
}
