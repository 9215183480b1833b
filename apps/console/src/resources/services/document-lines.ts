import type { Language } from '@sunbeon/contract';

export type Documents = readonly Readonly<Partial<Record<Language, string>>>[];

/** The documents in one language, one a line. */
export const linesOf = (documents: Documents, language: Language): string =>
  documents
    .map((one) => one[language] ?? '')
    .join('\n')
    .trimEnd();

/** The documents with the lines of one language; the other languages stay where they are. */
export function withLines(documents: Documents, language: Language, text: string): Documents {
  const lines = text.trimEnd() === '' ? [] : text.trimEnd().split('\n');
  const length = Math.max(lines.length, documents.length);
  return Array.from({ length }, (_, index) => {
    const { [language]: _old, ...others } = documents[index] ?? {};
    const line = lines[index]?.trim() ?? '';
    return line === '' ? others : { ...others, [language]: line };
  }).filter((one) => Object.keys(one).length > 0);
}
