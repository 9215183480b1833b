import type { Language } from '@sunbeon/contract';

type Entry = Readonly<Record<Language, string>>;
/** Names in braces of a text: '{n}명' -> 'n'. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Values<Text extends string> = [Names<Text>] extends [never]
  ? [values?: Record<string, never>]
  : [values: Record<Names<Text>, string | number>];

export type Texts = Readonly<Record<string, Entry>>;
/** `t('key', { name: value })` in one language; unknown keys and missing values do not compile. */
export type Translate<Table extends Texts> = <Key extends keyof Table & string>(
  key: Key,
  ...values: Values<Table[Key]['ko']>
) => string;

/** A table of texts: each in all five languages, or it does not compile. Korean is the source. */
export function defineTexts<const Table extends Texts>(table: Table): Table {
  return table;
}

/** The texts of a table in one language, braces filled. */
export function translator<Table extends Texts>(table: Table, language: Language): Translate<Table> {
  return (key, ...[values]) => fill(table[key]?.[language] ?? key, values ?? {});
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (brace, name: string) => String(values[name] ?? brace));
}
