import { describe, expect, it } from '@jest/globals';
import { same } from './same.ts';

describe('equality of JSON values', () => {
  it('does not mind the order of keys', () => {
    expect(same([{ serviceId: 'a', done: true }], [{ done: true, serviceId: 'a' }])).toBe(true);
  });

  it('minds everything else', () => {
    const pairs: [unknown, unknown][] = [
      [1, 2],
      [null, {}],
      [
        [1, 2],
        [2, 1],
      ],
      [[1], { 0: 1 }],
      [{ a: 1 }, { a: 1, b: 2 }],
      [{ a: undefined }, { b: undefined }],
      ['1', 1],
    ];
    for (const [a, b] of pairs) expect([a, b, same(a, b), same(b, a)]).toEqual([a, b, false, false]);
  });
});
