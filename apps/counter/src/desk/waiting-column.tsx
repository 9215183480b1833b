import type { Hall, HallCounter, HallTicket } from '@sunbeon/contract';
import { Button, localText, useLanguage, useTexts } from '@sunbeon/ui';
import { memo, useState } from 'react';
import { waitingGroups, type WaitingGroup, type WaitingRow } from '../hall/waiting-view.ts';
import { serviceName } from '../hall/ticket-view.ts';
import { UrgencyMark } from '../parts/marks.tsx';
import { texts } from '../texts/texts.ts';
import { TicketMarks } from './ticket-panel.tsx';

interface WaitingColumnProps {
  hall: Hall;
  counter: HallCounter | null;
  nowMs: number;
  onTicket: (ticket: HallTicket) => void;
}

/** So many of a service are shown before "more". */
const shownAtFirst = 12;

/** Who waits, by service, oldest first; below, who is on hold and who may come back. */
export function WaitingColumn({ hall, counter, nowMs, onTicket }: WaitingColumnProps) {
  const t = useTexts(texts);
  const [chosen, setChosen] = useState<'mine' | 'all' | null>(null);
  const filter = chosen ?? (counter === null ? 'all' : 'mine');
  const groups = waitingGroups(hall, counter, filter, nowMs);
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const open = (id: string) => {
    const ticket = [...hall.waiting, ...hall.held, ...hall.absent].find((one) => one.id === id);
    if (ticket) onTicket(ticket);
  };
  return (
    <section className="column column--waiting" aria-labelledby="waiting-title" data-testid="waiting">
      <header className="column__head">
        <h2 id="waiting-title">
          {t('column_waiting')}{' '}
          <b data-testid="waiting-count">{t('people', { n: filter === 'all' ? hall.waitingTotal : count })}</b>
        </h2>
        {counter !== null && <Filter filter={filter} onChange={setChosen} />}
      </header>
      <div className="column__body" tabIndex={0} role="group" aria-labelledby="waiting-title">
        {groups.map((group) => (
          <Group key={group.service.id} group={group} counter={counter} hall={hall} onOpen={open} />
        ))}
        {groups.length === 0 && <Nobody hall={hall} filter={filter} />}
        {filter === 'all' && hall.waitingTotal > hall.waiting.length && (
          <p className="column__hint">{t('untold', { n: hall.waiting.length })}</p>
        )}
        <Aside title={t('held')} tickets={hall.held} hall={hall} onOpen={open} testId="held" />
        <Aside title={t('absent')} tickets={hall.absent} hall={hall} onOpen={open} testId="absent" />
      </div>
      <footer className="column__foot legend">
        <span className="late--target">
          <UrgencyMark urgency="target" /> {t('legend_target')}
        </span>
        <span className="late--limit">
          <UrgencyMark urgency="limit" /> {t('legend_limit')}
        </span>
      </footer>
    </section>
  );
}

function Filter({ filter, onChange }: { filter: 'mine' | 'all'; onChange: (filter: 'mine' | 'all') => void }) {
  const t = useTexts(texts);
  return (
    <div className="switch" role="group" aria-label={t('filter')}>
      {(['mine', 'all'] as const).map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={filter === value}
          data-testid={`filter-${value}`}
          onClick={() => onChange(value)}
        >
          {t(`filter_${value}`)}
        </button>
      ))}
    </div>
  );
}

function Nobody({ hall, filter }: { hall: Hall; filter: 'mine' | 'all' }) {
  const t = useTexts(texts);
  return (
    <div className="column__empty" data-testid="nobody-waits">
      <p>{t(filter === 'mine' ? 'nobody_waits_mine' : 'nobody_waits')}</p>
      {filter === 'mine' && hall.waitingTotal > 0 && <p>{t('others_wait', { n: hall.waitingTotal })}</p>}
    </div>
  );
}

interface GroupProps {
  group: WaitingGroup;
  counter: HallCounter | null;
  hall: Hall;
  onOpen: (ticketId: string) => void;
}

function Group({ group, counter, hall, onOpen }: GroupProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const rows = all ? group.rows : group.rows.slice(0, shownAtFirst);
  const hidden = group.rows.length - shownAtFirst;
  const name = localText(group.service.name, language);
  return (
    <section className="group" data-testid={`group-${group.service.code}`}>
      <h3>
        {name} <span>{t('people', { n: group.rows.length })}</span>
      </h3>
      <ul>
        {rows.map((row) => (
          <Row key={row.ticket.id} row={row} group={group} name={name} counter={counter} hall={hall} onOpen={onOpen} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button kind="quiet" className="group__more" onClick={() => setAll(!all)}>
          {all ? t('fewer_rows') : t('more_rows', { n: hidden })}
        </Button>
      )}
    </section>
  );
}

interface RowProps extends GroupProps {
  row: WaitingRow;
  name: string;
}

const Row = memo(function Row({ row, group, name, counter, hall, onOpen }: RowProps) {
  const t = useTexts(texts);
  const { ticket, minutes, urgency } = row;
  const late =
    urgency === 'fresh'
      ? ''
      : t(`urgency_${urgency}`, { n: urgency === 'limit' ? group.service.limitMinutes : group.service.targetMinutes });
  return (
    <li>
      <button
        type="button"
        className={`row late--${urgency}`}
        data-testid={`waiting-${ticket.number}`}
        data-urgency={urgency}
        onClick={() => onOpen(ticket.id)}
      >
        <b className="row__number">{ticket.number}</b>
        <span className="visually-hidden">{name}</span>
        <TicketMarks ticket={ticket} counter={counter} hall={hall} />
        <span className="row__minutes">
          {t('minutes', { n: minutes })}
          <UrgencyMark urgency={urgency} />
          <span className="visually-hidden">{late}</span>
        </span>
      </button>
    </li>
  );
}, sameRow);

/** A thousand rows are told anew each second; only those whose minute, ticket or counter changed are drawn. */
function sameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.row.minutes === after.row.minutes &&
    before.row.urgency === after.row.urgency &&
    before.name === after.name &&
    before.counter?.number === after.counter?.number &&
    JSON.stringify(before.row.ticket) === JSON.stringify(after.row.ticket)
  );
}

interface AsideProps {
  title: string;
  tickets: readonly HallTicket[];
  hall: Hall;
  onOpen: (ticketId: string) => void;
  testId: string;
}

function Aside({ title, tickets, hall, onOpen, testId }: AsideProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  if (tickets.length === 0) return null;
  return (
    <section className="group group--aside" data-testid={testId}>
      <h3>
        {title} <span>{t('people', { n: tickets.length })}</span>
      </h3>
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <button
              type="button"
              className="row"
              data-testid={`${testId}-${ticket.number}`}
              onClick={() => onOpen(ticket.id)}
            >
              <b className="row__number">{ticket.number}</b>
              <TicketMarks ticket={ticket} counter={null} hall={hall} />
              <span className="row__where">
                {serviceName(hall, ticket.serviceId, language)}
                {ticket.counter !== null && ` · ${t('at_counter', { counter: ticket.counter })}`}
                {ticket.holdReason !== null && ` · ${ticket.holdReason}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
