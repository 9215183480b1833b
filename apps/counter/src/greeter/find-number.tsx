import type { Client } from '@sunbeon/client';
import type { Hall, HallTicket } from '@sunbeon/contract';
import { Button, useLanguage, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import type { CommandState } from '../commands/command-runner.ts';
import type { TicketCommands } from '../commands/counter-commands.ts';
import { CancelDialog, PriorityDialog } from '../dialogs/ticket-dialogs.tsx';
import { ReprintDialog } from '../dialogs/reprint-dialog.tsx';
import { TicketMarks } from '../desk/ticket-panel.tsx';
import { serviceName, stepsOf } from '../hall/ticket-view.ts';
import { mayBeCorrected } from '../hall/what-may-be-done.ts';
import { allTickets, findByNumber, minutesSince } from '../hall/waiting-view.ts';
import { greeterTexts } from '../texts/greeter-texts.ts';
import { texts } from '../texts/texts.ts';

interface FindNumberProps {
  hall: Hall;
  office: string;
  client: Client;
  nowMs: number;
  blocked: boolean;
  run: TicketCommands;
  commands: CommandState;
  mayCorrect: boolean;
}

type Asked = 'priority' | 'cancel' | 'reprint';

/** Where is a number, and what may be done with it. */
export function FindNumber(props: FindNumberProps) {
  const { hall, office, client, nowMs, blocked, run, commands, mayCorrect } = props;
  const g = useTexts(greeterTexts);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<{ name: Asked; ticket: HallTicket } | null>(null);
  const found = findByNumber(allTickets(hall), typed).slice(0, 8);
  const dialog = { hall, commands, blocked, run, onClose: () => setAsked(null) };
  return (
    <>
      <header className="column__head">
        <h2 id="find-title">{g('find_title')}</h2>
      </header>
      <div className="find">
        <label className="field">
          <span>{g('find_number')}</span>
          <input
            className="number-input"
            value={typed}
            inputMode="numeric"
            autoComplete="off"
            maxLength={16}
            data-testid="find-number"
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <div aria-live="polite">
          {typed.trim() === '' && <p className="column__hint">{g('find_hint')}</p>}
          {typed.trim() !== '' && found.length === 0 && <p data-testid="find-none">{g('find_none')}</p>}
        </div>
        <ul className="find__list">
          {found.map((ticket) => (
            <Found
              key={ticket.id}
              {...{ hall, ticket, nowMs, blocked, mayCorrect }}
              onReinstate={() => void run.reinstate(ticket.id)}
              onAsk={(name) => setAsked({ name, ticket })}
            />
          ))}
        </ul>
      </div>
      {asked?.name === 'priority' && <PriorityDialog {...dialog} ticket={asked.ticket} />}
      {asked?.name === 'cancel' && <CancelDialog {...dialog} ticket={asked.ticket} />}
      {asked?.name === 'reprint' && <ReprintDialog {...dialog} {...{ client, office }} ticket={asked.ticket} />}
    </>
  );
}

interface FoundProps {
  hall: Hall;
  ticket: HallTicket;
  nowMs: number;
  blocked: boolean;
  mayCorrect: boolean;
  onReinstate: () => void;
  onAsk: (name: Asked) => void;
}

function Found({ hall, ticket, nowMs, blocked, mayCorrect, onReinstate, onAsk }: FoundProps) {
  const t = useTexts(texts);
  const g = useTexts(greeterTexts);
  const language = useLanguage();
  const atCounter = ticket.state === 'called' || ticket.state === 'serving';
  const where = [
    t(`ticket_${ticket.state}`),
    atCounter && ticket.counter !== null ? g('find_at', { counter: ticket.counter }) : '',
    ticket.state === 'waiting' ? g('find_minutes', { n: minutesSince(ticket.joinedAt, nowMs) }) : '',
  ];
  const steps = stepsOf(hall, ticket, language);
  return (
    <li className="found-ticket" data-testid={`found-${ticket.number}`}>
      <p>
        <b className="found-ticket__number">{ticket.number}</b> <span>{where.filter(Boolean).join(' · ')}</span>
        <TicketMarks ticket={ticket} counter={null} hall={hall} />
      </p>
      <p>
        {steps.length > 1
          ? steps.map((step) => `${step.name} (${t(`step_${step.state}`)})`).join(' → ')
          : serviceName(hall, ticket.serviceId, language)}
      </p>
      <div className="sheet__actions">
        {mayCorrect && <Corrections {...{ ticket, blocked, onReinstate, onAsk }} />}
        {hall.authority !== 'hardware' && (
          <Button aria-disabled={blocked} onClick={() => !blocked && onAsk('reprint')} data-testid="find-reprint">
            {t('act_reprint')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Corrections({
  ticket,
  blocked,
  onReinstate,
  onAsk,
}: Pick<FoundProps, 'ticket' | 'blocked' | 'onReinstate' | 'onAsk'>) {
  const g = useTexts(greeterTexts);
  const may = mayBeCorrected(ticket);
  return (
    <>
      {may.has('reinstate') && (
        <Button
          kind="primary"
          aria-disabled={blocked}
          onClick={() => !blocked && onReinstate()}
          data-testid="find-reinstate"
        >
          {g('reinstate')}
        </Button>
      )}
      {may.has('priority') && (
        <Button aria-disabled={blocked} onClick={() => !blocked && onAsk('priority')} data-testid="find-priority">
          {g('set_priority')}
        </Button>
      )}
      {may.has('cancel') && (
        <Button
          kind="danger"
          aria-disabled={blocked}
          onClick={() => !blocked && onAsk('cancel')}
          data-testid="find-cancel"
        >
          {g('cancel')}
        </Button>
      )}
    </>
  );
}
