import type { Hall, HallCounter, HallTicket } from '@sunbeon/contract';
import { Keycap, useLanguage, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import type { CounterCommands } from '../commands/counter-commands.ts';
import { keyTable, type KeyAction } from '../commands/keys.ts';
import { serviceName } from '../hall/ticket-view.ts';
import { mayCall, type DeskAction } from '../hall/what-may-be-done.ts';
import { allTickets, findByNumber, minutesSince } from '../hall/waiting-view.ts';
import { Modal } from '../parts/modal.tsx';
import { dialogTexts } from '../texts/dialog-texts.ts';
import { texts } from '../texts/texts.ts';
import { DialogForm, type DialogProps } from './dialog-form.tsx';
import { Picker } from './picker.tsx';

interface ListDialogProps extends DialogProps {
  hall: Hall;
  counter: HallCounter;
  nowMs: number;
  run: CounterCommands;
}

/** Calls a certain number: type it, Enter. */
export function CallDialog({ hall, counter, nowMs, run, ...rest }: ListDialogProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const found = findByNumber(hall.waiting, typed);
  const callable = found.filter((ticket) => mayCall(counter, ticket));
  const target = callable[0] ?? null;
  return (
    <DialogForm
      {...rest}
      title={t('act_call')}
      testId="dialog-call"
      submit={target ? d('call_first', { number: target.number }) : t('act_call')}
      incomplete={target === null}
      onSubmit={() => (target ? run.call(target.id) : Promise.resolve(false))}
    >
      <label className="field">
        <span>{d('call_text')}</span>
        <input
          className="number-input"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={16}
          data-first
          data-testid="call-number"
        />
      </label>
      <ul className="found" aria-live="polite">
        {callable.slice(0, 5).map((ticket) => (
          <li key={ticket.id} className={ticket === target ? 'found__first' : undefined}>
            <b>{ticket.number}</b> {serviceName(hall, ticket.serviceId, language)} ·{' '}
            {t('minutes', { n: minutesSince(ticket.joinedAt, nowMs) })}
          </li>
        ))}
        {typed.trim() !== '' && target === null && <li>{notCallable(hall, found[0], typed, d, t, language)}</li>}
      </ul>
    </DialogForm>
  );
}

/** Why a typed number cannot be called. */
function notCallable(
  hall: Hall,
  found: HallTicket | undefined,
  typed: string,
  d: ReturnType<typeof useTexts<typeof dialogTexts>>,
  t: ReturnType<typeof useTexts<typeof texts>>,
  language: ReturnType<typeof useLanguage>,
): string {
  if (found) return d('call_not_mine', { service: serviceName(hall, found.serviceId, language) });
  const elsewhere = findByNumber(allTickets(hall), typed)[0];
  return elsewhere?.number.toUpperCase() === typed.trim().toUpperCase()
    ? d('call_elsewhere', { number: elsewhere.number, state: t(`ticket_${elsewhere.state}`) })
    : d('call_none');
}

/** Held tickets to take up (own first), or absent ones to bring back. */
export function PickTicketDialog({
  kind,
  hall,
  counter,
  run,
  ...rest
}: ListDialogProps & { kind: 'takeUp' | 'reinstate' }) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const language = useLanguage();
  const source = kind === 'takeUp' ? hall.held : hall.absent;
  const own = (ticket: HallTicket) => Number(ticket.counter === counter.number);
  const tickets = [...source].sort((a, b) => own(b) - own(a));
  const [chosen, setChosen] = useState<string | null>(tickets[0]?.id ?? null);
  const target = tickets.find(({ id }) => id === chosen);
  const hint = (ticket: HallTicket) =>
    [
      serviceName(hall, ticket.serviceId, language),
      ticket.counter === null ? '' : t('at_counter', { counter: ticket.counter }),
      ticket.holdReason ?? '',
      ticket.note ?? '',
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <DialogForm
      {...rest}
      title={t(`act_${kind}`)}
      testId={`dialog-${kind}`}
      submit={t(`act_${kind}`)}
      incomplete={target === undefined}
      onSubmit={() => (target ? run[kind](target.id) : Promise.resolve(false))}
    >
      <p>{kind === 'takeUp' ? d('take_up_text') : d('reinstate_text', { after: hall.policy.reinstateAfter })}</p>
      <Picker
        options={tickets.map((ticket) => ({ id: ticket.id, label: ticket.number, hint: hint(ticket) }))}
        value={chosen}
        onChange={setChosen}
        first
      />
    </DialogForm>
  );
}

/** All keys; those that do something now are marked. */
export function KeysDialog({ may, onClose }: { may: ReadonlySet<DeskAction>; onClose: () => void }) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const now = (action: KeyAction) =>
    action === 'keys' || action === 'swap' || (action === 'completeWith' ? may.has('complete') : may.has(action));
  return (
    <Modal title={t('act_keys')} onClose={onClose} testId="dialog-keys" wide>
      <div className="modal__body">
        <ul className="keys">
          {(Object.keys(keyTable) as KeyAction[]).map((action) => (
            <li key={action} className={now(action) ? 'keys__now' : undefined}>
              <Keycap>{keyTable[action].cap}</Keycap> {t(`act_${action}`)}
              {now(action) && <span className="visually-hidden"> ({d('keys_now')})</span>}
            </li>
          ))}
        </ul>
        <p className="column__hint">{d('keys_text')}</p>
      </div>
    </Modal>
  );
}
