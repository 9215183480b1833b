import { describe, expect, it } from '@jest/globals';
import type { SetupProgress } from '@sunbeon/contract';
import { currentStep, doneSteps, shownStep } from './steps.ts';

type Known = 'office' | 'counters' | 'staff' | 'kiosk' | 'ticket';
const known: readonly Known[] = ['office', 'counters', 'staff', 'kiosk', 'ticket'];

const progress = (...done: Known[]): SetupProgress => ({
  tenant: { slug: 'seongdong', name: '성동구', status: 'trial', trialEndsAt: null },
  steps: known.map((step) => ({ step, done: done.includes(step), count: done.includes(step) ? 1 : 0 })),
  done: done.length === known.length,
  office: done.includes('office')
    ? { id: '1', slug: 'main', name: '민원실', counters: 8, services: 16, openNow: true, opensAt: null }
    : null,
  kiosk: null,
});

describe('the way through the set-up', () => {
  it.each([
    [[], 'office'],
    [['office', 'counters'], 'staff'],
    [['office', 'counters', 'staff'], 'kiosk'],
    [['office', 'counters', 'kiosk'], 'ticket'],
    [['office', 'counters', 'kiosk', 'ticket'], 'done'],
    [known, 'done'],
  ] as [Known[], string][])('with %j done goes on at %s', (done, step) =>
    expect(currentStep(progress(...done))).toBe(step),
  );

  it.each([
    ['services', [], 'services'],
    ['kiosk', [], 'office'],
    ['done', [], 'office'],
    ['nothing', [], 'office'],
    ['hours', ['office', 'counters'], 'staff'],
    ['ticket', ['office', 'counters'], 'ticket'],
    ['staff', ['office', 'counters', 'kiosk', 'ticket'], 'staff'],
    ['done', ['office', 'counters', 'kiosk'], 'ticket'],
    ['done', ['office', 'counters', 'kiosk', 'ticket'], 'done'],
    ['', known, 'done'],
  ] as [string, Known[], string][])('asked for %s with %j done shows %s', (asked, done, step) =>
    expect(shownStep(asked, progress(...done))).toBe(step),
  );

  it('counts the steps of the draft as done once there is an office, and not before', () => {
    expect([...doneSteps(progress())]).toEqual([]);
    expect([...doneSteps(progress('office', 'counters'))]).toEqual(['office', 'services', 'counters', 'hours']);
  });
});
