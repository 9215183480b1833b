import { describe, expect, it } from '@jest/globals';
import { moved } from './order-buttons.tsx';

describe('a thing that is moved', () => {
  const list = ['가', '나', '다', '라'];

  it.each([
    [0, 3, '나다라가'],
    [3, 0, '라가나다'],
    [1, 2, '가다나라'],
    [2, 1, '가다나라'],
    [2, 2, '가나다라'],
  ])('from %i to %i has the others around it in their order', (from, to, expected) => {
    expect(moved(list, from, to).join('')).toBe(expected);
    expect(list.join('')).toBe('가나다라');
  });
});
