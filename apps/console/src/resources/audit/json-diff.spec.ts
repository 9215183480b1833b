import { describe, expect, it } from '@jest/globals';
import { jsonDiff } from './json-diff.ts';

describe('before and after, field by field', () => {
  it('puts what differs first', () => {
    const before = { name: '발권기', settings: { voice: true, languages: ['ko', 'en'], volume: 0.5 } };
    const after = { name: '발권기', settings: { voice: false, languages: ['ko'], idleSeconds: 60 } };
    expect(jsonDiff(before, after)).toEqual([
      { path: 'settings.voice', kind: 'changed', before: 'true', after: 'false' },
      { path: 'settings.languages', kind: 'changed', before: 'ko, en', after: 'ko' },
      { path: 'settings.volume', kind: 'removed', before: '0.5', after: null },
      { path: 'settings.idleSeconds', kind: 'added', before: null, after: '60' },
      { path: 'name', kind: 'same', before: '발권기', after: '발권기' },
    ]);
  });

  it.each([
    [null, null, []],
    [undefined, { a: 1 }, [{ path: 'a', kind: 'added', before: null, after: '1' }]],
    [{ a: null }, null, [{ path: 'a', kind: 'removed', before: '–', after: null }]],
    [
      { list: [] },
      { list: [{ b: 1 }] },
      [
        { path: 'list', kind: 'removed', before: '–', after: null },
        { path: 'list.0.b', kind: 'added', before: null, after: '1' },
      ],
    ],
  ])('of %j and %j', (before, after, rows) => expect(jsonDiff(before, after)).toEqual(rows));
});
