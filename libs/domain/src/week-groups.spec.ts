import { describe, expect, it } from '@jest/globals';
import { weekGroups, type WeekSpans } from './week-groups.ts';

const day = [{ from: '09:00', to: '18:00' }];
const late = [{ from: '09:00', to: '20:00' }];

describe('a week as people say it', () => {
  it.each<[string, WeekSpans, unknown]>([
    ['closed', {}, []],
    ['workdays', { '1': day, '2': day, '3': day, '4': day, '5': day }, [[[['1', '5']], day]]],
    [
      'one day different',
      { '1': late, '2': day, '3': day, '5': day },
      [
        [[['1', '1']], late],
        [
          [
            ['2', '3'],
            ['5', '5'],
          ],
          day,
        ],
      ],
    ],
    ['a day without spans', { '6': [], '7': day }, [[[['7', '7']], day]]],
  ])('%s', (_, week, expected) => {
    expect(weekGroups(week).map(({ runs, spans }) => [runs, spans])).toEqual(expected);
  });
});
