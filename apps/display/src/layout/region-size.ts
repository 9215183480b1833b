import type { DeviceLayout, Region } from '@sunbeon/contract';

type Orientation = DeviceLayout['orientation'];

/** Cells of the grid of a layout, each way (the contract's layoutGrid: its value would bring zod along). */
export const gridCells = 24;

/** Width by height of a whole screen. */
const aspects: Readonly<Record<Orientation, number>> = { landscape: 16 / 9, portrait: 9 / 16 };

/** How wide a part of a screen is for its height. */
export const aspectOf = ({ w, h }: Pick<Region, 'w' | 'h'>, orientation: Orientation): number =>
  (w / h) * aspects[orientation];

/** What a part holds at its best, in units (--u) of the letters in it: they shrink and grow with the part. */
export interface Measure {
  readonly width: number;
  readonly height: number;
}

/** A cell of the services: name, people, level. */
const cell = { width: 46, height: 13.6 };
const most = 4;

/**
 * Columns in which the letters of so many services become largest in a part of this shape.
 * @param count services at a time
 * @param aspect width by height of the part
 */
export function serviceColumns(count: number, aspect: number): { columns: number; measure: Measure } {
  const choices = Array.from({ length: Math.min(most, Math.max(1, count)) }, (_, index) => {
    const columns = index + 1;
    const measure = { width: columns * cell.width, height: Math.ceil(Math.max(1, count) / columns) * cell.height + 2 };
    return { columns, measure, size: Math.min(aspect / measure.width, 1 / measure.height) };
  });
  return choices.reduce((best, one) => (one.size > best.size ? one : best));
}

/** Room for a notice, and how many Korean letters fit at a time. */
export function noticeRoom(aspect: number): { measure: Measure; letters: number } {
  const height = Math.max(10, 70 / aspect);
  const width = Math.max(70, 10 * aspect);
  const lines = Math.max(1, Math.floor((height - 1) / 4.5));
  // The last tenth of a line is lost where words break.
  const letters = Math.floor(((width - 4) / 3.7) * Math.min(lines, 5) * 0.85);
  return { measure: { width, height }, letters };
}

/** Calls: the last one with four before it; portrait screens have them wide. */
export const callsMeasure = (orientation: Orientation): Measure =>
  orientation === 'portrait' ? { width: 108, height: 69 } : { width: 66, height: 71 };

/** A call over media and calls. */
export const stageMeasure = (orientation: Orientation): Measure =>
  orientation === 'portrait' ? { width: 108, height: 129 } : { width: 192, height: 71 };

export const clockMeasure: Measure = { width: 32, height: 9 };

/** The part from the upper left of all to the lower right of all. */
export function around(regions: readonly Region[]): Pick<Region, 'x' | 'y' | 'w' | 'h'> {
  const x = Math.min(...regions.map((one) => one.x));
  const y = Math.min(...regions.map((one) => one.y));
  const right = Math.max(...regions.map((one) => one.x + one.w));
  const bottom = Math.max(...regions.map((one) => one.y + one.h));
  return { x, y, w: right - x, h: bottom - y };
}
