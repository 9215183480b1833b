import type { NotificationText } from '@sunbeon/contract';
import {
  lengthOf,
  notificationTextFaultsOf,
  SHORT_MESSAGE_BYTES,
  type NotificationTextFault,
  type NotificationTextRules,
} from '@sunbeon/domain';

export type Field = NotificationText['fields'][number];
type Placeholders = NotificationText['placeholders'];

/** What stands for each placeholder in a preview. */
export function examplesOf(placeholders: Placeholders, language: Field['language']): Record<string, string> {
  return Object.fromEntries(
    placeholders.map(({ name, example }): [string, string] => [name, example[language] ?? example.ko]),
  );
}

/** As the server holds it: see its notification-kinds.ts. */
export function rulesOf(placeholders: Placeholders, field: Field): NotificationTextRules {
  const { most, unit, oneLine, required, language } = field;
  return { most, unit, oneLine, required, examples: examplesOf(placeholders, language) };
}

/** What is wrong with a text, the first; an emptied one is said in our words. */
export function faultOf(placeholders: Placeholders, field: Field, text: string): NotificationTextFault | undefined {
  if (text.trim() === '') return undefined;
  const [fault] = notificationTextFaultsOf(text.trim(), rulesOf(placeholders, field));
  if (!fault) return undefined;
  const isName = fault.code === 'placeholder_unknown' || fault.code === 'placeholder_missing';
  return isName ? { ...fault, value: `{${fault.value}}` } : fault;
}

interface LengthWords {
  readonly key: 'length_characters' | 'length_short' | 'length_long';
  readonly n: number;
}

/** How long a text is, and what it goes out as. */
export function lengthWords(placeholders: Placeholders, field: Field, text: string): LengthWords {
  const n = lengthOf(text.trim(), rulesOf(placeholders, field));
  if (field.unit === 'characters') return { key: 'length_characters', n };
  return { key: n <= SHORT_MESSAGE_BYTES ? 'length_short' : 'length_long', n };
}
