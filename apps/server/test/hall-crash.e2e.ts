import { describe, it } from '@jest/globals';
import { killAndCheck } from './crash-story.ts';

describe('kill -9 of server and database', () => {
  it('twice each: everything that was told is there once (the long run is hall-crash.long.ts)', async () => {
    await killAndCheck(2, 'short');
  }, 120_000);
});
