import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RelayEvent } from '@sunbeon/contract';
import { foldHardwareTickets, type HardwareEvent } from '@sunbeon/domain';
import fc from 'fast-check';
import { startTestApp, type TestApp } from './app.ts';
import type { TestHall } from './hall.ts';
import { essence, makeDistrict, makeRelayOffice, now, stored, type RelayOffice } from './relay-office.ts';

let server: TestApp;
let district: TestHall;

beforeAll(async () => {
  server = await startTestApp();
  district = await makeDistrict(server);
});
afterAll(() => server.stop());

const services = ['PASSPORT', 'FAMILY', 'MOVE'];
const time = (at: number) => new Date(at).toISOString();

/** Events in any order, some of them several times, in several posts at once. */
async function postInDisorder(office: RelayOffice, events: readonly RelayEvent[], seed: number): Promise<void> {
  const random = mulberry(seed);
  const posts = Array.from({ length: 2 + Math.floor(random() * 6) }, (): RelayEvent[] => []);
  for (const event of shuffled(events, random)) {
    for (let times = random() < 0.3 ? 2 : 1; times > 0; times -= 1)
      posts[Math.floor(random() * posts.length)]?.push(event);
  }
  const results = await Promise.all(posts.filter((post) => post.length > 0).map((post) => office.post(post)));
  const accepted = results.flat().filter(({ result }) => result === 'accepted');
  expect(accepted.map(({ id }) => id).sort()).toEqual(events.map(({ id }) => id).sort());
}

