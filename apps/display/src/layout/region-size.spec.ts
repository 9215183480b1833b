import { describe, expect, it } from '@jest/globals';
import { layoutGrid } from '@sunbeon/contract';
import { around, aspectOf, gridCells, noticeRoom, serviceColumns } from './region-size.ts';

describe('the parts of a screen', () => {
  it('lie on the grid of the contract', () => {
    expect(gridCells).toBe(layoutGrid);
  });
  it.each([
    ['along the foot of a TV', 8, aspectOf({ w: 24, h: 6 }, 'landscape'), 4],
    ['beside the media', 8, aspectOf({ w: 6, h: 20 }, 'landscape'), 1],
    ['a square', 4, 1, 1],
    ['one service', 1, 8, 1],
    ['a portrait screen', 8, aspectOf({ w: 24, h: 6 }, 'portrait'), 2],
  ])('deal services %s', (_, count, aspect, columns) => {
    expect(serviceColumns(count, aspect).columns).toBe(columns);
  });
  it.each([
    ['a line', { w: 18, h: 2 }],
    ['a block', { w: 12, h: 6 }],
    ['a column', { w: 6, h: 18 }],
  ])('hold as much of a notice as has room in %s', (_, size) => {
    const { measure, letters } = noticeRoom(aspectOf(size, 'landscape'));
    expect(letters).toBeGreaterThan(30);
    expect(letters * 3.7 * 4.5).toBeLessThan(measure.width * measure.height);
  });
  it('have a stage around them', () => {
    const media = { kind: 'media', x: 0, y: 0, w: 16, h: 16 } as const;
    const calls = { kind: 'calls', x: 16, y: 0, w: 8, h: 18 } as const;
    expect(around([media, calls])).toEqual({ x: 0, y: 0, w: 24, h: 18 });
  });
});
