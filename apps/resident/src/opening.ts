import type { Language, PublicStatus } from '@sunbeon/contract';
import { formatDay, formatTime, translator } from '@sunbeon/ui';
import { residentTexts } from './texts.ts';

type Hours = Pick<PublicStatus['office'], 'openNow' | 'opensAt' | 'closesAt'>;

/** "오늘 18:00까지 엽니다." or "내일 09:00에 엽니다."; empty when the office has said neither. */
export function openingText(hours: Hours, at: string, zone: string, language: Language): string {
  const t = translator(residentTexts, language);
  if (hours.openNow)
    return hours.closesAt === null ? '' : t('open_until', { time: formatTime(Date.parse(hours.closesAt), zone) });
  if (hours.opensAt === null) return '';
  const opens = Date.parse(hours.opensAt);
  const time = formatTime(opens, zone);
  const days = dayNumber(opens, zone) - dayNumber(Date.parse(at), zone);
  if (days === 0) return t('opens_today', { time });
  return days === 1 ? t('opens_tomorrow', { time }) : t('opens_later', { day: formatDay(opens, zone, language), time });
}

/** Days since 1970 of the local date. */
function dayNumber(epochMs: number, zone: string): number {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(epochMs);
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}
