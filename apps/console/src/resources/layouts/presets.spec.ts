import { describe, expect, it } from '@jest/globals';
import { Regions } from '@sunbeon/contract';
import { isSound, presetNames, presets, tooSmall } from './presets.ts';

const all = (['landscape', 'portrait'] as const).flatMap((way) =>
  presetNames.map((name) => [way, name, presets[way][name]] as const),
);

describe('layouts to begin with', () => {
  it.each(all)('%s %s fills the screen, is taken by the server and can be read', (way, _, regions) => {
    expect(Regions.safeParse(regions).success).toBe(true);
    expect(isSound([...regions])).toBe(true);
    expect(regions.reduce((sum, { w, h }) => sum + w * h, 0)).toBe(24 * 24);
    if (way === 'landscape') expect(tooSmall([...regions])).toEqual([]);
  });
  it('are told from those that the server refuses', () => {
    const [calls, media] = [
      { x: 0, y: 0, w: 12, h: 12 },
      { x: 11, y: 0, w: 12, h: 12 },
    ];
    for (const wish of [
      [
        { kind: 'calls', ...calls },
        { kind: 'media', ...media },
      ],
      [{ kind: 'media', ...calls }],
      [{ kind: 'calls', x: 20, y: 0, w: 8, h: 8 }],
    ] as const) {
      expect(isSound([...wish])).toBe(false);
      expect(Regions.safeParse(wish).success).toBe(false);
    }
  });
});
