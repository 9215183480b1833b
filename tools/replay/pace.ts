import type { RelayEvent } from '@sunbeon/contract';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './installation.ts';
import type { Step } from './rebuild.ts';

/** How the tenant's clock and the events go on from one snapshot to the next. */
export interface Pace {
  /** Brings the clock to the snapshot and hands over all events until then. */
  until(step: Step, post: (events: readonly RelayEvent[]) => Promise<void>): Promise<void>;
  /** In words what came of the speed asked for; null when there is nothing to say. */
  summary(): string | null;
}

/** As fast as possible: the clock stands still and is put forward from snapshot to snapshot. */
export function steppingPace(stage: Stage): Pace {
  return {
    async until({ snapshot, events }, post) {
      await stage.setClock(snapshot.at, 0);
      await post(events);
    },
    summary: () => null,
  };
}

/** Events that fall into one such span of real time go in one post, as a relay would send them. */
const POST_EVERY_MS = 250;
/** Behind by more than this, the replay slows down instead of running after the clock. */
const LATE_MS = 1000;

/**
 * The clock runs `speed` times faster than real time, and each event is posted when it happens. When the replay falls
 * behind by more than a second, the clock is put back to the moment that is being played, and `say` is told once.
 */
export function runningPace(stage: Stage, speed: number, say: (sentence: string) => void): Pace {
  let anchor: { real: number; played: number } | null = null;
  let lostMs = 0;
  const began = { real: 0, played: 0 };
  let playedTo = 0;
  const start = async (played: number) => {
    await stage.setClock(played, speed);
    anchor = { real: Date.now(), played };
  };
  const dueAt = (played: number): number => (anchor ? anchor.real + (played - anchor.played) / speed : Date.now());
  const waitFor = async (played: number) => {
    const left = dueAt(played) - Date.now();
    if (left > 0) return void (await sleep(left));
    if (left > -LATE_MS) return;
    if (lostMs === 0) say(`This machine cannot play ${speed} times faster than real time: going slower.`);
    lostMs -= left;
    await start(played);
  };
  return {
    async until({ snapshot, events }, post) {
      if (!anchor) {
        const first = events[0] ? Date.parse(events[0].occurredAt) : snapshot.at;
        await start(Math.min(first, snapshot.at));
        Object.assign(began, anchor);
      }
      for (const slice of slices(events, POST_EVERY_MS * speed)) {
        await waitFor(Date.parse(slice.at(-1)?.occurredAt ?? ''));
        await post(slice);
      }
      await waitFor(snapshot.at);
      playedTo = snapshot.at;
    },
    summary() {
      if (lostMs === 0) return null;
      const reached = (playedTo - began.played) / Math.max(1, Date.now() - began.real);
      return `Played ${reached.toFixed(1)} times faster than real time; ${speed} was asked for.`;
    },
  };
}

/** Events in order of time, cut where a span of `width` milliseconds is full. */
export function slices(events: readonly RelayEvent[], width: number): RelayEvent[][] {
  const result: RelayEvent[][] = [];
  let from = -Infinity;
  for (const event of events) {
    const at = Date.parse(event.occurredAt);
    if (at - from >= width) {
      result.push([]);
      from = at;
    }
    result.at(-1)?.push(event);
  }
  return result;
}
