import type { Language, PublicStatus } from '@sunbeon/contract';
import { formatDay, formatTime, translator } from '@sunbeon/ui';
import { residentTexts } from './texts.ts';

type Hours = Pick<PublicStatus['office'], 'openNow' | 'opensAt' | 'closesAt'>;

/**
 * "오늘 18:00까지 엽니다." or "11월 24일 (화) 09:00에 엽니다."; empty when the office has said neither. Never "tomorrow":
 * the page may be looked at on a later day than that of the last change, at which it was made.
 */
export function openingText(hours: Hours, at: string, zone: string, language: Language): string {
  const t = translator(residentTexts, language);
  if (hours.openNow)
    return hours.closesAt === null ? '' : t('open_until', { time: closingTime(Date.parse(hours.closesAt), zone) });
  if (hours.opensAt === null) return '';
  const opens = Date.parse(hours.opensAt);
  const time = formatTime(opens, zone);
  const sameDay = localDate(opens, zone) === localDate(Date.parse(at), zone);
  return sameDay ? t('opens_today', { time }) : t('opens_later', { day: formatDay(opens, zone, language), time });
}

function localDate(epochMs: number, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(epochMs);
}

/** The end of a day is 24:00: "오늘 00:00까지" would be over already. */
function closingTime(epochMs: number, zone: string): string {
  const time = formatTime(epochMs, zone);
  return time === '00:00' ? '24:00' : time;
}
