import { clockFrom } from '@sunbeon/client';
import type { CallMessage, ClockReading } from '@sunbeon/contract';
import type { Received } from '@sunbeon/ui';

/** Real milliseconds since a call was made, measured on the office's clock: a rehearsal's may run faster, or stand. */
export function callAgeMs(call: Pick<CallMessage, 'at'>, clock: Received<ClockReading> | null): number {
  if (clock === null) return 0;
  const officeMs = clockFrom(clock.value, clock.receivedAtMs)() - Date.parse(call.at);
  return Math.max(0, clock.value.rate > 1 ? officeMs / clock.value.rate : officeMs);
}

/** Three minutes of the office's time; in a rehearsal that runs fast less, but never under ten real seconds. */
export function patienceOf(rate: number): number {
  return Math.max(10_000, 180_000 / Math.max(1, rate));
}
