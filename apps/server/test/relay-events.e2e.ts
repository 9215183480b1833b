import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectRealtime } from '@sunbeon/client';
import type { CallMessage } from '@sunbeon/contract';
import { Database } from '../src/platform/database/database.ts';
import { startTestApp, type TestApp } from './app.ts';
import type { TestHall } from './hall.ts';
import { at, event, makeDistrict, makeRelayOffice, now, stored, type RelayOffice } from './relay-office.ts';

let server: TestApp;
let district: TestHall;
let office: RelayOffice;

beforeAll(async () => {
  server = await startTestApp();
  district = await makeDistrict(server);
});
afterAll(() => server.stop());

const serviceOf = async (code: string, of = office) => (await of.status()).services.find((one) => one.code === code);
const codes = (results: { result: string; code?: string | undefined }[]) =>
  results.map(({ result, code }) => (code === undefined ? result : `${result} ${code}`));

describe('tickets of hardware', () => {
  beforeAll(async () => {
    office = await makeRelayOffice(server, district);
  });

  it('are shown as the hardware tells them', async () => {
    const ticket = { serviceCode: 'PASSPORT', ticketRef: 'r1', number: 'A1' };
    expect(codes(await office.post([event('ticket.issued', 900, ticket)]))).toEqual(['accepted']);
    expect(await serviceOf('PASSPORT')).toMatchObject({ waiting: 1, lastCalled: null });
    await office.post([event('ticket.called', 600, { ...ticket, counterNumber: '1' })]);
    const status = await office.status();
    expect(status.source).toMatchObject({ kind: 'hardware', state: 'ok' });
    expect(status.services[0]).toMatchObject({ waiting: 0, openCounters: 1 });
    expect(status.services[0]?.lastCalled).toMatchObject({ number: 'A1', counter: '1' });
    expect(status.counters[0]).toMatchObject({ number: '1', state: 'called', calling: { number: 'A1' } });
    await office.post([
      event('ticket.started', 590, { ticketRef: 'r1' }),
      event('ticket.completed', 300, { ticketRef: 'r1' }),
    ]);
    expect((await office.status()).counters[0]).toMatchObject({ state: 'open', calling: null });
  });

  it('land in the log at the time and on the day at which things happened', async () => {
    const hours = await stored<{ type: string; at: string; day: string }>(
      server,
      `select type, to_char(at at time zone 'UTC', 'HH24:MI:SS') as at, business_on::text as day from ticket_event
       where data->>'ticketRef' = 'r1' order by at`,
    );
    expect(hours.map(({ type }) => type)).toEqual([
      'ticket.issued',
      'ticket.called',
      'ticket.started',
      'ticket.completed',
    ]);
    expect(hours[0]).toMatchObject({ at: '00:45:00', day: '2026-11-23' });
  });

  it('have no time of joining when they were called without being issued', async () => {
    await office.post([event('ticket.called', 500, { serviceCode: 'FAMILY', number: 'B7' })]);
    const [row] = await stored<object>(
      server,
      "select state, joined_at, first_joined_at from ticket where label = 'B7'",
    );
    expect(row).toEqual({ state: 'called', joined_at: null, first_joined_at: null });
    expect(await serviceOf('FAMILY')).toMatchObject({ waiting: 0, lastCalled: { number: 'B7', counter: '' } });
    const hall = await district.owner.call('hall', { params: { office: office.slug } });
    expect(hall.authority).toBe('hardware');
  });

  it('wait for their service when it is told late', async () => {
    await office.post([event('ticket.called', 450, { ticketRef: 'late', number: 'M3', counterNumber: '3' })]);
    expect(await serviceOf('MOVE')).toMatchObject({ lastCalled: null });
    await office.post([event('ticket.issued', 460, { ticketRef: 'late', serviceCode: 'MOVE' })]);
    expect(await serviceOf('MOVE')).toMatchObject({ waiting: 0, lastCalled: { number: 'M3', counter: '3' } });
  });

  it('go over to another service by a transfer', async () => {
    await office.post([event('ticket.issued', 400, { ticketRef: 't', number: 'A9', serviceCode: 'PASSPORT' })]);
    await office.post([
      event('ticket.transferred', 390, { ticketRef: 't', serviceCode: 'PASSPORT', toServiceCode: 'MOVE' }),
    ]);
    expect(await serviceOf('PASSPORT')).toMatchObject({ waiting: 0 });
    expect(await serviceOf('MOVE')).toMatchObject({ waiting: 1 });
  });

  it('never take the number called last back', async () => {
    await office.post([event('ticket.called', 200, { serviceCode: 'FAMILY', number: 'B9' })]);
    await office.post([event('ticket.called', 350, { serviceCode: 'FAMILY', number: 'B8' })]);
    expect(await serviceOf('FAMILY')).toMatchObject({ lastCalled: { number: 'B9' } });
  });

  it('of an earlier day are kept and change nothing that is shown', async () => {
    const before = await office.status();
    const day = 86_400;
    const yesterday = { serviceCode: 'PASSPORT', number: 'A5', counterNumber: '2' };
    await office.post([
      event('ticket.issued', day + 60, yesterday),
      event('ticket.called', day, yesterday),
      event('counter.opened', day, { counterNumber: '2' }),
      event('snapshot', day, { services: [{ serviceCode: 'PASSPORT', waiting: 99 }] }),
      event('ticket.issued', 390 * day, { serviceCode: 'PASSPORT', number: 'A1' }),
    ]);
    const after = await office.status();
    expect(after.services).toEqual(before.services);
    expect(after.counters).toEqual(before.counters);
    const rows = await stored(
      server,
      "select business_on::text as day, state from ticket where label in ('A5') order by 1",
    );
    expect(rows).toEqual([{ day: '2026-11-22', state: 'called' }]);
  });

  it('are moved by nobody but the hardware', async () => {
    const hall = await district.owner.call('hall', { params: { office: office.slug } });
    const id = hall.counters[0]?.id ?? '';
    await expect(district.owner.call('counterOpen', { params: { id } })).rejects.toMatchObject({
      code: 'hardware_authority',
    });
  });

  it('leave the question of order without a fault of ours', async () => {
    const asked = district.owner.call('explain', {
      params: { office: office.slug },
      query: { first: 'B8', second: 'B9' },
    });
    await asked.catch((error: { status: number }) => expect(error.status).toBeLessThan(500));
  });
});

