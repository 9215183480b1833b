import { useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { Choices } from '../parts/choices.tsx';
import { dialogTexts } from '../texts/dialog-texts.ts';

interface ReasonFieldProps {
  legend: string;
  reasons: readonly string[];
  maxLength: number;
  /** What stands for "no reason": nothing unless given. */
  none?: { readonly label: string; readonly value: string };
  /** '' = none given. */
  onChange: (reason: string) => void;
}

const other = 'other';

/** A reason: one of the usual ones, or own words. The usual ones first, so that the keyboard needs an arrow and Enter. */
export function ReasonField({ legend, reasons, maxLength, none, onChange }: ReasonFieldProps) {
  const d = useTexts(dialogTexts);
  const [chosen, setChosen] = useState('');
  const [own, setOwn] = useState('');
  const choose = (value: string) => {
    setChosen(value);
    onChange((value === other ? own.trim() : value) || (none?.value ?? ''));
  };
  const choices = [
    { value: '', label: none?.label ?? d('pause_open_end') },
    ...reasons.map((reason) => ({ value: reason, label: reason })),
    { value: other, label: d('reason_other') },
  ];
  return (
    <>
      <Choices legend={legend} row first choices={choices} value={chosen} onChange={choose} />
      {chosen === other && (
        <label className="field">
          <span className="visually-hidden">{legend}</span>
          <input
            maxLength={maxLength}
            value={own}
            autoFocus
            data-testid="reason-own"
            onChange={(event) => {
              setOwn(event.target.value);
              onChange(event.target.value.trim() || (none?.value ?? ''));
            }}
          />
        </label>
      )}
    </>
  );
}
