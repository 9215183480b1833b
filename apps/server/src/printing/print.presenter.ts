import type { PrintJob } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import type { StoredPrint } from './print-jobs.repository.ts';

export function presentPrint(print: StoredPrint): PrintJob {
  const { id, ticketId, deviceId, label, again, state, reason, attempts } = print;
  const times = { wantedAt: iso(print.wantedAt), changedAt: iso(print.changedAt) };
  return { id, ticketId, deviceId, number: label, again, state, reason, attempts, ...times };
}
