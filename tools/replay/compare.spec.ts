import { describe, expect, it } from '@jest/globals';
import { compareStep, isAsExpected, type Shown } from './compare.ts';
import { rebuilt } from './testing.ts';

/** Three wait, then one: two left without a call. Then the number is not shown. */
const [first, second, third] = rebuilt([
  [3, 'A001'],
  [1, 'A001'],
  [3, ''],
]).steps;
const compare = (step: typeof first, shown: Shown | null) => {
  if (!step) throw new Error('no step');
  const { tallies, faults } = compareStep('2020-01-13', step, new Map(shown ? [['1', shown]] : []));
  return {
    ...tallies.get('1'),
    faults: faults.map(({ what, archive, expected, shown: seen }) => [what, archive, expected, seen]),
  };
};

describe('a comparison', () => {
  it('is the same when the page says what the archive says', () => {
    expect(compare(first, { waiting: 3, number: 'A001' })).toMatchObject({ same: 1, unexplained: 0, faults: [] });
  });

  it('is explained when the page is off by exactly what the archive explains', () => {
    expect(compare(second, { waiting: 3, number: 'A001' })).toMatchObject({ same: 0, waitingExplained: 1, faults: [] });
    expect(compare(third, { waiting: 3, number: 'A001' })).toMatchObject({ numberExplained: 1, waitingExplained: 0 });
  });

  it('is not explained when the page is off by anything else, dirt or not', () => {
    expect(compare(second, { waiting: 2, number: 'A001' })).toMatchObject({
      unexplained: 1,
      waitingExplained: 0,
      faults: [['waiting', '1', '3', '2']],
    });
    expect(compare(third, { waiting: 3, number: null })).toMatchObject({
      faults: [['number', 'null', 'A001', 'null']],
    });
    expect(compare(first, { waiting: 4, number: 'A002' }).faults).toHaveLength(2);
  });

  it('finds fault with a page that agrees with the archive where it cannot know that', () => {
    expect(compare(second, { waiting: 1, number: 'A001' })).toMatchObject({ unexplained: 1 });
  });

  it('finds fault with a service that is not shown', () => {
    expect(compare(first, null)).toMatchObject({ unexplained: 1 });
    expect(first && isAsExpected(first, new Map())).toBe(false);
  });
});
