import { describe, expect, it } from '@jest/globals';
import type { PrintReason, PrintState } from '@sunbeon/contract';
import { paperOf } from './paper.ts';

const at = (state: PrintState, reason: PrintReason | null = null, waitedMs = 1_000) =>
  paperOf({ state, reason }, waitedMs);

describe('what a visitor is told of the paper', () => {
  it.each([
    ['wanted', null, 1_000, 'coming'],
    ['wanted', 'paper_end', 1_000, 'missing'],
    ['wanted', null, 26_000, 'missing'],
    ['sent', null, 1_000, 'coming'],
    ['sent', 'gone', 1_000, 'doubtful'],
    ['sent', null, 26_000, 'doubtful'],
    ['printed', null, 1_000, 'there'],
    ['printed', 'told', 26_000, 'there'],
    ['failed', 'cover_open', 1_000, 'missing'],
    ['failed', 'told', 26_000, 'missing'],
  ] as const)('%s, %s after %i ms is %s', (state, reason, waitedMs, paper) =>
    expect(at(state, reason, waitedMs)).toBe(paper),
  );

  it('is patient for a moment where no receipt is known', () => {
    expect(paperOf(undefined, 1_000)).toBe('coming');
    expect(paperOf(undefined, 6_000)).toBe('missing');
  });
});
