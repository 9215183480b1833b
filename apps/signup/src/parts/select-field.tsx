import { useId, type ComponentProps } from 'react';

/** A labelled choice from a list. */
export function SelectField({ label, ...select }: { label: string } & ComponentProps<'select'>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} {...select} />
    </div>
  );
}
