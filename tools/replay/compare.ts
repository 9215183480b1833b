import type { PublicStatus } from '@sunbeon/contract';
import { explains } from './dirt.ts';
import type { Expectation, Step } from './rebuild.ts';

/** What the public status says of a service. */
export interface Shown {
  readonly waiting: number;
  readonly number: string | null;
}

/** A difference that the archive's own dirt does not explain. */
export interface Fault {
  readonly date: string;
  readonly time: string;
  readonly service: string;
  readonly what: 'waiting' | 'number' | 'service_not_shown';
  /** As the archive has it. */
  readonly archive: string;
  /** As it follows from the archive's rows. */
  readonly expected: string;
  readonly shown: string;
}

/** Result of comparisons: of one service, or of many. */
export interface Tally {
  compared: number;
  same: number;
  /** Differences in people waiting that `waiting_fell` explains. */
  waitingExplained: number;
  /** Differences in the number that a missing or unknown number explains. */
  numberExplained: number;
  unexplained: number;
}

export const emptyTally = (): Tally => ({
  compared: 0,
  same: 0,
  waitingExplained: 0,
  numberExplained: 0,
  unexplained: 0,
});

export function addTally(sum: Tally, part: Tally): void {
  for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += part[key];
}

/** Services of a public status by their code. */
export function shownIn(status: PublicStatus): Map<string, Shown> {
  return new Map(
    status.services.map(({ code, waiting, lastCalled }) => [code, { waiting, number: lastCalled?.number ?? null }]),
  );
}

/** True when the status says of every service what follows from the archive. */
export function isAsExpected(step: Step, shown: ReadonlyMap<string, Shown>): boolean {
  return [...step.expected].every(([code, { waiting, number }]) => {
    const service = shown.get(code);
    return service?.waiting === waiting && service.number === number;
  });
}

/**
 * Compares one snapshot, service by service. A difference counts as explained only when the status says exactly what
 * was worked out from the archive's rows before, and that is off the row for a reason of the archive.
 */
export function compareStep(
  date: string,
  step: Step,
  shown: ReadonlyMap<string, Shown>,
): { tallies: Map<string, Tally>; faults: Fault[] } {
  const tallies = new Map<string, Tally>();
  const faults: Fault[] = [];
  for (const [code, expected] of step.expected) {
    const row = step.snapshot.rows.get(code);
    const archive = { waiting: row?.waiting ?? 0, number: row?.number || null };
    const place = { date, time: step.snapshot.time, service: code };
    const found = judge(archive, expected, shown.get(code)).map((fault) => ({ ...place, ...fault }));
    faults.push(...found);
    tallies.set(code, tallyOf(archive, expected, found.length > 0));
  }
  return { tallies, faults };
}

function judge(
  archive: Shown,
  expected: Expectation,
  shown: Shown | undefined,
): Omit<Fault, 'date' | 'time' | 'service'>[] {
  if (!shown)
    return [{ what: 'service_not_shown', archive: told(archive), expected: told(expected), shown: 'nothing' }];
  return (['waiting', 'number'] as const).flatMap((what) => {
    if (isFounded(what, archive, expected) && shown[what] === expected[what]) return [];
    return [{ what, archive: String(archive[what]), expected: String(expected[what]), shown: String(shown[what]) }];
  });
}

/** What was expected is what the archive says, or is off it by a kind of dirt that may explain that. */
function isFounded(what: 'waiting' | 'number', archive: Shown, expected: Expectation): boolean {
  if (archive[what] === expected[what]) return true;
  const kind = what === 'waiting' ? expected.waitingDiffersBy : expected.numberDiffersBy;
  return kind !== null && explains[kind] === what;
}

function tallyOf(archive: Shown, expected: Expectation, faulty: boolean): Tally {
  const waiting = expected.waiting !== archive.waiting;
  const number = expected.number !== archive.number;
  return {
    compared: 1,
    same: faulty || waiting || number ? 0 : 1,
    waitingExplained: !faulty && waiting ? 1 : 0,
    numberExplained: !faulty && number ? 1 : 0,
    unexplained: faulty ? 1 : 0,
  };
}

const told = ({ waiting, number }: Shown): string => `${waiting} waiting, ${number ?? 'no number'}`;
