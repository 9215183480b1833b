import type { Hall, HallCounter } from '@sunbeon/contract';
import { formatTime, localText, useLanguage, useTexts } from '@sunbeon/ui';
import type { DeskAction } from '../hall/what-may-be-done.ts';
import { longestWaiting, minutesSince, waitingGroups } from '../hall/waiting-view.ts';
import { texts } from '../texts/texts.ts';

interface NoTicketProps {
  hall: Hall;
  counter: HallCounter;
  may: ReadonlySet<DeskAction>;
  nowMs: number;
}

/** The middle of the desk while nobody is called: ready, nobody waits, paused, closed, or somebody else's counter. */
export function NoTicket({ hall, counter, may, nowMs }: NoTicketProps) {
  const t = useTexts(texts);
  if (hall.authority === 'hardware')
    return <Say testId="hardware" title={t(`counter_${counter.state}`)} hint={t('hardware')} />;
  if (may.has('takeOver')) return <Taken counter={counter} />;
  if (counter.state === 'closed') {
    return <Say testId="closed" title={t('closed_title')} hint={t('closed_hint')} />;
  }
  if (counter.state === 'paused') return <Paused hall={hall} counter={counter} nowMs={nowMs} />;
  return <Ready hall={hall} counter={counter} nowMs={nowMs} />;
}

function Say({ testId, title, hint }: { testId: string; title: string; hint: string }) {
  return (
    <div className="no-ticket" data-testid={testId}>
      <p className="no-ticket__title">{title}</p>
      <p>{hint}</p>
    </div>
  );
}

function Taken({ counter }: { counter: HallCounter }) {
  const t = useTexts(texts);
  const name = counter.staff?.name ?? '';
  const title = name === '' ? t('taken_title_unnamed') : t('taken_title', { name });
  return <Say testId="taken" title={title} hint={t('taken_hint')} />;
}

function Paused({ hall, counter, nowMs }: Pick<NoTicketProps, 'hall' | 'counter' | 'nowMs'>) {
  const t = useTexts(texts);
  const { zone } = hall.board.office;
  const until = counter.pausedUntil === null ? null : Date.parse(counter.pausedUntil);
  const over = until !== null && until <= nowMs;
  const time = until === null ? '' : formatTime(until, zone);
  const facts = [
    counter.pauseReason,
    until !== null && !over ? t('paused_until', { time }) : null,
    counter.since === null ? null : t('paused_since', { minutes: minutesSince(counter.since, nowMs) }),
  ].filter((fact) => fact !== null && fact !== '');
  return (
    <div className="no-ticket" data-testid="paused">
      <p className="no-ticket__title">{t('paused_title')}</p>
      <p>{facts.join(' · ')}</p>
      {over && <p className="no-ticket__warning">{t('paused_over', { time })}</p>}
    </div>
  );
}

function Ready({ hall, counter, nowMs }: Pick<NoTicketProps, 'hall' | 'counter' | 'nowMs'>) {
  const t = useTexts(texts);
  const language = useLanguage();
  const groups = waitingGroups(hall, counter, 'mine', nowMs);
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const longest = longestWaiting(groups);
  if (longest === null) {
    const others = hall.waitingTotal;
    const hint = others > 0 ? t('others_wait', { n: others }) : t('idle_empty_hint');
    return <Say testId="idle-empty" title={t(others > 0 ? 'nobody_waits_mine' : 'idle_empty')} hint={hint} />;
  }
  const service = hall.services.find(({ id }) => id === longest.ticket.serviceId);
  return (
    <div className="no-ticket" data-testid="idle">
      <p className="no-ticket__title">{t('idle_ready')}</p>
      <p className="no-ticket__count">{t('idle_waiting', { n: count })}</p>
      <p>
        {t('idle_longest', { minutes: longest.minutes, service: service ? localText(service.name, language) : '-' })}
      </p>
    </div>
  );
}