describe('lives of tickets, told in disorder', () => {
  /** One visitor: what hardware tells, and how it ends. Each event at a second of its own. */
  const visitor = fc.record({
    service: fc.constantFrom(...services),
    counter: fc.constantFrom('1', '2', '3', '7', 'A'),
    issued: fc.boolean(),
    steps: fc.subarray(['called', 'started', 'ended'] as const),
    ending: fc.constantFrom('ticket.completed', 'ticket.no_show', 'ticket.cancelled' as const),
    byRef: fc.boolean(),
  });

  it('end in what people see, as counted by hand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(visitor, { minLength: 1, maxLength: 60 }), fc.integer(), async (visitors, seed) => {
        const office = await makeRelayOffice(server, district);
        const random = mulberry(seed);
        const events: RelayEvent[] = [];
        const waiting = new Map<string, number>();
        const calls: { service: string; number: string; counter: string; at: number }[] = [];
        // Distinct instants more than a minute ago: ties are the other property's.
        const slots = shuffled(
          Array.from({ length: visitors.length * 4 }, (_, i) => i),
          random,
        );
        for (const [index, { service, counter, issued, steps, ending, byRef }] of visitors.entries()) {
          const number = `N${index}`;
          const own = slots
            .splice(0, 4)
            .sort((a, b) => a - b)
            .map((slot) => now - 120_000 - (visitors.length * 4 - slot) * 1000);
          const say = (type: RelayEvent['type'], turn: number, rest: object) =>
            events.push({ id: `${index}-${type}`, type, occurredAt: time(own[turn] ?? 0), ...rest });
          const whole = { serviceCode: service, number };
          const named = byRef ? { ticketRef: `ref ${index}` } : whole;
          const reached = steps.includes('called') ? steps : [];
          if (issued || reached.length === 0) say('ticket.issued', 0, { ...named, ...whole });
          if (reached.length === 0) waiting.set(service, (waiting.get(service) ?? 0) + 1);
          // One that was never issued must name its service when it is called.
          if (reached.includes('called')) {
            say('ticket.called', 1, { ...named, ...(issued ? {} : whole), counterNumber: counter });
            calls.push({ service, number, counter, at: own[1] ?? 0 });
          }
          if (reached.includes('started')) say('ticket.started', 2, { ...named, counterNumber: counter });
          if (reached.includes('ended')) say(ending, 3, named);
        }
        await postInDisorder(office, events, seed);
        const status = await office.status();
        for (const { code, waiting: shown, lastCalled } of status.services) {
          const last = calls.filter(({ service }) => service === code).sort((a, b) => b.at - a.at)[0];
          expect(shown).toBe(waiting.get(code) ?? 0);
          expect(lastCalled && { ...lastCalled, at: Date.parse(lastCalled.at) }).toEqual(
            last ? { number: last.number, counter: last.counter, at: last.at } : null,
          );
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});

describe('anything at all, told in disorder', () => {
  const types = [
    'issued',
    'called',
    'recalled',
    'started',
    'completed',
    'no_show',
    'put_back',
    'held',
    'cancelled',
  ] as const;
  const ticketEvent = fc.record({
    type: fc.constantFrom(...types),
    ticket: fc.integer({ min: 0, max: 5 }),
    counter: fc.option(fc.constantFrom('1', '2', '9'), { nil: undefined }),
    second: fc.integer({ min: 0, max: 20 }),
  });
  const counterEvent = fc.record({
    type: fc.constantFrom('opened', 'paused', 'resumed', 'closed'),
    counter: fc.constantFrom('1', '2', '9'),
    second: fc.integer({ min: 0, max: 20 }),
  });
  const snapshot = fc.record({
    service: fc.constantFrom(...services),
    waiting: fc.integer({ min: 0, max: 50 }),
    second: fc.integer({ min: 0, max: 20 }),
  });
  const at = (second: number) => time(now - 3_600_000 + second * 1000);

  it('ends in the same hall, and in tickets that are the fold of the whole list', async () => {
    const many = <T>(of: fc.Arbitrary<T>, most: number) => fc.array(of, { maxLength: most });
    await fc.assert(
      fc.asyncProperty(
        many(ticketEvent, 50),
        many(counterEvent, 10),
        many(snapshot, 4),
        fc.integer(),
        async (tickets, counters, snapshots, seed) => {
          const events: RelayEvent[] = [
            ...tickets.map(({ type, ticket, counter, second }, index) => {
              const whole = { serviceCode: services[ticket % 3] ?? '', number: `${ticket}` };
              const counterNumber = counter === undefined ? {} : { counterNumber: counter };
              return {
                id: `t${index}`,
                type: `ticket.${type}` as const,
                occurredAt: at(second),
                ...whole,
                ...counterNumber,
              };
            }),
            ...counters.map(({ type, counter, second }, index) => {
              return {
                id: `c${index}`,
                type: `counter.${type}` as RelayEvent['type'],
                occurredAt: at(second),
                counterNumber: counter,
              };
            }),
            ...snapshots.map(({ service, waiting, second }, index) => {
              const told = [{ serviceCode: service, waiting }];
              return { id: `s${index}`, type: 'snapshot' as const, occurredAt: at(second), services: told };
            }),
          ];
          if (events.length === 0) return;
          const [orderly, disorderly] = [
            await makeRelayOffice(server, district),
            await makeRelayOffice(server, district),
          ];
          await orderly.post(events);
          await postInDisorder(disorderly, events, seed);
          expect(essence(await disorderly.status())).toEqual(essence(await orderly.status()));
          expect(await ticketsOf(disorderly)).toEqual(folded(events));
          expect(await ticketsOf(orderly)).toEqual(folded(events));
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  }, 180_000);

  function folded(events: readonly RelayEvent[]): object[] {
    const own = events.filter(({ type }) => type.startsWith('ticket.'));
    const tickets = foldHardwareTickets(
      own.map((event) => ({ ...event, occurredAt: Date.parse(event.occurredAt) }) as HardwareEvent),
    );
    return [...tickets.values()]
      .map((ticket) => ({
        label: ticket.number,
        state: ticket.state,
        joined: ticket.joinedAt,
        called: ticket.calledAt,
        started: ticket.startedAt,
        ended: ticket.endedAt,
        counter: ticket.counterNumber,
        calls: ticket.callCount,
      }))
      .sort((a, b) => ((a.label ?? '') < (b.label ?? '') ? -1 : 1));
  }

  const ticketsOf = (office: RelayOffice): Promise<object[]> => {
    const ms = (column: string) => `(extract(epoch from t.${column}) * 1000)::float8`;
    return stored(
      server,
      `select t.label, t.state, ${ms('joined_at')} as joined, ${ms('called_at')} as called, ${ms('started_at')} as started,
         ${ms('ended_at')} as ended, t.counter_label as counter, t.call_count as calls
       from ticket t join office o on o.tenant_id = t.tenant_id and o.id = t.office_id where o.slug = $1 order by t.label`,
      [office.slug],
    );
  };
});

/** Deterministic for a seed, so that a failure can be run again. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
