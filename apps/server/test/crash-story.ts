import { expect } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { statusOf, Victim, Writers } from './crash.ts';
import { until } from './desk.ts';
import { faultsOf, readOffice, withSuperuser } from './history.ts';
import { randomOf } from './random.ts';

/**
 * Kills server and database `kills` times each while people draw tickets and are served, and then holds the database
 * against everything that anybody was told.
 */
export async function killAndCheck(kills: number, seed: string): Promise<void> {
  const random = randomOf(seed);
  const victim = await Victim.start();
  try {
    const writers = await Writers.of(victim, random);
    writers.start();
    for (let n = 0; n < 2 * kills; n += 1) {
      await sleep(200 + random.next() * 800);
      if (n % 2 === 0) await victim.killServer();
      else await victim.killDatabase();
      await victim.untilReady();
    }
    await sleep(500);
    await writers.stop();
    await check(victim, writers);
  } finally {
    await victim.stop();
  }
}

async function check(victim: Victim, { hall, acknowledged }: Writers): Promise<void> {
  const { superUrl } = victim.urls;
  expect(victim.ownDeaths).toEqual([]); // the loss of the database ends no server
  expect(acknowledged.unclear).toBeGreaterThan(0); // else nothing was ever in the balance
  await until(
    async () => ((await readOffice(superUrl, hall.officeId)).unpublished === 0 ? true : undefined),
    'an empty outbox',
  );
  const record = await readOffice(superUrl, hall.officeId);
  expect(faultsOf(record)).toEqual([]);

  const { tickets, called, started, completed } = acknowledged;
  const stored = new Map(record.tickets.map((ticket) => [ticket.id, ticket]));
  expect(tickets.filter(({ id, number }) => stored.get(id)?.label !== number)).toEqual([]); // nothing told is lost
  expect(stored.size).toBe(tickets.length); // nothing is there that nobody was told, and nothing twice
  const events = (type: string) =>
    record.events
      .filter((event) => event.type === type)
      .map(({ ticketId }) => ticketId)
      .sort();
  const told = (answers: typeof called) => answers.map(({ ticket }) => ticket?.id ?? '').sort();
  expect(events('ticket.called')).toEqual(told(called));
  expect(events('ticket.started')).toEqual(told(started));
  expect(events('ticket.completed')).toEqual(told(completed));
  expect(completed.length).toBeGreaterThan(0);

  const status = await statusOf(victim, hall);
  expect(status.revision).toBeGreaterThanOrEqual(record.live.revision);
  for (const { id, code, waiting } of status.services) {
    const inLine = record.tickets.filter((ticket) => ticket.serviceId === id && ticket.state === 'waiting').length;
    expect([code, waiting]).toEqual([code, inLine]);
  }
  await jobsRun(superUrl, hall.officeId);
}

/** The sweep wakes an office that is due: the jobs came back, too. */
async function jobsRun(superUrl: string, officeId: string): Promise<void> {
  const query = (text: string) => withSuperuser(superUrl, (client) => client.query<{ due: boolean }>(text, [officeId]));
  await query("update office_live set wake_at = now() - interval '1 second' where office_id = $1");
  const isDue = 'select wake_at <= now() as due from office_live where office_id = $1';
  const swept = async () => ((await query(isDue)).rows[0]?.due === false ? true : undefined);
  await until(swept, 'a sweep after the kills', 20_000); // a killed worker's lock has to run out first
}
