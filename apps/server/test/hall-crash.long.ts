import { describe, it } from '@jest/globals';
import { killAndCheck } from './crash-story.ts';

/** Set CRASH_SEED to repeat the moments of a run that failed, and CRASH_KILLS for more of them. */
const seed = process.env['CRASH_SEED'] ?? String(Date.now());
const kills = Number(process.env['CRASH_KILLS'] ?? 10);

describe('kill -9 of server and database', () => {
  it(`${kills} times each at random moments: everything that was told is there once (CRASH_SEED=${seed})`, async () => {
    await killAndCheck(kills, seed);
  }, 600_000);
});
