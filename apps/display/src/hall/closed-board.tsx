import type { Board } from '@sunbeon/contract';
import { formatDay, formatTime, useLanguage, useTexts, type Received } from '@sunbeon/ui';
import { texts } from '../texts.ts';

/** Outside the hours: when the office opens, and why it is closed. */
export function ClosedBoard({ board, nowMs }: { board: Received<Board>; nowMs: number }) {
  const language = useLanguage();
  const t = useTexts(texts);
  const { opensAt, zone, closedReason } = board.value.office;
  return (
    <section className="calls calls--closed" data-testid="closed">
      <h1 className="closed__title">{t('closed_title')}</h1>
      {closedReason && <p className="closed__reason">{closedReason}</p>}
      {opensAt !== null && <p className="closed__opens">{opens()}</p>}
    </section>
  );

  function opens() {
    const at = Date.parse(opensAt ?? '');
    const [day, time] = [formatDay(at, zone, language), formatTime(at, zone)];
    return day === formatDay(nowMs, zone, language) ? t('opens_today', { time }) : t('opens_at', { day, time });
  }
}