describe('counters and counts', () => {
  beforeAll(async () => {
    office = await makeRelayOffice(server, district);
  });
  const counter = async (number: string) => (await office.status()).counters.find((one) => one.number === number);

  it('follow the newest word, whatever came last', async () => {
    await office.post([event('counter.closed', 100, { counterNumber: '1' })]);
    await office.post([event('counter.opened', 200, { counterNumber: '1' })]);
    expect(await counter('1')).toMatchObject({ state: 'closed' });
    await office.post([
      event('counter.opened', 90, { counterNumber: '1' }),
      event('counter.paused', 80, { counterNumber: '1' }),
    ]);
    expect(await counter('1')).toMatchObject({ state: 'paused' });
    await office.post([event('counter.resumed', 70, { counterNumber: '1' })]);
    expect(await counter('1')).toMatchObject({ state: 'open' });
  });

  it('show counters that the office does not know', async () => {
    await office.post([event('ticket.called', 65, { serviceCode: 'MOVE', number: '7', counterNumber: '별관' })]);
    expect(await counter('별관')).toMatchObject({ state: 'called', calling: { number: '7' } });
  });

  it('come from the newest snapshot once there is one', async () => {
    const told = (secondsAgo: number, waiting: number, lastCalledNumber: string) =>
      event('snapshot', secondsAgo, {
        services: [{ serviceCode: 'FAMILY', waiting, openCounters: 2, lastCalledNumber, counterNumber: '2' }],
      });
    await office.post([event('ticket.issued', 900, { serviceCode: 'FAMILY', number: '1' })]);
    await office.post([told(600, 12, '40'), told(300, 9, '44'), told(500, 11, '41')]);
    const family = await serviceOf('FAMILY');
    expect(family).toMatchObject({ waiting: 9, openCounters: 2, lastCalled: { number: '44', counter: '2' } });
    await office.post([told(200, 10, '44')]);
    // The first snapshot that told the number is nearest to the call.
    expect(Date.parse((await serviceOf('FAMILY'))?.lastCalled?.at ?? '')).toBe(now - 300_000);
    await office.post([event('ticket.issued', 100, { serviceCode: 'FAMILY', number: '2' })]);
    expect(await serviceOf('FAMILY')).toMatchObject({ waiting: 10 });
    expect(await serviceOf('MOVE')).toMatchObject({ waiting: 0 });
  });

  it('stand with what is known of a snapshot, and are refused when nothing is', async () => {
    const services = [
      { serviceCode: 'NOBODY', waiting: 3 },
      { serviceCode: 'MOVE', waiting: 4 },
    ];
    const [kept] = await office.post([event('snapshot', 50, { services })]);
    expect(kept).toMatchObject({ result: 'accepted', detail: 'unknown services were left out: NOBODY' });
    expect(await serviceOf('MOVE')).toMatchObject({ waiting: 4 });
    const results = await office.post([event('snapshot', 40, { services: services.slice(0, 1) })]);
    expect(codes(results)).toEqual(['rejected service_unknown']);
  });
});

