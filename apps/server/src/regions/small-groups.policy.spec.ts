import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figuresOf, partDay, type RegionCell } from './small-groups.policy.ts';

const smallest = { tickets: 5, tenants: 3 };
const cell = (tenantId: string, tickets: number): RegionCell => ({
  tenantId,
  businessOn: '2026-11-23',
  tickets,
  withinTarget: Math.floor(tickets / 2),
  waits: Array.from({ length: 121 }, (_, minute) => (minute === 7 ? tickets : 0)),
});
const ids = (cells: readonly RegionCell[]) =>
  cells
    .map(({ tenantId }) => tenantId)
    .sort()
    .join('');
const parted = (...tickets: number[]) => {
  const { shown, together, hidden } = partDay(
    tickets.map((count, index) => cell('abcdefgh'[index] ?? '', count)),
    smallest,
  );
  return { shown: ids(shown), together: ids(together), hidden: ids(hidden) };
};

describe('the tenants of a day', () => {
  it('are shown while all are large enough', () => {
    expect(parted(5, 6, 700)).toEqual({ shown: 'abc', together: '', hidden: '' });
  });

  it('one that is small takes the two smallest of the others with it into the total', () => {
    expect(parted(4, 10, 20, 30)).toEqual({ shown: 'd', together: 'abc', hidden: '' });
    expect(parted(4, 10, 20, 30, 40)).toEqual({ shown: 'de', together: 'abc', hidden: '' });
  });

  it('three that are small are told together only when they have five tickets', () => {
    expect(parted(2, 2, 2, 50)).toEqual({ shown: 'd', together: 'abc', hidden: '' });
    expect(parted(1, 1, 1, 50)).toEqual({ shown: '', together: 'abcd', hidden: '' });
  });

  it('too few to be told even together are in no figure', () => {
    expect(parted(3, 400)).toEqual({ shown: '', together: '', hidden: 'ab' });
    expect(parted(1)).toEqual({ shown: '', together: '', hidden: 'a' });
  });

  it('none: nothing; a tenant without tickets is not there', () => {
    expect(parted()).toEqual({ shown: '', together: '', hidden: '' });
    expect(parted(0, 5, 0)).toEqual({ shown: 'b', together: '', hidden: '' });
  });

  it('whatever they are, nothing that is told, nor what is left of the total, is about a small group', () => {
    const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 900 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(counts, (tickets) => {
        const cells = tickets.map((count, index) => cell(String(index), count));
        const { shown, together, hidden } = partDay(cells, smallest);
        for (const one of shown) expect(one.tickets).toBeGreaterThanOrEqual(5);
        if (together.length > 0) {
          expect(together.length).toBeGreaterThanOrEqual(3);
          expect(figuresOf(together).tickets).toBeGreaterThanOrEqual(5);
        }
        // Everybody is in one of the three, and nothing is told beside what is hidden.
        expect(ids([...shown, ...together, ...hidden])).toBe(ids(cells.filter((one) => one.tickets > 0)));
        if (hidden.length > 0) expect([...shown, ...together]).toEqual([]);
        // The same cells in another order are parted alike.
        const again = partDay([...cells].reverse(), smallest);
        expect([ids(again.shown), ids(again.together)]).toEqual([ids(shown), ids(together)]);
      }),
    );
  });
});

describe('figures of cells', () => {
  const waiting = (minutes: number[]): RegionCell => ({
    ...cell('a', minutes.length),
    withinTarget: minutes.filter((minute) => minute <= 10).length,
    waits: Array.from({ length: 121 }, (_, minute) => minutes.filter((one) => one === minute).length),
  });

  it.each([
    [[4], 4],
    [[1, 9], 1],
    [[1, 5, 9], 5],
    [[0, 0, 0, 120], 0],
    [[120, 120, 120], 120],
  ])('median of %j is %d', (minutes, median) => {
    expect(figuresOf([waiting(minutes)]).medianWaitMinutes).toBe(median);
  });

  it('of several are those of all their tickets together', () => {
    expect(figuresOf([waiting([1, 2, 3]), waiting([20, 30])])).toEqual({
      tickets: 5,
      medianWaitMinutes: 3,
      withinTargetPercent: 60,
    });
    expect(figuresOf([])).toEqual({ tickets: 0, medianWaitMinutes: null, withinTargetPercent: null });
  });
});
