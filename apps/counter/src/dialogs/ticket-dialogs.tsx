import type { Hall, HallCounter, HallTicket } from '@sunbeon/contract';
import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import type { CounterCommands, TicketCommands } from '../commands/counter-commands.ts';
import { servicesToAdd } from '../hall/what-may-be-done.ts';
import { Choices } from '../parts/choices.tsx';
import { priorityCodes, usePriorityName } from '../parts/priority-name.ts';
import { dialogTexts } from '../texts/dialog-texts.ts';
import { texts } from '../texts/texts.ts';
import { DialogForm, type DialogProps } from './dialog-form.tsx';
import { Picker } from './picker.tsx';
import { ReasonField } from './reason-field.tsx';

interface OwnTicketProps extends DialogProps {
  hall: Hall;
  counter: HallCounter;
  ticket: HallTicket;
  run: CounterCommands;
}
interface AnyTicketProps extends DialogProps {
  hall: Hall;
  ticket: HallTicket;
  run: TicketCommands;
}

const outcomes = ['done', 'accepted', 'documents', 'referred', 'advice'] as const;

export function CompleteDialog({ ticket, run, ...rest }: OwnTicketProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('done');
  const [note, setNote] = useState('');
  const goesOn = ticket.steps.filter((step) => !step.done).length > 1;
  const body = () => ({ outcome, ...(note.trim() !== '' && { note: note.trim() }) });
  return (
    <DialogForm
      {...rest}
      title={`${ticket.number} · ${t('act_complete')}`}
      testId="dialog-complete"
      submit={t('act_complete')}
      onSubmit={() => run.complete(body())}
    >
      <Choices
        legend={d('outcome')}
        choices={outcomes.map((value) => ({ value, label: d(`outcome_${value}`) }))}
        value={outcome}
        onChange={setOutcome}
        first
      />
      <NoteField label={d(goesOn ? 'note_next' : 'note_done')} value={note} onChange={setNote} />
    </DialogForm>
  );
}

export function NoteField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (note: string) => void;
}) {
  const d = useTexts(dialogTexts);
  return (
    <label className="field">
      <span>
        {label} <small>{d('optional')}</small>
      </span>
      <textarea
        rows={2}
        maxLength={300}
        value={value}
        data-testid="note"
        onChange={(event) => onChange(event.target.value)}
        // Sends the form, as in the other fields; a new line needs Shift.
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
    </label>
  );
}

export function HoldDialog({ ticket, run, ...rest }: OwnTicketProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const [reason, setReason] = useState('');
  return (
    <DialogForm
      {...rest}
      title={`${ticket.number} · ${t('act_hold')}`}
      testId="dialog-hold"
      submit={t('act_hold')}
      onSubmit={() => run.hold(reason === '' ? {} : { reason })}
    >
      <p>{d('hold_text', { number: ticket.number })}</p>
      <ReasonField
        legend={d('hold_reason')}
        reasons={[d('hold_form'), d('hold_documents'), d('hold_payment'), d('hold_check')]}
        maxLength={200}
        onChange={setReason}
      />
    </DialogForm>
  );
}

export function TransferDialog({ hall, counter, ticket, run, ...rest }: OwnTicketProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const language = useLanguage();
  const [kind, setKind] = useState<'service' | 'counter'>('service');
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const options =
    kind === 'service' ? serviceOptions(hall, ticket, language, t) : counterOptions(hall, counter, language, t);
  const target = options.find(({ id }) => id === chosen) ?? null;
  const body = (id: string) => ({
    ...(kind === 'service' ? { serviceId: id } : { counterId: id }),
    ...(note.trim() !== '' && { note: note.trim() }),
  });
  return (
    <DialogForm
      {...rest}
      wide
      title={`${ticket.number} · ${t('act_transfer')}`}
      testId="dialog-transfer"
      submit={t('act_transfer')}
      incomplete={target === null}
      onSubmit={() => (target ? run.transfer(body(target.id), target.label) : Promise.resolve(false))}
    >
      <p>
        {d('transfer_text', { number: ticket.number })} {d('transfer_kept')}
      </p>
      <Choices
        legend={t('act_transfer')}
        hideLegend
        row
        first
        choices={(['service', 'counter'] as const).map((value) => ({ value, label: d(`to_${value}`) }))}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setChosen(null);
        }}
      />
      <Picker key={kind} options={options} value={chosen} onChange={setChosen} />
      <NoteField label={d('note_next')} value={note} onChange={setNote} />
    </DialogForm>
  );
}

