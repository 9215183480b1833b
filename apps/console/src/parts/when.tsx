import { useLanguage, useTexts } from '@sunbeon/ui';
import { useEffect, useState } from 'react';
import { ageWords, instantWords } from './instants.ts';
import { partTexts } from './part-texts.ts';

/** How long ago ("3분 전"), with the instant itself behind it; grows older by itself. */
export function Age({ at }: { at: string | null | undefined }) {
  const language = useLanguage();
  const t = useTexts(partTexts);
  const now = useNow(10_000);
  if (at === null || at === undefined) return <span>{t('never')}</span>;
  return (
    <time dateTime={at} title={instantWords(at, language)}>
      {ageWords(now - Date.parse(at), language)}
    </time>
  );
}

/** "2026. 11. 24. 10:14:03" */
export function Moment({ at }: { at: string | null | undefined }) {
  const language = useLanguage();
  const t = useTexts(partTexts);
  if (at === null || at === undefined) return <span>{t('never')}</span>;
  return <time dateTime={at}>{instantWords(at, language)}</time>;
}

/** Epoch milliseconds, anew every so many. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
