/** What a text of a notification is held to. */
export interface NotificationTextRules {
  /** Longest text, its placeholders filled with examples. */
  readonly most: number;
  /** bytes: as Korean text messages count them, see `textMessageBytes`. */
  readonly unit: 'characters' | 'bytes';
  /** No line breaks: subjects of letters. */
  readonly oneLine: boolean;
  /** Names of placeholders that are filled, with an example of each. */
  readonly examples: Readonly<Record<string, string>>;
  /** Those of them without which the text is of no use. */
  readonly required: readonly string[];
}

export const notificationTextFaults = [
  'placeholder_unknown',
  'placeholder_missing',
  'too_long',
  'line_break',
  'web_address',
] as const;

/** `value`: the placeholder, the length, or what stands there. */
export interface NotificationTextFault {
  readonly code: (typeof notificationTextFaults)[number];
  readonly value: string;
}

/** A text message of more bytes is a long one (LMS), and of more than `LONG_MESSAGE_BYTES` none at all. */
export const SHORT_MESSAGE_BYTES = 90;
export const LONG_MESSAGE_BYTES = 2_000;

const placeholder = /\{([^{}\n]*)\}/g;

/** Names in braces of a text, each once, in their order: `{number}` -> number. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name))];
}

/** A text with its placeholders filled. What a value holds is not looked at again, and unknown names stay as they are. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : whole,
  );
}

/** Bytes as Korean text messages count them (EUC-KR): one for ASCII, two for each other sign; a line break is one. */
export function textMessageBytes(text: string): number {
  return [...text.replaceAll('\r\n', '\n')].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x80 ? 1 : 2), 0);
}

/** How long a text is with its placeholders filled with examples, in the unit of its rules. */
export function lengthOf(text: string, { unit, examples }: Pick<NotificationTextRules, 'unit' | 'examples'>): number {
  const filled = fillPlaceholders(text, examples);
  return unit === 'bytes' ? textMessageBytes(filled) : [...filled].length;
}

// Of hosts with or without a scheme; an e-mail address is none.
const webAddress =
  /https?:\/\/\S*|(?<![@\w.-])(?:www\.\S+|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}(?![\w.-]*@)\b)/i;

/**
 * What is wrong with a text that somebody wrote; empty = it can be sent. Addresses of web pages are not taken: the text goes
 * out in the name of an office, and only links that we make may stand in it.
 */
export function notificationTextFaultsOf(text: string, rules: NotificationTextRules): NotificationTextFault[] {
  const present = placeholdersOf(text);
  const fault = (code: NotificationTextFault['code']) => (value: string) => ({ code, value });
  const address = webAddress.exec(text)?.[0];
  const length = lengthOf(text, rules);
  return [
    ...present.filter((name) => !Object.hasOwn(rules.examples, name)).map(fault('placeholder_unknown')),
    ...rules.required.filter((name) => !present.includes(name)).map(fault('placeholder_missing')),
    ...(length > rules.most ? [fault('too_long')(String(length))] : []),
    ...(rules.oneLine && /[\r\n]/.test(text) ? [fault('line_break')('')] : []),
    ...(address === undefined ? [] : [fault('web_address')(address)]),
  ];
}

const RULER = '-'.repeat(40);

/** A letter to staff: Korean first, English below; some read neither well, and the link says the rest. */
export function bilingualLetter(korean: string, english: string): string {
  return [korean, '', RULER, '', english].join('\n');
}
