import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  defaultLevelRule,
  levelFallsAt,
  levels,
  momentaryLevel,
  nextLevel,
  noLevel,
  officeLevel,
  type Level,
  type LevelState,
  type ServiceLoad,
} from './level.ts';
import { minute } from './spec-support.ts';

const load = (changes: Partial<ServiceLoad>): ServiceLoad => ({
  open: true,
  waiting: 0,
  openCounters: 1,
  targetMinutes: 5,
  limitMinutes: null,
  medianWaitMinutes: null,
  ...changes,
});
const at = (wait: number): Level | null => momentaryLevel(load({ waiting: 1, medianWaitMinutes: wait }));

describe('the level of a moment', () => {
  it('has its limits at L/6, L/2 and L', () => {
    expect([4.99, 5, 14.99, 15, 29.99, 30].map(at)).toEqual(['quiet', 'normal', 'normal', 'busy', 'busy', 'crowded']);
  });

  it('is people x target / counters without a model', () => {
    expect(momentaryLevel(load({ waiting: 6, openCounters: 2 }))).toBe('busy');
    expect(momentaryLevel(load({ waiting: 6, openCounters: 2, limitMinutes: 15 }))).toBe('crowded');
  });

  it('is crowded with people and no counter, quiet with neither, null when closed', () => {
    expect(momentaryLevel(load({ waiting: 1, openCounters: 0, medianWaitMinutes: 1 }))).toBe('crowded');
    expect(momentaryLevel(load({ waiting: 0, openCounters: 0 }))).toBe('quiet');
    expect(momentaryLevel(load({ open: false, waiting: 9 }))).toBeNull();
  });

  it('takes the tenant’s thresholds', () => {
    expect(momentaryLevel(load({ waiting: 1, medianWaitMinutes: 10 }), { ...defaultLevelRule, busyFrom: 1 / 3 })).toBe(
      'busy',
    );
  });
});

const play = (steps: [number, Level | null][]): (Level | null)[] => {
  let state = noLevel;
  return steps.map(
    ([minutes, moment]) =>
      (state = JSON.parse(JSON.stringify(nextLevel(state, moment, minutes * minute))) as LevelState).level,
  );
};

describe('the level shown', () => {
  it('goes up at once and down after three minutes below', () => {
    expect(
      play([
        [0, 'quiet'],
        [1, 'crowded'],
        [2, 'quiet'],
        [4.99, 'quiet'],
        [5, 'quiet'],
      ]),
    ).toEqual(['quiet', 'crowded', 'crowded', 'crowded', 'quiet']);
  });

  it('starts to count again when the load comes back', () => {
    expect(
      play([
        [0, 'busy'],
        [1, 'normal'],
        [3, 'busy'],
        [3.5, 'normal'],
        [6, 'normal'],
        [6.5, 'normal'],
      ]),
    ).toEqual(['busy', 'busy', 'busy', 'busy', 'busy', 'normal']);
  });

  it('falls to the highest level of the last three minutes', () => {
    expect(
      play([
        [0, 'crowded'],
        [1, 'busy'],
        [3.9, 'quiet'],
        [4, 'quiet'],
        [6.8, 'quiet'],
        [6.9, 'quiet'],
      ]),
    ).toEqual(['crowded', 'crowded', 'crowded', 'busy', 'busy', 'quiet']);
  });

  it('is null when closed and begins anew afterwards', () => {
    expect(
      play([
        [0, 'crowded'],
        [1, null],
        [2, 'quiet'],
        [2.1, 'normal'],
      ]),
    ).toEqual(['crowded', null, 'quiet', 'normal']);
  });

  it('says when it falls by itself', () => {
    const down = nextLevel(nextLevel(noLevel, 'busy', 0), 'quiet', minute);
    expect(levelFallsAt(down)).toBe(4 * minute);
    expect(levelFallsAt(nextLevel(noLevel, 'busy', 0))).toBeNull();
  });

  it('is always the highest of the last three minutes (any history)', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 150 }), fc.constantFrom(...levels)), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(steps, (list) => {
        let state = noLevel;
        let now = 0;
        const past: { from: number; level: Level }[] = [];
        for (const [seconds, level] of list) {
          now += seconds * 1000;
          past.push({ from: now, level });
          state = nextLevel(state, level, now);
          const held = past.filter((_, index) => (past[index + 1]?.from ?? Infinity) > now - 3 * minute);
          expect(state.level).toBe(levels.findLast((one) => held.some((entry) => entry.level === one)));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the office’s level', () => {
  it('is the highest among services that hold at least a fifth of those waiting', () => {
    expect(
      officeLevel([
        { level: 'crowded', waiting: 2 },
        { level: 'normal', waiting: 8 },
      ]),
    ).toBe('crowded');
    expect(
      officeLevel([
        { level: 'crowded', waiting: 1 },
        { level: 'normal', waiting: 8 },
      ]),
    ).toBe('normal');
    expect(
      officeLevel([
        { level: 'crowded', waiting: 0 },
        { level: 'normal', waiting: 0 },
      ]),
    ).toBe('quiet');
  });

  it('leaves closed services out and is null when all are', () => {
    expect(
      officeLevel([
        { level: null, waiting: 90 },
        { level: 'busy', waiting: 1 },
      ]),
    ).toBe('busy');
    expect(officeLevel([{ level: null, waiting: 1 }])).toBeNull();
    expect(officeLevel([])).toBeNull();
  });
});
