import { describe, expect, it } from '@jest/globals';
import { localList } from './local-list.ts';

const rows = [
  { id: 1, name: '홀 안내 TV', kind: 'display', alerts: [], config: { wanted: 3 }, heardAt: '2026-11-24T01:00:00Z' },
  { id: 2, name: '현관 발권기', kind: 'kiosk', alerts: ['printer', 'clock'], config: { wanted: 12 }, heardAt: null },
  {
    id: 3,
    name: '창구 표시기 10',
    kind: 'display',
    alerts: ['offline'],
    config: { wanted: 7 },
    heardAt: '2026-11-23T01:00:00Z',
  },
  { id: 4, name: '창구 표시기 9', kind: 'display', alerts: [], config: { wanted: 1 }, heardAt: '2026-11-24T00:59:00Z' },
];
const ids = (params: Parameters<typeof localList>[1]) => localList(rows, params).data.map(({ id }) => id);

describe('a list that is given whole', () => {
  it.each([
    [{}, [1, 2, 3, 4]],
    [{ kind: 'kiosk' }, [2]],
    [{ kind: ['kiosk', 'display'] }, [1, 2, 3, 4]],
    [{ alerts: 'clock' }, [2]],
    [{ q: 'tv' }, [1]],
    [{ q: ' 표시기 ' }, [3, 4]],
    [{ q: '표시기', alerts: 'offline' }, [3]],
    [{ q: '', kind: null, alerts: undefined }, [1, 2, 3, 4]],
    [{ kind: 'relay' }, []],
  ])('is filtered by %j', (filter, expected) => expect(ids({ filter })).toEqual(expected));

  it.each([
    ['name', 'ASC', [4, 3, 2, 1]],
    ['config.wanted', 'ASC', [4, 1, 3, 2]],
    ['config.wanted', 'DESC', [2, 3, 1, 4]],
    ['heardAt', 'ASC', [3, 4, 1, 2]],
    ['heardAt', 'DESC', [1, 4, 3, 2]],
  ] as const)('is sorted by %s %s', (field, order, expected) => {
    expect(ids({ sort: { field, order } })).toEqual(expected);
  });

  it('is cut into pages and says how many there are', () => {
    const page = (number: number) => localList(rows, { pagination: { page: number, perPage: 3 } });
    expect(page(1)).toMatchObject({ total: 4, data: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    expect(page(2)).toMatchObject({ total: 4, data: [{ id: 4 }] });
    expect(page(3)).toMatchObject({ total: 4, data: [] });
  });
});
