import type { ClockReading } from '@sunbeon/contract';

/**
 * The office's present instant, kept running between two readings.
 * @param reading the server's reading: `rate` seconds of the office per real second, 0 = stands still
 * @param receivedAtMs local epoch milliseconds at which the reading arrived
 * @returns local epoch milliseconds (now unless given) -> the office's epoch milliseconds
 */
export function clockFrom(reading: ClockReading, receivedAtMs: number): (nowMs?: number) => number {
  const base = Date.parse(reading.now);
  return (nowMs = Date.now()) => base + Math.max(0, nowMs - receivedAtMs) * reading.rate;
}
