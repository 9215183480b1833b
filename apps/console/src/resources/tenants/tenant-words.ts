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

/** What the operator is offered in a status; the server has the table that decides. */
export const offered: Readonly<Record<TenantStatus, readonly TenantMove[]>> = {
  pending: ['approve', 'refuse'],
  trial: ['activate', 'extend', 'suspend', 'close'],
  active: ['suspend', 'close'],
  suspended: ['resume', 'close'],
  closed: ['erase'],
};
