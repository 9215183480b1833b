import { useTexts } from '@sunbeon/ui';
import { useId, useState } from 'react';
import { dialogTexts } from '../texts/dialog-texts.ts';
import { matches } from './matches.ts';

export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

interface PickerProps {
  options: readonly Option[];
  value: string | null;
  onChange: (id: string) => void;
  first?: boolean;
}

/** Beyond so many, a field to find one by its name appears. */
const manyOptions = 8;

/** One of many, found by typing: name, or first consonants (ㅇㄱ finds 여권). */
export function Picker({ options, value, onChange, first = false }: PickerProps) {
  const d = useTexts(dialogTexts);
  const [typed, setTyped] = useState('');
  const name = useId();
  const shown = options.filter((option) => matches(`${option.label} ${option.hint}`, typed));
  const searchable = options.length > manyOptions;
  return (
    <div className="picker">
      {searchable && (
        <label className="field field--search">
          <span className="visually-hidden">{d('search')}</span>
          <input
            type="search"
            placeholder={d('search')}
            value={typed}
            data-testid="picker-search"
            data-first={first}
            onChange={(event) => {
              setTyped(event.target.value);
              const found = options.filter((option) => matches(`${option.label} ${option.hint}`, event.target.value));
              const only = found.length === 1 ? found[0] : undefined;
              if (only) onChange(only.id);
            }}
          />
        </label>
      )}
      <div className="picker__list" role="radiogroup" aria-label={d('search')}>
        {shown.map((option, index) => (
          <label key={option.id} className="choice" data-testid={`option-${option.id}`}>
            <input
              type="radio"
              name={name}
              checked={option.id === value}
              onChange={() => onChange(option.id)}
              data-first={first && !searchable && (value === null ? index === 0 : option.id === value)}
            />
            <span>
              {option.label}
              {option.hint !== '' && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
        {shown.length === 0 && <p>{d('search_none')}</p>}
      </div>
    </div>
  );
}
