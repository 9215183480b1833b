import type { Client } from '@sunbeon/client';
import type { Hall, HallCounter, HallTicket } from '@sunbeon/contract';
import type { CommandState } from '../commands/command-runner.ts';
import type { CounterCommands } from '../commands/counter-commands.ts';
import { CloseDialog, HelpDialog, PauseDialog, TakeOverDialog } from '../dialogs/counter-dialogs.tsx';
import { CallDialog, KeysDialog, PickTicketDialog } from '../dialogs/list-dialogs.tsx';
import {
  AddServiceDialog,
  CancelDialog,
  CompleteDialog,
  HoldDialog,
  PriorityDialog,
  TransferDialog,
} from '../dialogs/ticket-dialogs.tsx';
import { ReprintDialog } from '../dialogs/reprint-dialog.tsx';
import { TicketSheet, type SheetAction } from '../dialogs/ticket-sheet.tsx';
import { allTickets } from '../hall/waiting-view.ts';
import { mayBeCorrected, type DeskAction } from '../hall/what-may-be-done.ts';

/** Actions that ask something first. */
export const askingActions = [
  'completeWith',
  'hold',
  'transfer',
  'pause',
  'close',
  'takeOver',
  'help',
  'call',
  'takeUp',
  'reinstate',
] as const;
export const ticketQuestions = ['addService', 'priority', 'cancel', 'reprint', 'ticket'] as const;

export type Dialog =
  | { readonly name: (typeof askingActions)[number] | 'keys'; readonly ticket: HallTicket | null }
  | { readonly name: (typeof ticketQuestions)[number]; readonly ticket: HallTicket };

/** Whether what a dialog asks about can still be done. */
export function isStillPossible(
  dialog: Dialog,
  hall: Hall,
  counter: HallCounter,
  may: ReadonlySet<DeskAction>,
): boolean {
  const { name, ticket } = dialog;
  if (name === 'keys') return true;
  const now = ticket && allTickets(hall).find(({ id }) => id === ticket.id);
  if (name === 'reprint') return now !== undefined && now !== null;
  if (name === 'ticket') return now !== undefined && now !== null && now.state === ticket.state;
  if (name === 'addService' || name === 'priority' || name === 'cancel') {
    return now !== undefined && now !== null && mayBeCorrected(now).has(name);
  }
  const action = name === 'completeWith' ? 'complete' : name;
  return may.has(action) && (ticket === null || counter.ticket?.id === ticket.id);
}

interface DialogHostProps {
  dialog: Dialog;
  client: Client;
  office: string;
  hall: Hall;
  counter: HallCounter;
  may: ReadonlySet<DeskAction>;
  nowMs: number;
  commands: CommandState;
  blocked: boolean;
  run: CounterCommands;
  onClose: () => void;
  onSheet: (action: SheetAction, ticket: HallTicket) => void;
}

/** The one dialog that is open. */
export function DialogHost({ dialog, may, onSheet, ...rest }: DialogHostProps) {
  const { hall, counter, run, commands, blocked, onClose } = rest;
  const asked = dialog.ticket;
  const ticket = asked === null ? null : (allTickets(hall).find(({ id }) => id === asked.id) ?? asked);
  switch (dialog.name) {
    case 'completeWith':
      return ticket && <CompleteDialog {...rest} ticket={ticket} />;
    case 'hold':
      return ticket && <HoldDialog {...rest} ticket={ticket} />;
    case 'transfer':
      return ticket && <TransferDialog {...rest} ticket={ticket} />;
    case 'addService':
      return ticket && <AddServiceDialog {...rest} ticket={ticket} />;
    case 'priority':
      return ticket && <PriorityDialog {...rest} ticket={ticket} />;
    case 'cancel':
      return ticket && <CancelDialog {...rest} ticket={ticket} />;
    case 'reprint':
      return ticket && <ReprintDialog {...rest} ticket={ticket} />;
    case 'ticket':
      return ticket && <TicketSheet {...rest} may={may} ticket={ticket} onAct={(action) => onSheet(action, ticket)} />;
    case 'pause':
      return <PauseDialog {...rest} />;
    case 'close':
      return <CloseDialog {...rest} />;
    case 'help':
      return <HelpDialog {...rest} />;
    case 'call':
      return <CallDialog {...rest} />;
    case 'takeUp':
    case 'reinstate':
      return <PickTicketDialog {...rest} kind={dialog.name} />;
    case 'takeOver':
      return <TakeOverDialog {...{ counter, commands, blocked, onClose }} onTakeOver={run.takeOver} />;
    case 'keys':
      return <KeysDialog may={may} onClose={onClose} />;
  }
}
