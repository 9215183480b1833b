import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Database } from '../src/platform/database/database.ts';
import { startTestApp, type TestApp } from './app.ts';
import { openDesk, type Desk } from './desk.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';

/** Round trips that a command may take in its transaction, begin and commit included (architecture.md). */
const ISSUE = 8;
const CALL_NEXT = 9;

let server: TestApp;
let hall: TestHall;
let desk: Desk;

beforeAll(async () => {
  server = await startTestApp();
  hall = await makeHall(server);
  desk = await openDesk(hall, '3');
  await hall.draw('PASSPORT'); // the configuration and the month are known from here on
}, 60_000);
afterAll(() => server.stop());

/** Statements of the longest transaction while `work` runs: the command's own; screens and jobs take shorter ones. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const database = server.app.get(Database);
  database.observe((statements) => (most = Math.max(most, statements)));
  await work();
  database.observe(undefined);
  return most;
}

describe('statements of a command', () => {
  it(`issue at most ${ISSUE} for a ticket`, async () => {
    const statements = await statementsOf(() => hall.draw('PASSPORT'));
    expect(statements).toBeGreaterThan(4); // or nothing was counted
    expect(statements).toBeLessThanOrEqual(ISSUE);
  });

  it('do not grow with the people who wait', async () => {
    for (let n = 0; n < 20; n += 1) await hall.draw('PASSPORT');
    expect(await statementsOf(() => hall.draw('PASSPORT'))).toBeLessThanOrEqual(ISSUE);
  });

  it(`are at most ${CALL_NEXT} for the next call, and as many for what follows it`, async () => {
    const steps = [
      () => desk.give('callNext', {}, randomUUID()),
      () => desk.give('recall', {}, randomUUID()),
      () => desk.give('start', {}, randomUUID()),
      () => desk.give('complete', {}, randomUUID()),
      () => desk.give('undo', {}, randomUUID()),
    ];
    for (const step of steps) {
      const statements = await statementsOf(step);
      expect(statements).toBeGreaterThan(4);
      expect(statements).toBeLessThanOrEqual(CALL_NEXT);
    }
  });

  it('are no more where a quota must be counted and a range is used up', async () => {
    const template = officeTemplate({ slug: 'second' });
    const services = template.services.map((one) =>
      one.code === 'MOVE' ? { ...one, quota: { perDay: 50 }, numbers: { from: 401, to: 402 } } : one,
    );
    const own = await makeHall(server, { template: { ...template, services } });
    await own.draw('MOVE');
    expect(await statementsOf(() => own.draw('MOVE'))).toBeLessThanOrEqual(ISSUE);
    expect(await statementsOf(() => own.draw('MOVE'))).toBeLessThanOrEqual(ISSUE);
  });
});