type T = ReturnType<typeof useTexts<typeof texts>>;
type Language = ReturnType<typeof useLanguage>;

function serviceOptions(hall: Hall, ticket: HallTicket, language: Language, t: T) {
  const others = hall.services.filter((service) => service.id !== ticket.serviceId);
  return others.map((service) => {
    const board = hall.board.services.find(({ id }) => id === service.id);
    const hint = board ? `${t('people', { n: board.waiting })} · ${t('open_counters', { n: board.openCounters })}` : '';
    return { id: service.id, label: localText(service.name, language), hint };
  });
}

/** Counters that do the ticket's service first, open ones before closed ones. */
function counterOptions(hall: Hall, own: HallCounter, language: Language, t: T) {
  const others = hall.counters.filter((counter) => counter.id !== own.id && counter.state !== 'closed');
  return others.map((counter) => ({
    id: counter.id,
    label: t('at_counter', { counter: counter.number }),
    hint: [t(`counter_${counter.state}`), counter.name, counter.staff?.name].filter(Boolean).join(' · '),
  }));
}

export function AddServiceDialog({ hall, ticket, run, ...rest }: AnyTicketProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const language = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const options = servicesToAdd(hall, ticket).map(({ id, name }) => ({
    id,
    label: localText(name, language),
    hint: '',
  }));
  return (
    <DialogForm
      {...rest}
      title={`${ticket.number} · ${t('act_addService')}`}
      testId="dialog-add-service"
      submit={t('act_addService')}
      incomplete={chosen === null}
      onSubmit={() => (chosen === null ? Promise.resolve(false) : run.addService(ticket.id, chosen))}
    >
      <p>{d('add_text', { number: ticket.number })}</p>
      <Picker options={options} value={chosen} onChange={setChosen} first />
    </DialogForm>
  );
}

export function PriorityDialog({ hall, ticket, run, ...rest }: AnyTicketProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const priorityName = usePriorityName(hall);
  const [priority, setPriority] = useState(ticket.priority ?? '');
  // One that is no longer given may still stand on a ticket.
  const codes = [...new Set([...priorityCodes(hall), ...(ticket.priority === null ? [] : [ticket.priority])])];
  return (
    <DialogForm
      {...rest}
      title={`${ticket.number} · ${t('act_priority')}`}
      testId="dialog-priority"
      submit={t('act_priority')}
      onSubmit={() => run.priority(ticket.id, priority === '' ? null : priority)}
    >
      <p>{d('priority_text', { number: ticket.number })}</p>
      <Choices
        legend={t('act_priority')}
        hideLegend
        first
        choices={[
          { value: '', label: t('priority_none') },
          ...codes.map((value) => ({ value, label: priorityName(value) })),
        ]}
        value={priority}
        onChange={setPriority}
      />
    </DialogForm>
  );
}

export function CancelDialog({ ticket, run, ...rest }: AnyTicketProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const [reason, setReason] = useState('');
  return (
    <DialogForm
      {...rest}
      danger
      title={`${ticket.number} · ${t('act_cancel')}`}
      testId="dialog-cancel"
      submit={t('act_cancel')}
      onSubmit={() => run.cancel(ticket.id, reason.trim())}
    >
      <p>{d('cancel_text', { number: ticket.number })}</p>
      <label className="field">
        <span>
          {d('cancel_reason')} <small>{d('optional')}</small>
        </span>
        <input maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} data-first />
      </label>
    </DialogForm>
  );
}
