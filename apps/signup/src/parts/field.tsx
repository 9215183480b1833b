import { useTexts } from '@sunbeon/ui';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { workTexts } from '../texts/work-texts.ts';

interface FieldProps extends ComponentProps<'input'> {
  label: string;
  /** Says what to enter, always visible: a placeholder is gone when it is needed. */
  hint?: ReactNode;
  /** What is wrong with the entry. */
  error?: string | null;
  /** What is known about the entry meanwhile, told politely: an address that is free. */
  status?: ReactNode;
  optional?: boolean;
  before?: string;
  after?: ReactNode;
}

/** A labelled entry with help, state and error, each tied to it for screen readers. */
export function Field({
  label,
  hint,
  error,
  status,
  optional = false,
  before,
  after,
  className,
  ...input
}: FieldProps) {
  const t = useTexts(workTexts);
  const id = useId();
  const wrong = error !== undefined && error !== null && error !== '';
  return (
    <div className={`field ${className ?? ''}`} data-wrong={wrong || undefined}>
      <label htmlFor={id}>
        {label}
        {optional && <small> ({t('optional')})</small>}
      </label>
      {hint !== undefined && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="field__row">
        {before !== undefined && (
          <span className="field__before" aria-hidden="true">
            {before}
          </span>
        )}
        <input
          id={id}
          aria-invalid={wrong}
          aria-describedby={`${hint === undefined ? '' : `${id}-hint `}${id}-said`}
          aria-required={!optional}
          {...input}
        />
        {after}
      </div>
      <p className="field__said" id={`${id}-said`}>
        {wrong ? (
          <span className="field__error">
            <WrongMark />
            {error}
          </span>
        ) : (
          <span role="status">{status}</span>
        )}
      </p>
    </div>
  );
}

export function WrongMark() {
  return (
    <svg className="wrong-mark" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 4.5v4M8 11v.5" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  );
}
