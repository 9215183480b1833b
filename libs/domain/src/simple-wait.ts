/**
 * A first honest range of the wait, without a model. The next n people leave k counters at a rate of k per service
 * time T, so the wait is about n x T / k; it is spread by the service times (coefficient of variation 0.8, log-sd
 * 0.55-0.7 as seen in civil-affairs offices and a day's factor) and by what nobody knows about a target typed by an
 * administrator (factor e^0.35). Shown is the middle 80 % of that, rounded outwards: to 5 minutes, to 1 below 10.
 */
export const waitUnavailableReasons = ['no_counter_open', 'too_few_data', 'stale', 'too_wide', 'closed'] as const;
export type WaitUnavailable = (typeof waitUnavailableReasons)[number];

/** Whole minutes, low < high. */
export interface WaitRange {
  lowMinutes: number;
  highMinutes: number;
}

export type SimpleWait = ({ basis: 'simple' } & WaitRange) | { unavailable: WaitUnavailable };

export interface SimpleWaitInput {
  open: boolean;
  /** People called before (see `positionOf`), or waiting for a newcomer. */
  ahead: number;
  /** Minutes per ticket; null or 0 = not known. */
  targetMinutes: number | null;
  /** Open counters for this service, shared ones in parts (see `counterShare`). */
  counters: number;
  /** A counter that serves it has nobody at the moment. */
  counterIdle: boolean;
}

const serviceVariation = 0.8;
const targetSpread = 0.35;
/** Standard normal quantile of .90: the range from P10 to P90. */
const z90 = 1.2816;
const shortestHigh = 3;
/** A wider range helps nobody. */
const widest = 90;

/** The range, or why there is none: closed, no_counter_open, too_few_data (no target), too_wide (over 90 minutes). */
export function simpleWait({ open, ahead, targetMinutes, counters, counterIdle }: SimpleWaitInput): SimpleWait {
  if (!open) return { unavailable: 'closed' };
  if (counters <= 0) return { unavailable: 'no_counter_open' };
  if (targetMinutes === null || targetMinutes <= 0) return { unavailable: 'too_few_data' };
  const leaving = Math.max(0, ahead) + (counterIdle ? 0 : 1);
  if (leaving === 0) return { basis: 'simple', lowMinutes: 0, highMinutes: shortestHigh };
  const middle = (leaving * targetMinutes) / counters;
  const spread = Math.sqrt(Math.log(1 + serviceVariation ** 2 / leaving) + targetSpread ** 2);
  const range = roundOutwards(middle * Math.exp(-z90 * spread), middle * Math.exp(z90 * spread));
  return range.highMinutes - range.lowMinutes > widest ? { unavailable: 'too_wide' } : { basis: 'simple', ...range };
}

/** Rounds a range outwards to 5 minutes, to 1 below 10; never a single minute. Used by every estimate that is shown. */
export function roundOutwards(low: number, high: number): WaitRange {
  const lowMinutes = low < 10 ? Math.max(0, Math.floor(low)) : Math.floor(low / 5) * 5;
  const rounded = high < 10 ? Math.ceil(high) : Math.ceil(high / 5) * 5;
  const highMinutes = Math.max(rounded, shortestHigh, lowMinutes < 10 ? lowMinutes + 1 : lowMinutes + 5);
  // Ten and more comes in steps of five only.
  return { lowMinutes, highMinutes: highMinutes > 10 ? Math.ceil(highMinutes / 5) * 5 : highMinutes };
}

export interface ServiceDemand {
  serviceId: string;
  waiting: number;
  targetMinutes: number;
}

/**
 * Open counters for one service, a counter with several services counted in the share of its waiting work (people x
 * minutes) that this service holds, a newcomer of it included. With one line for all (first come) this gives the
 * whole work before the newcomer divided by the counters.
 */
export function counterShare(
  serviceId: string,
  counters: readonly { serviceIds: readonly string[] }[],
  demands: readonly ServiceDemand[],
): number {
  const work = new Map(
    demands.map((demand) => {
      const people = demand.waiting + (demand.serviceId === serviceId ? 1 : 0);
      return [demand.serviceId, people * Math.max(demand.targetMinutes, 0.1)];
    }),
  );
  const own = work.get(serviceId) ?? 1;
  return counters
    .filter((counter) => counter.serviceIds.includes(serviceId))
    .map(
      (counter) =>
        own / counter.serviceIds.reduce((sum, id) => sum + (id === serviceId ? own : (work.get(id) ?? 0)), 0),
    )
    .reduce((sum, share) => sum + share, 0);
}
