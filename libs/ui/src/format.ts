import type { Language, Level, LocalText, PublicService } from '@sunbeon/contract';
import { commonTexts } from './common-texts.ts';
import { translator } from './texts.ts';

type Waiting = Pick<PublicService, 'wait' | 'waitUnavailable'>;

/** BCP 47 name for `lang` attributes, Intl and voices. */
export const locales: Readonly<Record<Language, string>> = {
  ko: 'ko-KR',
  en: 'en-US',
  zh: 'zh-CN',
  ja: 'ja-JP',
  vi: 'vi-VN',
};
/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  ko: '한국어',
  en: 'English',
  zh: '中文',
  ja: '日本語',
  vi: 'Tiếng Việt',
};

/** A text of the office in a language, or Korean where it has none or an empty one. */
export function localText(text: LocalText, language: Language): string {
  return text[language] || text.ko;
}

/** "14명", "14 people". */
export function formatPeople(n: number, language: Language): string {
  const t = translator(commonTexts, language);
  return n === 1 ? t('people_one') : t('people', { n });
}

/** "14명 대기"; nobody: "대기 없음". */
export function formatWaiting(n: number, language: Language): string {
  const t = translator(commonTexts, language);
  return n === 0 ? t('waiting_nobody') : t('waiting_people', { n });
}

/** "20–35분", "5분 이내", "약 5분", or why there is no range. */
export function formatWait({ wait, waitUnavailable }: Waiting, language: Language): string {
  const t = translator(commonTexts, language);
  if (wait === null) return t(`wait_none_${waitUnavailable ?? 'too_few_data'}`);
  const { lowMinutes: low, highMinutes: high } = wait;
  if (high === 0) return t('wait_now');
  if (low === 0) return t('wait_within', { high });
  return low === high ? t('wait_about', { high }) : t('wait_range', { low, high });
}

/** "여유"; null = closed. */
export function formatLevel(level: Level | null, language: Language): string {
  return translator(commonTexts, language)(level === null ? 'level_closed' : `level_${level}`);
}

/** "40초 전 기준", from 90 s on "2분 전 기준". */
export function formatAge(seconds: number, language: Language): string {
  const t = translator(commonTexts, language);
  return seconds < 90 ? t('age_seconds', { n: seconds }) : t('age_minutes', { n: Math.round(seconds / 60) });
}

/** "10:14" in the office's zone, 24 hours, every language alike. */
export function formatTime(epochMs: number, zone: string): string {
  return dateFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(epochMs);
}

/** "월", "Mon" in the office's zone. */
export function formatWeekday(epochMs: number, zone: string, language: Language): string {
  return dateFormat(locales[language], { weekday: 'short', timeZone: zone }).format(epochMs);
}

/** "11월 23일 (월)", "Mon, Nov 23" in the office's zone. */
export function formatDay(epochMs: number, zone: string, language: Language): string {
  return dateFormat(locales[language], { month: 'long', day: 'numeric', weekday: 'short', timeZone: zone }).format(
    epochMs,
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** Making a format takes milliseconds, and clocks ask each second. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}
