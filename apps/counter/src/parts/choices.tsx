import { useId, type ReactNode } from 'react';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface ChoicesProps<Value extends string> {
  legend: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /** Many short ones beside each other; else one below the other. */
  row?: boolean;
  /** The dialog opens with the focus here. */
  first?: boolean;
  hideLegend?: boolean;
}

/** One of a few: arrow keys move, Enter sends the form. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, choices, value, onChange, row = false, first = false, hideLegend = false } = props;
  const name = useId();
  return (
    <fieldset className={row ? 'choices choices--row' : 'choices'}>
      <legend className={hideLegend ? 'visually-hidden' : undefined}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice" data-value={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            data-first={first && choice.value === value}
          />
          <span>
            {choice.label}
            {choice.hint !== undefined && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
