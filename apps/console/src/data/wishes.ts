import type { LocalText } from '@sunbeon/contract';

/** A text of a form: languages that were emptied are null or ''. */
export type LooseText = Readonly<Partial<Record<'ko' | 'en' | 'zh' | 'ja' | 'vi', string | null>>> | null | undefined;

/** Without what was emptied in a form: inputs leave null or '' behind. */
export function filled<T extends object>(form: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(form).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as Partial<T>;
}

/**
 * A text without its empty languages; undefined when none is left. One without Korean is sent as it is: the server says at
 * which field it is missing.
 */
export function filledText(text: LooseText): LocalText | undefined {
  const kept = Object.entries(text ?? {}).flatMap(([language, words]): [string, string][] =>
    words?.trim() ? [[language, words.trim()]] : [],
  );
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as unknown as LocalText);
}
