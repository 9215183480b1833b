import { describe, expect, it } from '@jest/globals';
import { specCall } from '../spec-support.ts';
import { callsView } from './calls-view.ts';

const now = Date.parse('2026-11-23T10:14:00+09:00');
const calls = [6, 5, 4, 3, 2, 1].map((seq) => specCall(seq));
const numbers = (all: readonly { number: string }[]) => all.map(({ number }) => number);

describe('callsView', () => {
  it('shows the last call largest and the four before it', () => {
    const view = callsView(calls, null, now);
    expect(view.first?.number).toBe('206');
    expect(numbers(view.before)).toEqual(['205', '204', '203', '202']);
  });
  it('shows the call being said largest; newer ones that wait for their turn stand in the list', () => {
    const view = callsView(calls, specCall(4), now);
    expect(view.first?.number).toBe('204');
    expect(numbers(view.before)).toEqual(['206', '205', '203', '202']);
  });
  it('shows a recalled number once', () => {
    const recalled = [specCall(7, { number: '205', recall: true }), ...calls];
    const view = callsView(recalled, null, now);
    expect(view.first?.seq).toBe(7);
    expect(numbers(view.before)).toEqual(['206', '204', '203', '202']);
  });
  it('keeps the same number at another counter, after a transfer', () => {
    const moved = [specCall(7, { number: '206', counter: '9' }), ...calls];
    expect(numbers(callsView(moved, null, now).before)).toEqual(['206', '205', '204', '203']);
  });
  it('forgets the numbers of yesterday, and has an empty state', () => {
    expect(callsView(calls, null, now + 86_400_000)).toEqual({ first: null, before: [] });
    expect(callsView([], null, now)).toEqual({ first: null, before: [] });
  });
});
