import { describe, expect, it } from '@jest/globals';
import type { Database } from '../database/database.ts';
import { Clock, type ClockAnchor } from './clock.ts';

const scope = { tenantId: '01900000-0000-7000-8000-000000000001' };
const at = (rate: number): ClockAnchor => ({ anchorReal: 0, anchorNow: 0, rate });

/** A clock on a database that answers when it is told to. */
function slowClock() {
  const answers: ((anchor: ClockAnchor | undefined) => void)[] = [];
  const transaction = () => new Promise((done) => answers.push(done));
  const clock = new Clock({ transaction } as unknown as Database);
  return { clock, answer: (anchor?: ClockAnchor) => answers.shift()?.(anchor) };
}

describe('the anchor of a tenant’s clock', () => {
  it('is read once a second, also where there is none', async () => {
    const { clock, answer } = slowClock();
    const first = clock.anchorOf(scope);
    answer();
    expect(await first).toBeNull();
    expect(await clock.anchorOf(scope)).toBeNull();
  });

  it('that was set while an older one was being read stays', async () => {
    const { clock, answer } = slowClock();
    const reading = clock.anchorOf(scope);
    clock.remember(scope, at(0));
    answer(at(60));
    expect(await reading).toEqual(at(0));
    expect(await clock.anchorOf(scope)).toEqual(at(0));
  });
});
