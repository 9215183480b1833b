import type { Client } from '@sunbeon/client';
import type { Hall, HallCounter, HallTicket, Me } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { CommandRunner } from '../commands/command-runner.ts';
import { counterCommands } from '../commands/counter-commands.ts';
import type { KeyAction } from '../commands/keys.ts';
import { useKeys } from '../commands/use-keys.ts';
import { callsMissing, whatMayBeDone, type DeskAction } from '../hall/what-may-be-done.ts';
import type { SheetAction } from '../dialogs/ticket-sheet.tsx';
import { dialogTexts } from '../texts/dialog-texts.ts';
import { texts } from '../texts/texts.ts';
import { ActionBar } from './action-bar.tsx';
import { CallBackNotice } from './call-back-notice.tsx';
import { askingActions, DialogHost, isStillPossible, type Dialog } from './dialog-host.tsx';
import { HallColumn, helpCalls } from './hall-column.tsx';
import { NarrowTabs, type NarrowView } from './narrow-tabs.tsx';
import { NoTicket } from './no-ticket.tsx';
import { ResultLine } from './result-line.tsx';
import { TicketPanel } from './ticket-panel.tsx';
import { WaitingColumn } from './waiting-column.tsx';

interface DeskProps {
  hall: Hall;
  office: string;
  counter: HallCounter;
  me: Me;
  nowMs: number;
  /** The hall shown is live. */
  live: boolean;
  client: Client;
  runner: CommandRunner;
  /** Another person is to go on at this counter. */
  onSwap: () => void;
}

type Asking = (typeof askingActions)[number];
const asks = (action: KeyAction): action is Asking => (askingActions as readonly string[]).includes(action);

/** The desk of one counter: who waits, who is served and what may be done, the hall. */
export function Desk({ hall, office, counter, me, nowMs, live, client, runner, onSwap }: DeskProps) {
  const t = useTexts(texts);
  const d = useTexts(dialogTexts);
  const commands = useSyncExternalStore(runner.subscribe, runner.state);
  const run = useMemo(() => counterCommands(client, runner, counter.id), [client, runner, counter.id]);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [hint, setHint] = useState<string | null>(null);
  const [view, setView] = useState<NarrowView>('desk');
  const may = whatMayBeDone(hall, counter, { staffId: me.id, nowMs });
  const blocked = !live || commands.pending !== null;
  const ticket = counter.ticket;
  const gone = dialog !== null && commands.pending === null && !isStillPossible(dialog, hall, counter, may);
  if (gone) {
    setDialog(null);
    if (commands.last?.kind !== 'done') setHint(d('gone'));
  }

  const act = (action: KeyAction) => {
    setHint(null);
    if (action === 'swap') return onSwap();
    if (action === 'keys' || asks(action)) return setDialog({ name: action, ticket: ownTicket(action, ticket) });
    if (action === 'addService' || action === 'priority' || action === 'cancel') {
      return ticket === null ? undefined : setDialog({ name: action, ticket });
    }
    const call = action === 'answerHelp' ? helpCalls(hall, counter)[0] : undefined;
    if (action === 'answerHelp') return call && void run.answerHelp(call.id);
    void run[action]();
  };
  const offered = (action: KeyAction) =>
    action === 'keys' || action === 'swap' || may.has(action === 'completeWith' ? 'complete' : (action as DeskAction));
  useKeys((actions) => {
    const action = actions.find(offered);
    if (action === 'keys') return act(action);
    if (blocked) return;
    if (action !== undefined) return act(action);
    runner.dismiss();
    setHint(whyNot(actions[0], hall, counter, t));
  });
  useTitle(hall, counter);

  const onSheet = (action: SheetAction, of: HallTicket) => {
    setHint(null);
    if (action === 'priority' || action === 'addService' || action === 'cancel' || action === 'reprint')
      return setDialog({ name: action, ticket: of });
    setDialog(null);
    setView('desk');
    void run[action](of.id);
  };
  const column = { hall, counter, nowMs };
  return (
    <main className="desk" data-view={view} data-testid="desk" data-counter={counter.number} data-state={counter.state}>
      <h1 className="visually-hidden">{t('at_counter', { counter: counter.number })}</h1>
      <NarrowTabs view={view} onChange={setView} waiting={hall.waitingTotal} helps={helpCalls(hall, counter).length} />
      <WaitingColumn {...column} onTicket={(of) => setDialog({ name: 'ticket', ticket: of })} />
      <section className="column column--desk" aria-label={t('column_desk')}>
        <TakenNotice counter={counter} me={me} />
        <CallBackNotice client={client} counter={counter} staffId={me.id} />
        {ticket !== null && !may.has('takeOver') ? (
          <TicketPanel {...column} ticket={ticket} />
        ) : (
          <NoTicket {...column} may={may} />
        )}
        <ActionBar {...column} may={may} blocked={blocked} onAct={act} />
        <ResultLine hall={hall} commands={commands} hint={hint} onDismiss={runner.dismiss} />
      </section>
      <HallColumn {...column} mayAnswer={may.has('answerHelp')} blocked={blocked} onAnswer={() => act('answerHelp')} />
      {dialog !== null && !gone && (
        <DialogHost
          {...column}
          {...{ dialog, client, office, may, commands, blocked, run, onSheet }}
          onClose={() => setDialog(null)}
        />
      )}
    </main>
  );
}

/** Dialogs about the ticket at the counter close when it is no longer there. */
function ownTicket(action: Asking | 'keys', ticket: HallTicket | null): HallTicket | null {
  return action === 'completeWith' || action === 'hold' || action === 'transfer' ? ticket : null;
}

/** Why a key did nothing. */
function whyNot(
  action: KeyAction | undefined,
  hall: Hall,
  counter: HallCounter,
  t: ReturnType<typeof useTexts<typeof texts>>,
): string | null {
  if (action === undefined) return null;
  const { ticket } = counter;
  if (action === 'callNext' && ticket === null && counter.state === 'open') return t('nobody');
  if (action === 'noShow' && ticket?.state === 'called') return t('calls_missing', { n: callsMissing(hall, ticket) });
  return t('cannot_now', { action: t(`act_${action}`) });
}

/** Says that a colleague took this counter over while one worked at it. */
function TakenNotice({ counter, me }: { counter: HallCounter; me: Me }) {
  const t = useTexts(texts);
  const [wasMine, setWasMine] = useState(false);
  const mine = counter.staff?.id === me.id;
  if (mine !== wasMine && (mine || counter.state === 'closed')) setWasMine(mine);
  const taken = wasMine && !mine && counter.state !== 'closed';
  return (
    <div role="alert">
      {taken && (
        <p className="result result--failed" data-testid="taken-from-you">
          {t('taken_from_you', { name: counter.staff?.name ?? '' })}
        </p>
      )}
    </div>
  );
}

/** The tab of the browser tells the number, or how many wait. */
function useTitle(hall: Hall, counter: HallCounter): void {
  const t = useTexts(texts);
  const what = counter.ticket?.number ?? `(${hall.waitingTotal})`;
  const title = `${what} · ${t('at_counter', { counter: counter.number })}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
