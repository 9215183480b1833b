/** Things that do not fit one page, dealt over pages of almost equal size: 20 at 8 a page are 7, 7 and 6. */
export function dealPages<T>(items: readonly T[], perPage: number): T[][] {
  const count = Math.ceil(items.length / perPage);
  return Array.from({ length: count }, (_, page) => {
    const start = Math.ceil((items.length * page) / count);
    return items.slice(start, Math.ceil((items.length * (page + 1)) / count));
  });
}

/**
 * An announcement in parts that can be read at ten metres, broken after sentences and between words; a word longer than
 * a part is broken within. `longest` in characters.
 */
export function splitAnnouncement(text: string, longest: number): string[] {
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap((word) => word.match(new RegExp(`.{1,${longest}}`, 'gsu')) ?? []);
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const fits = last !== undefined && last.length + 1 + word.length <= longest;
    const sentenceEnded = last !== undefined && /[.!?]$/.test(last) && last.length > longest / 2;
    if (fits && !sentenceEnded) parts[parts.length - 1] = `${last} ${word}`;
    else parts.push(word);
  }
  return parts;
}