describe('calls', () => {
  it('are announced once when they are not older than a minute, and never later', async () => {
    office = await makeRelayOffice(server, district);
    const calls: CallMessage[] = [];
    let connected = false;
    const realtime = connectRealtime({
      baseUrl: server.url,
      auth: () => ({ deviceToken: office.token }),
      on: { board: () => (connected = true), call: (call) => calls.push(call) },
    });
    try {
      for (let tries = 0; !connected && tries < 200; tries += 1) await pause(20);
      const fresh = event('ticket.called', 60, { serviceCode: 'PASSPORT', number: 'A12', counterNumber: '1' });
      const stale = event('ticket.called', 61, { serviceCode: 'PASSPORT', number: 'A11', counterNumber: '1' });
      await office.post([stale, fresh]);
      await office.post([fresh, stale]);
      await office.post([event('ticket.recalled', 5, { serviceCode: 'PASSPORT', number: 'A12', counterNumber: '1' })]);
      await office.post([event('ticket.called', 4, { serviceCode: 'PASSPORT', number: 'A13' })]);
      for (let tries = 0; calls.length < 3 && tries < 200; tries += 1) await pause(20);
      await pause(200);
      expect(calls.map(({ seq, number, recall }) => [seq, number, recall])).toEqual([
        [1, 'A12', false],
        [2, 'A12', true],
        [3, 'A13', false],
      ]);
      expect(calls[0]?.wording.ko).toBe('A12번 고객님, 1번 창구로 오십시오.');
      expect(calls[2]?.wording.ko).toBe('A13번 고객님, 창구로 오십시오.');
    } finally {
      realtime.close();
    }
  });
});

describe('the source', () => {
  it('is heard by every post, also one that brings nothing new, and grows old without', async () => {
    office = await makeRelayOffice(server, district);
    const same = event('ticket.issued', 30, { serviceCode: 'MOVE', number: '1' });
    const states: string[] = [];
    const look = async () => states.push((await settled(() => office.status(), states.length)).source.state);
    const clock = (secondsLater: number) =>
      district.operator.call('clockSet', { body: { tenant: district.slug, now: at(-secondsLater), rate: 0 } });
    try {
      await office.post([same]);
      await look();
      await clock(59);
      await office.post([same]);
      await clock(118);
      await look();
      await clock(120);
      await waitFor('delayed');
      await clock(360);
      await waitFor('down');
      await office.post([same]);
      await waitFor('ok');
      expect(states).toEqual(['ok', 'ok']);
    } finally {
      await clock(0);
    }
  });

  const settled = async <T>(read: () => Promise<T>, _round: number): Promise<T> => {
    await pause(100);
    return read();
  };
  const waitFor = async (state: string) => {
    let seen = '';
    for (let tries = 0; tries < 100; tries += 1) {
      seen = (await office.status()).source.state;
      if (seen === state) return;
      await pause(50);
    }
    throw new Error(`the source stays ${seen}, not ${state}`);
  };
});

