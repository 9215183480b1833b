import type { CallMessage } from '@sunbeon/contract';

/**
 * The line of calls of one screen: which call has its turn now and which wait for theirs. Pure; `announcer.ts` runs it.
 * Order is never changed and the number of repetitions never cut: with others waiting only the pauses get shorter.
 */
export interface CallLine {
  /** The call whose turn it is. */
  readonly current: CallMessage | null;
  /** In order of arrival, at most `longestLine`. */
  readonly waiting: readonly WaitingCall[];
  /** Keys of the last calls that joined; a message that comes twice is known by them. */
  readonly known: readonly string[];
}

export interface WaitingCall {
  readonly call: CallMessage;
  /** Local epoch milliseconds of its arrival. */
  readonly sinceMs: number;
}

/** One call shown, and said `call.repeat` times. Milliseconds. */
export interface Turn {
  readonly call: CallMessage;
  /** The call stays in front at least so long, said or not. */
  readonly showMs: number;
  /** Between repetitions. */
  readonly pauseMs: number;
  /** After it, before the next turn. */
  readonly gapMs: number;
}

export const joinVerdicts = ['waits', 'duplicate', 'too_old', 'line_full'] as const;
/** duplicate = ignored; too_old and line_full = shown among the last calls, not said. */
export type JoinVerdict = (typeof joinVerdicts)[number];

export const emptyLine: CallLine = { current: null, waiting: [], known: [] };

/** An older call found after a reconnect is shown, not said: its visitor has come, or was called again. Milliseconds. */
export const oldestSaidMs = 60_000;
/** No hall fills it; it bounds the memory of a screen left alone with a simulator. */
export const longestLine = 60;
const knownCalls = 128;

const calm = { showMs: 5_000, pauseMs: 600, gapMs: 500 };
const hurried = { showMs: 2_500, pauseMs: 250, gapMs: 150 };

/**
 * A call arrives.
 * @param nowMs local epoch milliseconds
 * @param ageMs real milliseconds since the call was made
 */
export function joinLine(
  line: CallLine,
  call: CallMessage,
  { nowMs, ageMs }: { nowMs: number; ageMs: number },
): { line: CallLine; verdict: JoinVerdict } {
  const key = `${call.seq} ${call.at}`;
  if (line.known.includes(key)) return { line, verdict: 'duplicate' };
  const known = [...line.known, key].slice(-knownCalls);
  if (ageMs > oldestSaidMs) return { line: { ...line, known }, verdict: 'too_old' };
  if (line.waiting.length >= longestLine) return { line: { ...line, known }, verdict: 'line_full' };
  return { line: { ...line, known, waiting: [...line.waiting, { call, sinceMs: nowMs }] }, verdict: 'waits' };
}

/**
 * The present turn has ended (or there was none): the next one.
 * @param patienceMs calls that waited longer are passed over: shown, no longer said
 */
export function nextTurn(
  line: CallLine,
  nowMs: number,
  patienceMs: number,
): { line: CallLine; turn: Turn | null; passedOver: readonly CallMessage[] } {
  const kept = line.waiting.filter(({ sinceMs }) => nowMs - sinceMs <= patienceMs);
  const passedOver = line.waiting.filter((each) => !kept.includes(each)).map(({ call }) => call);
  const [first, ...waiting] = kept;
  if (first === undefined) return { line: { ...line, current: null, waiting: [] }, turn: null, passedOver };
  const tempo = waiting.length > 0 ? hurried : calm;
  return { line: { ...line, current: first.call, waiting }, turn: { call: first.call, ...tempo }, passedOver };
}

/** Nothing waits any more (sound and turns switched off); what is known stays known. */
export function clearLine(line: CallLine): CallLine {
  return { ...line, waiting: [] };
}
