import type { Hall, HallCounter, HallTicket } from '@sunbeon/contract';
import { formatTime, useLanguage, useTexts } from '@sunbeon/ui';
import { addOnNames, formatDuration, serviceName, stepsOf } from '../hall/ticket-view.ts';
import { callsMissing } from '../hall/what-may-be-done.ts';
import { minutesSince } from '../hall/waiting-view.ts';
import { PriorityMark, SmallMark } from '../parts/marks.tsx';
import { texts } from '../texts/texts.ts';

interface TicketPanelProps {
  hall: Hall;
  counter: HallCounter;
  ticket: HallTicket;
  nowMs: number;
}

/** The person served: number, service, since when, steps, what the last counter left to know. */
export function TicketPanel({ hall, counter, ticket, nowMs }: TicketPanelProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const serving = ticket.state === 'serving';
  const since = (serving ? ticket.startedAt : ticket.calledAt) ?? counter.since ?? hall.at;
  const missing = ticket.state === 'called' ? callsMissing(hall, ticket) : 0;
  return (
    <div className={`ticket ticket--${ticket.state}`} data-testid="ticket" data-state={ticket.state}>
      <div className="ticket__top">
        <span className="ticket__state">{t(`ticket_${ticket.state}`)}</span>
        <span className="ticket__time">
          {t(serving ? 'served_for' : 'called_for')}{' '}
          <b data-testid="ticket-time">{formatDuration(nowMs - Date.parse(since))}</b>
        </span>
      </div>
      <p className="ticket__number" data-testid="ticket-number">
        <span className="visually-hidden">{t('number_label')} </span>
        {ticket.number}
      </p>
      <p className="ticket__service" data-testid="ticket-service">
        {serviceName(hall, ticket.serviceId, language)}
        <TicketMarks ticket={ticket} counter={counter} hall={hall} />
      </p>
      <p className="ticket__facts">
        <span>
          {t('waited')} {t('minutes', { n: minutesSince(ticket.joinedAt, Date.parse(ticket.calledAt ?? hall.at)) })}
        </span>
        {!serving && <span>{ticket.callCount === 1 ? t('calls_one') : t('calls', { n: ticket.callCount })}</span>}
        {counter.paused && <span className="chip">{t('pause_after')}</span>}
        {missing > 0 && <span>{t('calls_missing', { n: missing })}</span>}
      </p>
      <Steps hall={hall} ticket={ticket} />
      <Extras hall={hall} ticket={ticket} />
    </div>
  );
}

/** Marks of a ticket that staff should know of at a glance. */
export function TicketMarks({
  ticket,
  counter,
  hall,
}: {
  ticket: HallTicket;
  counter: HallCounter | null;
  hall: Hall;
}) {
  const t = useTexts(texts);
  const kept = ticket.targetCounter;
  return (
    <span className="marks">
      {ticket.priority !== null && <PriorityMark hall={hall} priority={ticket.priority} />}
      {ticket.appointmentAt !== null && (
        <SmallMark
          kind="booked"
          label={t('appointment', { time: formatTime(Date.parse(ticket.appointmentAt), hall.board.office.zone) })}
        />
      )}
      {kept !== null && (
        <SmallMark kind="kept" label={kept === counter?.number ? t('kept_for_me') : t('kept_for', { counter: kept })} />
      )}
      {ticket.reinstated && <SmallMark kind="back" label={t('came_back')} />}
      {ticket.note !== null && <SmallMark kind="note" label={t('has_note')} />}
    </span>
  );
}

function Steps({ hall, ticket }: { hall: Hall; ticket: HallTicket }) {
  const t = useTexts(texts);
  const steps = stepsOf(hall, ticket, useLanguage());
  if (steps.length < 2) return null;
  return (
    <ol className="steps" aria-label={t('steps')} data-testid="steps">
      {steps.map((step) => (
        <li
          key={step.serviceId}
          className={`step step--${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <StepShape state={step.state} />
          <span>{step.name}</span>
          <small>{t(`step_${step.state}`)}</small>
        </li>
      ))}
    </ol>
  );
}

function StepShape({ state }: { state: 'done' | 'now' | 'next' }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      {state === 'done' && <path d="M4 12.5l5.5 5.5L20 6.5" fill="none" stroke="currentColor" strokeWidth="3" />}
      {state === 'now' && <circle cx="12" cy="12" r="9" fill="currentColor" />}
      {state === 'next' && <circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" strokeWidth="2.5" />}
    </svg>
  );
}

function Extras({ hall, ticket }: { hall: Hall; ticket: HallTicket }) {
  const t = useTexts(texts);
  const addOns = addOnNames(hall, ticket, useLanguage());
  if (addOns.length === 0 && ticket.note === null) return null;
  return (
    <dl className="extras">
      {addOns.length > 0 && (
        <div>
          <dt>{t('add_ons')}</dt>
          <dd data-testid="add-ons">{addOns.join(', ')}</dd>
        </div>
      )}
      {ticket.note !== null && (
        <div>
          <dt>{t('note')}</dt>
          <dd data-testid="ticket-note">{ticket.note}</dd>
        </div>
      )}
    </dl>
  );
}
