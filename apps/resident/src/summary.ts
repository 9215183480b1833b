import type { Language, Level, PublicStatus } from '@sunbeon/contract';
import { localText, translator, type Translate } from '@sunbeon/ui';
import { withSubject } from './korean.ts';
import { residentTexts } from './texts.ts';

const order: Readonly<Record<Level, number>> = { quiet: 0, normal: 1, busy: 2, crowded: 3 };
/** More names than this make no sentence any more. */
const MOST_NAMES = 2;

/** One sentence or two: "지금은 보통입니다. 여권 접수가 붐빕니다." */
export function summarySentence(status: PublicStatus, language: Language): string {
  const t = translator(residentTexts, language);
  if (!status.office.openNow) return t('now_closed');
  const first = t(status.level === null ? 'now_unknown' : `now_${status.level}`);
  const second = namedServices(status, language, t);
  return second === '' ? first : `${first}${language === 'zh' || language === 'ja' ? '' : ' '}${second}`;
}

/** The busiest services by name, when they are busier than the office as a whole says. */
function namedServices(status: PublicStatus, language: Language, t: Translate<typeof residentTexts>): string {
  const rank = (level: Level | null) => (level === null ? -1 : order[level]);
  const top = Math.max(-1, ...status.services.map(({ level }) => rank(level)));
  if (top < order.busy || top <= rank(status.level)) return '';
  const names = status.services
    .filter(({ level }) => rank(level) === top)
    .map(({ names: text }) => localText(text, language));
  const shown = names.slice(0, MOST_NAMES).join(t('between_names'));
  const rest = names.length - MOST_NAMES;
  const services = rest > 0 ? t('and_more', { names: shown, n: rest }) : shown;
  return t(top === order.crowded ? 'now_services_crowded' : 'now_services_busy', {
    services: language === 'ko' ? withSubject(services) : services,
  });
}
