import { useState, type ChangeEvent, type FormEvent } from 'react';

export type Wrong<Name extends string> = Partial<Record<Name, string>>;

export interface Form<Name extends string> {
  readonly values: Readonly<Record<Name, string>>;
  /** What stands wrong in the form now: after the first try to send it, and after a refusal. */
  readonly wrong: Wrong<Name>;
  set(name: Name, value: string): void;
  /** As at the beginning, for the next one. */
  clear(): void;
  /** Sentences of the server for single entries; each goes when its entry is changed. */
  refuse(wrong: Wrong<Name>): void;
  /** Attributes of an entry: `<Field {...form.field('slug')} />`. */
  field(name: Name): {
    name: Name;
    value: string;
    error: string | null;
    onChange(event: ChangeEvent<HTMLInputElement | HTMLSelectElement>): void;
  };
  /** Sends what is right; else goes to the first entry that is not. */
  submit(send: (values: Readonly<Record<Name, string>>) => void): (event: FormEvent<HTMLFormElement>) => void;
}

/**
 * Entries of a form, all of them text. Nothing is called wrong before somebody tries to send it; from then on each
 * correction is acknowledged at once.
 */
export function useForm<Name extends string>(
  initial: Readonly<Record<Name, string>>,
  check: (values: Readonly<Record<Name, string>>) => Wrong<Name>,
): Form<Name> {
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Wrong<Name>>({});
  const wrong: Wrong<Name> = { ...(tried && said(check(values))), ...said(refused) };
  const set = (name: Name, value: string) => {
    setValues((now) => ({ ...now, [name]: value }));
    setRefused((now) => ({ ...now, [name]: undefined }));
  };
  return {
    values,
    wrong,
    set,
    clear: () => {
      setValues(initial);
      setTried(false);
      setRefused({});
    },
    refuse: (next) => {
      setRefused(next);
      focusFirstWrong();
    },
    field: (name) => ({
      name,
      value: values[name],
      error: wrong[name] ?? null,
      onChange: (event) => set(name, event.target.value),
    }),
    submit: (send) => (event) => {
      event.preventDefault();
      setTried(true);
      if (Object.values(check(values)).some(Boolean)) return focusFirstWrong(event.currentTarget);
      setRefused({});
      send(values);
    },
  };
}

/** Entries without a sentence are right, and must not hide another's. */
function said<Name extends string>(wrong: Wrong<Name>): Wrong<Name> {
  const entries = Object.entries(wrong).filter(([, sentence]) => sentence !== undefined);
  return Object.fromEntries(entries) as Wrong<Name>;
}

/** After the page has drawn what is wrong. */
function focusFirstWrong(within: ParentNode = document): void {
  requestAnimationFrame(() => within.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
