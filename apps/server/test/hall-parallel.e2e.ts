import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, ProblemError } from '@sunbeon/client';
import type { CounterAnswer } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from './app.ts';
import { deskAt, openDesk, type Desk } from './desk.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';
import { faultsOf, readOffice } from './history.ts';
import { randomOf, type Random } from './random.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.stop());

/** Refusals that a hall full of writers rightly gives; anything else fails the test. */
const rightly = new Set([
  'move_not_allowed',
  'counter_idle',
  'counter_busy',
  'nothing_to_undo',
  'undo_overtaken',
  'too_few_calls',
  'not_found',
  'already_reinstated',
  'transfer_nowhere',
  'service_not_at_counter',
]);

async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError && rightly.has(error.code)) return undefined;
    throw error;
  }
}

const counters = Array.from({ length: 15 }, (_, index) => ({
  number: String(index + 1),
  name: { ko: `창구 ${index + 1}` },
  services: [['PASSPORT'], ['FAMILY', 'MOVE'], ['PASSPORT', 'FAMILY', 'MOVE']][index % 3] ?? [],
}));

/** A person who draws tickets and gives up some. */
async function visitors(hall: TestHall, count: number, random: Random, drawn: string[]): Promise<void> {
  const resident = createClient({ baseUrl: server.url });
  for (let n = 0; n < count; n += 1) {
    const ticket = await hall.draw(
      random.pick(['PASSPORT', 'FAMILY', 'MOVE', 'BUNDLE']),
      random.chance(0.2) ? { priority: 'age_75' } : {},
    );
    drawn.push(ticket.id);
    if (random.chance(0.15))
      await attempt(() => resident.call('publicTicketCancel', { params: { token: ticket.token }, body: {} }));
    if (random.chance(0.1))
      await attempt(() =>
        resident.call('publicTicketPostpone', { params: { token: ticket.token }, body: { behind: 2 } }),
      );
  }
}

/** A clerk who does at random what a counter can do, also what does not fit. */
async function work(
  hall: TestHall,
  desk: Desk,
  steps: number,
  random: Random,
  drawn: readonly string[],
): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    const command = random.pick([
      'callNext',
      'callNext',
      'start',
      'complete',
      'complete',
      'recall',
      'noShow',
      'putBack',
      'hold',
      'takeUp',
      'transfer',
      'undo',
      'call',
    ] as const);
    const ticketId = drawn.length > 0 ? random.pick(drawn) : randomUUID();
    const body =
      command === 'takeUp' || command === 'call'
        ? { ticketId }
        : command === 'transfer'
          ? { serviceId: hall.services[random.pick(['PASSPORT', 'FAMILY', 'MOVE'])] }
          : {};
    await attempt(() => desk.give(command, body, randomUUID()));
  }
}

const check = async (hall: TestHall) => {
  const record = await readOffice(server.database.superUrl, hall.officeId);
  expect(faultsOf(record)).toEqual([]);
  return record;
};

describe('fifty writers at once', () => {
  it('on one office: no number twice, none skipped, one ticket per counter, one counter per ticket', async () => {
    const hall = await makeHall(server, { template: officeTemplate({ counters }) });
    const random = randomOf('parallel-one');
    const drawn: string[] = [];
    const clerk = await hall.person();
    const desks = counters.map(({ number }) => deskAt(hall, number, clerk));
    await Promise.all(desks.map((desk) => desk.give('counterOpen')));
    await Promise.all([
      ...Array.from({ length: 35 }, (_, n) => visitors(hall, 6, random.fork(n), drawn)),
      ...desks.map((desk, n) => work(hall, desk, 25, random.fork(100 + n), drawn)),
    ]);
    const record = await check(hall);
    expect(record.tickets).toHaveLength(35 * 6);
    expect(record.events.filter(({ type }) => type === 'ticket.called').length).toBeGreaterThan(30);
  });

  it('on several offices of several tenants: each is whole, none sees another’s numbers', async () => {
    const halls = await Promise.all(Array.from({ length: 4 }, () => makeHall(server)));
    const random = randomOf('parallel-many');
    await Promise.all(
      halls.map(async (hall, index) => {
        const drawn: string[] = [];
        const clerk = await hall.person();
        const desks = ['1', '2', '3'].map((number) => deskAt(hall, number, clerk));
        await Promise.all(desks.map((desk) => desk.give('counterOpen')));
        await Promise.all([
          ...Array.from({ length: 10 }, (_, n) => visitors(hall, 4, random.fork(index * 100 + n), drawn)),
          ...desks.map((desk, n) => work(hall, desk, 15, random.fork(index * 100 + 50 + n), drawn)),
        ]);
      }),
    );
    for (const hall of halls) expect((await check(hall)).tickets).toHaveLength(40);
  });

  it('who call at once never get the same ticket, and every ticket is called', async () => {
    const hall = await makeHall(server, { template: officeTemplate({ counters }) });
    for (let n = 0; n < 15; n += 1) await hall.draw('PASSPORT');
    const clerk = await hall.person();
    const desks = counters
      .filter(({ services }) => services.includes('PASSPORT'))
      .map(({ number }) => deskAt(hall, number, clerk));
    await Promise.all(desks.map((desk) => desk.give('counterOpen')));
    const called = await Promise.all(desks.map((desk) => desk.ticket('callNext')));
    expect(new Set(called.map(({ id }) => id)).size).toBe(desks.length);
    expect(called.map(({ number }) => number).sort()).toEqual(desks.map((_, n) => String(101 + n)));
    await check(hall);
  });
});

describe('one key sent twenty times at once', () => {
  it('makes one call', async () => {
    const hall = await makeHall(server);
    await hall.draw('PASSPORT');
    await hall.draw('PASSPORT');
    const desk = await openDesk(hall, '1');
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => desk.give('callNext', {}, key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer satisfies CounterAnswer | undefined))).size).toBe(1);
    const record = await check(hall);
    expect(record.events.filter(({ type }) => type === 'ticket.called')).toHaveLength(1);
    expect(record.live.callSeq).toBe(1);
  });

  it('gives one ticket', async () => {
    const hall = await makeHall(server);
    const key = randomUUID();
    const body = { serviceId: hall.services['PASSPORT'] ?? '' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => hall.kiosk.call('kioskIssue', { body, idempotencyKey: key })),
    );
    expect(new Set(answers.map(({ id, token }) => id + token)).size).toBe(1);
    expect((await check(hall)).tickets).toHaveLength(1);
  });
});
