import { useTexts } from '@sunbeon/ui';
import { useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react';
import { workTexts } from '../texts/work-texts.ts';
import { Field } from './field.tsx';

interface PasswordFieldProps extends ComponentProps<'input'> {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  /** A password that is chosen now, or one that is known. */
  kind: 'new' | 'current';
}

/** A password, hidden unless asked for; says when Caps Lock is on. */
export function PasswordField({ kind, ...rest }: PasswordFieldProps) {
  const t = useTexts(workTexts);
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <div>
      <Field
        type={shown ? 'text' : 'password'}
        autoComplete={`${kind}-password`}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        onKeyUp={watch}
        {...rest}
      />
      <div className="field__under">
        <label className="check check--small">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          <span>{t('show_password')}</span>
        </label>
        <span className="caps" role="status">
          {capsLock && t('caps_lock')}
        </span>
      </div>
    </div>
  );
}
