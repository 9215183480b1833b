import { expect, it } from '@jest/globals';
import { mustReload, reloadAtMostEveryMs, stalledAfterMs, type PageSigns } from './watchdog.ts';

const stalled: PageSigns = {
  nowMs: 1_000_000,
  visible: true,
  lastFrameMs: 1_000_000 - stalledAfterMs,
  visibleSinceMs: 0,
  lastReloadMs: 0,
};

it('reloads a visible page that draws no more', () => expect(mustReload(stalled)).toBe(true));
it.each([
  ['it still draws', { lastFrameMs: stalled.nowMs - stalledAfterMs + 1 }],
  ['it is hidden, when a page rightly draws nothing', { visible: false }],
  ['it came to the front a moment ago', { visibleSinceMs: stalled.nowMs - 1_000 }],
  ['it was reloaded a moment ago', { lastReloadMs: stalled.nowMs - reloadAtMostEveryMs + 1 }],
])('does not when %s', (_, change) => expect(mustReload({ ...stalled, ...change })).toBe(false));
