import { useTexts } from '@sunbeon/ui';
import { hallTexts } from './hall-texts.ts';

/** Whole minutes in words; null = there is nothing to tell. */
export function Minutes({ n }: { n: number | null }) {
  const t = useTexts(hallTexts);
  return <>{n === null ? '–' : n === 0 ? t('under_minute') : t('minutes', { n })}</>;
}