describe('a batch', () => {
  it('of 1,000 events costs no more statements than a dozen', async () => {
    office = await makeRelayOffice(server, district);
    const events = Array.from({ length: 500 }, (_, i) => {
      const ticket = { serviceCode: i % 2 ? 'PASSPORT' : 'FAMILY', number: `N${i}`, counterNumber: String(i % 9) };
      return [event('ticket.issued', 7200 - i, ticket), event('ticket.called', 3600 - i, ticket)];
    }).flat();
    const counts: number[] = [];
    const database = server.app.get(Database);
    await database.transaction({ tenantId: '00000000-0000-0000-0000-000000000000' }, async () => {});
    database.observe((statements) => counts.push(statements));
    try {
      expect(new Set(codes(await office.post(events)))).toEqual(new Set(['accepted']));
    } finally {
      database.observe(undefined);
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
    expect(new Set(codes(await office.post(events)))).toEqual(new Set(['duplicate']));
    expect(await serviceOf('PASSPORT')).toMatchObject({ waiting: 0, lastCalled: { number: 'N499' } });
  });

  it('loses no good event by a bad one, and says of each what is wrong', async () => {
    office = await makeRelayOffice(server, district);
    const good = event('ticket.issued', 10, { serviceCode: 'MOVE', number: '1' });
    const results = await office.post([
      good,
      null,
      'text',
      { ...good, id: 'x1', type: 'ticket.eaten' },
      { ...good, id: 'x2', occurredAt: 'yesterday' },
      { ...good, id: 'x3', occurredAt: at(-301) },
      { ...good, id: 'x4', occurredAt: at(401 * 86_400) },
      { ...good, id: 'x5', serviceCode: 'NONE' },
      { ...good, id: 'x6', serviceCode: undefined },
      { ...good, id: 'x7', number: 12 },
      { ...good, id: 'x8', number: 'A\u0000B' },
      { ...good, id: 'x9', number: '\ud800' },
      { ...good, id: 'x10', number: '\u202e321' },
      { ...good, id: 'x11', type: 'ticket.transferred', toServiceCode: 'PASSPORT' },
      { id: 'x12', type: 'counter.opened', occurredAt: at(1) },
      { id: 'x13', type: 'snapshot', occurredAt: at(1) },
      { ...good, id: 'x'.repeat(101) },
      { ...good, id: 'y1\u0000' },
      { ...good, id: 'x14', occurredAt: at(-299), number: '2' },
      { ...good, number: '3' },
    ]);
    expect(codes(results)).toEqual([
      'accepted',
      ...Array.from({ length: 4 }, () => 'rejected invalid'),
      'rejected in_the_future',
      'rejected too_old',
      'rejected service_unknown',
      'rejected ticket_ref_required',
      ...Array.from({ length: 4 }, () => 'rejected invalid'),
      'rejected ticket_ref_required',
      ...Array.from({ length: 4 }, () => 'rejected invalid'),
      'accepted',
      'duplicate',
    ]);
    expect(results.map(({ id }) => id).slice(0, 4)).toEqual([good.id, null, null, 'x1']);
    expect(await serviceOf('MOVE')).toMatchObject({ waiting: 2 });
  });

  it('keeps hostile words as words', async () => {
    const number = `';drop--`;
    const hostile = { serviceCode: 'MOVE', ticketRef: '{"a":1}\\u0000 $1 %s <script>', number, counterNumber: '"><b>' };
    expect(codes(await office.post([event('ticket.called', 5, hostile)]))).toEqual(['accepted']);
    expect(await serviceOf('MOVE')).toMatchObject({ lastCalled: { number, counter: '"><b>' } });
  });

  it('is refused as a whole when it is none', async () => {
    const refused = async (body: unknown, headers = {}) => {
      const response = await fetch(`${server.url}/api/relay/events`, {
        method: 'POST',
        headers: { authorization: `Device ${office.token}`, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return `${response.status} ${((await response.json()) as { code: string }).code}`;
    };
    const before = await stored<{ n: number }>(server, 'select count(*)::int as n from hardware_event');
    const good = event('ticket.issued', 10, { serviceCode: 'MOVE', number: '77' });
    expect(await refused({ events: Array.from({ length: 1001 }, () => good) })).toBe('422 validation');
    expect(await refused({ events: [] })).toBe('422 validation');
    expect(await refused({ events: 'all' })).toBe('422 validation');
    expect(await refused({ events: [good], more: 1 })).toBe('422 validation');
    expect(await refused([good])).toBe('422 validation');
    expect(await refused('{"events":[')).toBe('400 malformed_json');
    expect(await refused({ events: [{ ...good, ticketRef: 'x'.repeat(1_100_000) }] })).toBe('413 body_too_large');
    expect(await refused({ events: [good] }, { authorization: `Device ${district.kioskToken}` })).toBe('403 forbidden');
    expect(await refused({ events: [good] }, { authorization: 'Device nonsense' })).toBe('401 unauthenticated');
    expect(await refused({ events: [good] }, { authorization: '' })).toBe('401 unauthenticated');
    expect(await stored(server, 'select count(*)::int as n from hardware_event')).toEqual(before);
  });

  it('of a relay reaches its own office only, with the same ids as anybody else', async () => {
    const other = await makeDistrict(server);
    const theirs = await makeRelayOffice(server, other);
    const same = { id: 'same', type: 'ticket.issued', occurredAt: at(20), serviceCode: 'FAMILY', number: '5' };
    const before = await serviceOf('FAMILY');
    expect(codes(await theirs.post([same]))).toEqual(['accepted']);
    expect((await office.status()).services.find(({ code }) => code === 'FAMILY')).toEqual(before);
    expect(codes(await office.post([same]))).toEqual(['accepted']);
    expect(await serviceOf('FAMILY', theirs)).toMatchObject({ waiting: 1 });
  });

  it('is refused event by event where Sunbeon itself decides', async () => {
    const own = await makeRelayOffice(server, district, 'sunbeon');
    const results = await own.post([event('ticket.issued', 5, { serviceCode: 'MOVE', number: '1' }), { id: 'odd' }]);
    expect(codes(results)).toEqual(['rejected not_hardware', 'rejected not_hardware']);
    expect((await own.status()).services.every(({ waiting }) => waiting === 0)).toBe(true);
  });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
