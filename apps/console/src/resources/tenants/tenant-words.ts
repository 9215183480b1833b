import type { Plan, TenantStatus } from '@sunbeon/contract';
import type { Tone } from '../../parts/state-chip.tsx';

export const statusTones: Readonly<Record<TenantStatus, Tone>> = {
  pending: 'warning',
  trial: 'note',
  active: 'good',
  suspended: 'bad',
  closed: 'off',
};
export const tenantStatuses = Object.keys(statusTones) as TenantStatus[];

const every: Readonly<Record<Plan, true>> = { small: true, standard: true, unlimited: true };
export const plans = Object.keys(every) as Plan[];

export const tenantMoves = ['approve', 'refuse', 'activate', 'extend', 'suspend', 'resume', 'close', 'erase'] as const;
export type TenantMove = (typeof tenantMoves)[number];

/** What the operator may decide about a tenant. Beside a closing that waits: to hasten it; to take it back has a button of its own. */
export function offeredTo({ status, next }: { status: TenantStatus; next: { status: TenantStatus } | null }) {
  if (next?.status === 'closed') return ['close'] as const;
  return offered[status].filter((move) => move !== 'suspend' || next === null);
}

/** What is offered in a status; the server has the table that decides. */
const offered: Readonly<Record<TenantStatus, readonly TenantMove[]>> = {
  pending: ['approve', 'refuse'],
  trial: ['activate', 'extend', 'suspend', 'close'],
  active: ['suspend', 'close'],
  suspended: ['resume', 'close'],
  closed: ['erase'],
};
