import type { CallMessage } from '@sunbeon/contract';

/** The calls of the hall's TV: the largest one and those before it. */
export interface CallsView {
  readonly first: CallMessage | null;
  readonly before: readonly CallMessage[];
}

export const callsBefore = 4;
/** Yesterday's last numbers mean nothing this morning. Milliseconds of the office's time. */
const oldestShownMs = 6 * 3_600_000;

/**
 * @param calls newest first, as on the board
 * @param turn the call whose turn it is: what is said and what is largest are one
 */
export function callsView(calls: readonly CallMessage[], turn: CallMessage | null, officeNowMs: number): CallsView {
  const recent = calls.filter((call) => officeNowMs - Date.parse(call.at) < oldestShownMs);
  const first = turn ?? recent[0] ?? null;
  const before: CallMessage[] = [];
  const same = (a: CallMessage, b: CallMessage) => a.number === b.number && a.counter === b.counter;
  for (const call of recent) {
    // A number called again stands there once, where it was called last.
    if (first && same(call, first)) continue;
    if (before.length < callsBefore && !before.some((one) => same(one, call))) before.push(call);
  }
  return { first, before };
}
