import { setTimeout as sleep } from 'node:timers/promises';
import { addTally, compareStep, emptyTally, isAsExpected, shownIn, type Fault, type Tally } from './compare.ts';
import { asProblem, type Stage } from './installation.ts';
import type { RebuiltDay, Step } from './rebuild.ts';
import type { Pace } from './pace.ts';

/** What came out of one day of one office. */
export interface DayResult {
  readonly rebuilt: RebuiltDay;
  readonly total: Tally;
  readonly byService: ReadonlyMap<string, Tally>;
  readonly faults: readonly Fault[];
  /** Events that the server did not take, in words. */
  readonly refused: readonly string[];
}

const BATCH = 1000;
/** The public status follows a post within milliseconds; a server that is busy gets this long. */
const PATIENCE_MS = 5000;
/** Once it is clear that something is wrong. */
const LESS_PATIENCE_MS = 200;
const FAULTS_KEPT = 1000;

/**
 * Plays a day: events as ticket hardware would tell them, and at each snapshot of the archive a look at the public page.
 * @param told called after each snapshot
 */
export async function playDay(stage: Stage, rebuilt: RebuiltDay, pace: Pace, told: () => void): Promise<DayResult> {
  const byService = new Map(rebuilt.day.services.map(({ code }) => [code, emptyTally()]));
  const total = emptyTally();
  const faults: Fault[] = [];
  const refused: string[] = [];
  let revision = 0;
  for (const step of rebuilt.steps) {
    await pace.until(step, async (events) => {
      for (let from = 0; from < events.length; from += BATCH) {
        revision = await post(stage, events.slice(from, from + BATCH), refused);
      }
    });
    const shown = await look(stage, step, revision, faults.length > 3 ? LESS_PATIENCE_MS : PATIENCE_MS);
    const found = compareStep(rebuilt.day.date, step, shown);
    for (const [code, tally] of found.tallies) {
      addTally(total, tally);
      addTally(byService.get(code) ?? emptyTally(), tally);
    }
    if (faults.length < FAULTS_KEPT) faults.push(...found.faults);
    told();
  }
  return { rebuilt, total, byService, faults, refused };
}

async function post(stage: Stage, events: Step['events'], refused: string[]): Promise<number> {
  try {
    const { results, revision, repeated } = await stage.post(events);
    for (const { id, result, code, detail } of results) {
      if (result === 'accepted' || (repeated && result === 'duplicate')) continue;
      refused.push(`${id}: ${[result, code, detail].filter(Boolean).join(' ')}`);
    }
    return revision;
  } catch (error) {
    throw asProblem(error, 'Posting events');
  }
}

/** The status as soon as it is of the posted revision and as expected; after a while as it is. */
async function look(stage: Stage, step: Step, revision: number, patience: number) {
  const began = Date.now();
  for (;;) {
    const status = await stage.status().catch((error: unknown) => {
      throw asProblem(error, 'Reading the public status');
    });
    const shown = shownIn(status);
    const current = status.revision >= revision;
    const waited = Date.now() - began;
    if ((current && (isAsExpected(step, shown) || waited > patience)) || waited > PATIENCE_MS) return shown;
    await sleep(5);
  }
}
