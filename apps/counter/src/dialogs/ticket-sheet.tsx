import type { Hall, HallCounter, HallTicket } from '@sunbeon/contract';
import { Button, formatTime, useLanguage, useTexts } from '@sunbeon/ui';
import { TicketMarks } from '../desk/ticket-panel.tsx';
import { addOnNames, serviceName, stepsOf } from '../hall/ticket-view.ts';
import { mayBeCorrected, mayCall, type DeskAction } from '../hall/what-may-be-done.ts';
import { minutesSince } from '../hall/waiting-view.ts';
import { Modal } from '../parts/modal.tsx';
import { texts } from '../texts/texts.ts';

export type SheetAction = 'call' | 'takeUp' | 'reinstate' | 'priority' | 'addService' | 'reprint' | 'cancel';

interface TicketSheetProps {
  hall: Hall;
  counter: HallCounter;
  ticket: HallTicket;
  may: ReadonlySet<DeskAction>;
  blocked: boolean;
  nowMs: number;
  onAct: (action: SheetAction) => void;
  onClose: () => void;
}

/** One ticket of the list: what is known of it, and what may be done with it from here. */
export function TicketSheet({ hall, counter, ticket, may, blocked, nowMs, onAct, onClose }: TicketSheetProps) {
  const t = useTexts(texts);
  const language = useLanguage();
  const { zone } = hall.board.office;
  const steps = stepsOf(hall, ticket, language);
  const facts = [
    `${t(`ticket_${ticket.state}`)} · ${t('minutes', { n: minutesSince(ticket.joinedAt, nowMs) })} (${formatTime(Date.parse(ticket.joinedAt), zone)})`,
    steps.length > 1 ? steps.map((step) => `${step.name} (${t(`step_${step.state}`)})`).join(' → ') : '',
    addOnNames(hall, ticket, language).join(', '),
    ticket.holdReason ?? '',
    ticket.note ?? '',
  ].filter((fact) => fact !== '');
  return (
    <Modal
      title={`${ticket.number} · ${serviceName(hall, ticket.serviceId, language)}`}
      onClose={onClose}
      testId="ticket-sheet"
    >
      <div className="modal__body">
        <TicketMarks ticket={ticket} counter={counter} hall={hall} />
        {facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
        <div className="sheet__actions">
          {sheetActions(hall, counter, ticket, may).map((action, index) => (
            <Button
              key={action}
              kind={action === 'cancel' ? 'danger' : index === 0 ? 'primary' : 'secondary'}
              aria-disabled={blocked}
              data-testid={`sheet-${action}`}
              onClick={() => !blocked && onAct(action)}
            >
              {t(`act_${action}`)}
            </Button>
          ))}
        </div>
      </div>
    </Modal>
  );
}

function sheetActions(
  hall: Hall,
  counter: HallCounter,
  ticket: HallTicket,
  may: ReadonlySet<DeskAction>,
): SheetAction[] {
  const corrections = mayBeCorrected(ticket);
  const atDesk: SheetAction[] = [];
  if (may.has('call') && mayCall(counter, ticket)) atDesk.push('call');
  if (may.has('takeUp') && ticket.state === 'held') atDesk.push('takeUp');
  const rest: SheetAction[] = ['reinstate', 'priority', 'addService', 'reprint', 'cancel'];
  const allowed = (action: SheetAction) =>
    action === 'reprint' ? hall.authority !== 'hardware' : corrections.has(action as 'priority');
  return [...atDesk, ...rest.filter(allowed)];
}
