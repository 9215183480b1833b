import type { Hall, HallCounter } from '@sunbeon/contract';
import { formatTime, localText, useLanguage, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import type { CounterCommands } from '../commands/counter-commands.ts';
import { waitingGroups } from '../hall/waiting-view.ts';
import { Choices } from '../parts/choices.tsx';
import { dialogTexts } from '../texts/dialog-texts.ts';
import { texts } from '../texts/texts.ts';
import { DialogForm, type DialogProps } from './dialog-form.tsx';
import { ReasonField } from './reason-field.tsx';

interface CounterDialogProps extends DialogProps {
  hall: Hall;
  counter: HallCounter;
  nowMs: number;
  run: CounterCommands;
}

const minuteChoices = ['', '10', '15', '30', '60'] as const;

export function PauseDialog({ hall, nowMs, run, counter, ...rest }: CounterDialogProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const [minutes, setMinutes] = useState<(typeof minuteChoices)[number]>('');
  const [reason, setReason] = useState<string>(d('pause_away'));
  const end = (value: string) => nowMs + Number(value) * 60_000;
  const body = () => ({
    reason,
    ...(minutes !== '' && { until: new Date(end(minutes)).toISOString() }),
  });
  const label = (value: string) =>
    value === ''
      ? d('pause_open_end')
      : d('pause_minutes', { n: value, time: formatTime(end(value), hall.board.office.zone) });
  return (
    <DialogForm
      {...rest}
      title={t('act_pause')}
      testId="dialog-pause"
      submit={t('act_pause')}
      onSubmit={() => run.pause(body())}
    >
      <p>
        {d('pause_text')} {counter.ticket !== null && d('pause_text_ticket')}
      </p>
      <ReasonField
        legend={d('pause_reason')}
        none={{ label: d('pause_away'), value: d('pause_away') }}
        reasons={[d('pause_lunch'), d('pause_break'), d('pause_meeting'), d('pause_errand')]}
        maxLength={100}
        onChange={setReason}
      />
      <Choices
        legend={d('pause_until')}
        row
        choices={minuteChoices.map((value) => ({ value, label: label(value) }))}
        value={minutes}
        onChange={setMinutes}
      />
    </DialogForm>
  );
}

export function CloseDialog({ hall, counter, nowMs, run, ...rest }: CounterDialogProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const language = useLanguage();
  const groups = waitingGroups(hall, counter, 'mine', nowMs);
  const waiting = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const open = hall.counters.filter((other) => other.id !== counter.id && other.state !== 'closed');
  const last = groups.filter(({ service }) => !open.some((other) => other.serviceIds.includes(service.id)));
  return (
    <DialogForm
      {...rest}
      title={t('act_close')}
      testId="dialog-close"
      confirm
      submit={t('act_close')}
      onSubmit={() => run.close()}
    >
      <p>{d('close_text', { counter: counter.number })}</p>
      {waiting > 0 && <p>{d('close_waiting', { n: waiting })}</p>}
      {last.map(({ service }) => (
        <p key={service.id} className="modal__warning">
          {d('close_last', { service: localText(service.name, language) })}
        </p>
      ))}
    </DialogForm>
  );
}

type TakeOverProps = DialogProps & { counter: HallCounter; onTakeOver: () => Promise<boolean> };

export function TakeOverDialog({ counter, onTakeOver, ...rest }: TakeOverProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const name = counter.staff?.name ?? '';
  return (
    <DialogForm
      {...rest}
      title={`${t('at_counter', { counter: counter.number })} · ${t('act_takeOver')}`}
      testId="dialog-take-over"
      confirm
      submit={t('act_takeOver')}
      onSubmit={onTakeOver}
    >
      <p>
        {name === ''
          ? d('take_text_unnamed', { counter: counter.number })
          : d('take_text', { name, counter: counter.number })}
      </p>
      {counter.ticket !== null && <p>{d('take_ticket', { number: counter.ticket.number })}</p>}
    </DialogForm>
  );
}

export function HelpDialog({ run, counter: _counter, hall: _hall, nowMs: _now, ...rest }: CounterDialogProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const [kind, setKind] = useState<'help' | 'emergency'>('help');
  return (
    <DialogForm
      {...rest}
      title={t('act_help')}
      testId="dialog-help"
      submit={d(`help_kind_${kind}`)}
      danger={kind === 'emergency'}
      onSubmit={() => run.help(kind)}
    >
      <p>{d('help_text')}</p>
      <Choices
        legend={t('act_help')}
        hideLegend
        first
        choices={(['help', 'emergency'] as const).map((value) => ({
          value,
          label: d(`help_kind_${value}`),
          hint: d(`help_kind_${value}_hint`),
        }))}
        value={kind}
        onChange={setKind}
      />
    </DialogForm>
  );
}
