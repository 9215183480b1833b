import type { Language } from '@sunbeon/contract';

const tags = { ko: 'ko-KR', en: 'en-GB' } as const;
const tagOf = (language: Language) => (language === 'ko' ? tags.ko : tags.en);

const steps = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 365],
] as const;

/** "3분 전"; below ten seconds "방금". @param ms how long ago, milliseconds */
export function ageWords(ms: number, language: Language): string {
  if (ms < 10_000) return language === 'ko' ? '방금' : 'just now';
  const words = new Intl.RelativeTimeFormat(tagOf(language), { numeric: 'always' });
  let value = ms / 1_000;
  for (const [unit, size] of steps) {
    if (value < size) return words.format(-Math.floor(value), unit);
    value /= size;
  }
  return words.format(-Math.floor(value), 'year');
}

/** An instant on the clock of this machine, to the second. */
export function instantWords(at: string, language: Language): string {
  return new Intl.DateTimeFormat(tagOf(language), {
    ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const),
  }).format(new Date(at));
}

/** "9:05" of a time that is left; 0:00 when it is over. @param ms milliseconds */
export function leftWords(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** "1.2 GB" by thousands. */
export function byteWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[step]}`;
}

/** "10:14:03" on the clock of this machine. */
export function clockWords(at: string, language: Language): string {
  return new Intl.DateTimeFormat(tagOf(language), {
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const),
  }).format(new Date(at));
}
