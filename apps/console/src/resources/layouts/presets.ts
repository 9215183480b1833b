import type { LayoutRow } from '../../data/sources/layouts.ts';

export type Regions = LayoutRow['regions'];
export type Part = Regions[number];

// Written out: their values in the contract would bring zod along.
export const kinds = ['calls', 'waiting', 'media', 'notice', 'clock'] as const satisfies readonly Part['kind'][];
export const grid = 24;

const part = (kind: Part['kind'], x: number, y: number, w: number, h: number): Part => ({ kind, x, y, w, h });

/** Where to begin: each fills the screen. */
export const presets = {
  landscape: {
    media: [
      part('media', 0, 0, 16, 16),
      part('calls', 16, 0, 8, 16),
      part('waiting', 0, 16, 24, 6),
      part('notice', 0, 22, 20, 2),
      part('clock', 20, 22, 4, 2),
    ],
    calls: [
      part('calls', 0, 0, 12, 18),
      part('media', 12, 0, 12, 13),
      part('waiting', 12, 13, 12, 9),
      part('notice', 0, 18, 12, 4),
      part('clock', 0, 22, 24, 2),
    ],
    side: [
      part('waiting', 0, 0, 6, 22),
      part('media', 6, 0, 10, 22),
      part('calls', 16, 0, 8, 22),
      part('notice', 0, 22, 20, 2),
      part('clock', 20, 22, 4, 2),
    ],
    plain: [part('calls', 0, 0, 24, 24)],
  },
  portrait: {
    media: [
      part('media', 0, 0, 24, 8),
      part('calls', 0, 8, 24, 8),
      part('waiting', 0, 16, 24, 6),
      part('notice', 0, 22, 16, 2),
      part('clock', 16, 22, 8, 2),
    ],
    calls: [
      part('calls', 0, 0, 24, 11),
      part('waiting', 0, 11, 24, 6),
      part('media', 0, 17, 24, 5),
      part('notice', 0, 22, 16, 2),
      part('clock', 16, 22, 8, 2),
    ],
    side: [
      part('calls', 0, 0, 24, 9),
      part('media', 0, 9, 12, 13),
      part('waiting', 12, 9, 12, 13),
      part('notice', 0, 22, 16, 2),
      part('clock', 16, 22, 8, 2),
    ],
    plain: [part('calls', 0, 0, 24, 24)],
  },
} as const satisfies Record<string, Record<string, Regions>>;
export const presetNames = ['media', 'calls', 'side', 'plain'] as const;

/** True when no part lies over another or over the edge, and the calls are there: as the server will ask. */
export function isSound(regions: Regions): boolean {
  const within = regions.every(({ x, y, w, h }) => x + w <= grid && y + h <= grid && w >= 2 && h >= 2);
  const apart = regions.every((a, index) =>
    regions.slice(index + 1).every((b) => a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y),
  );
  return within && apart && regions.some(({ kind }) => kind === 'calls');
}

/** The least in which a part can be read at some metres, in cells of a landscape screen. */
const least: Readonly<Record<Part['kind'], { w: number; h: number }>> = {
  calls: { w: 6, h: 11 },
  waiting: { w: 5, h: 5 },
  media: { w: 4, h: 4 },
  notice: { w: 8, h: 2 },
  clock: { w: 4, h: 2 },
};

export const tooSmall = (regions: Regions): Part[] =>
  regions.filter(({ kind, w, h }) => w < least[kind].w || h < least[kind].h);
