import type { TicketRow } from '@sunbeon/contract';
import type { Tone } from '../../parts/state-chip.tsx';

type State = TicketRow['state'];

export const ticketStates = [
  ...(['waiting', 'called', 'serving', 'held'] as const),
  ...(['completed', 'no_show', 'cancelled', 'expired'] as const),
] as const satisfies readonly State[];

export const stateTones: Readonly<Record<State, Tone>> = {
  waiting: 'note',
  called: 'note',
  serving: 'note',
  held: 'warning',
  completed: 'good',
  no_show: 'warning',
  cancelled: 'off',
  expired: 'warning',
};

/** Whole minutes from drawing the number until the (last) first call; null = it was not called. */
export function waitedMinutes({ issuedAt, calledAt }: Pick<TicketRow, 'issuedAt' | 'calledAt'>): number | null {
  if (issuedAt === null || calledAt === null) return null;
  return Math.max(0, Math.floor((Date.parse(calledAt) - Date.parse(issuedAt)) / 60_000));
}
