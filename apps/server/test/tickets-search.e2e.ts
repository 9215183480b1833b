import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TicketPage, TicketRow } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf, openDesk, type Desk } from './desk.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';
import { searchTickets } from '../src/tickets/tickets.reader.ts';

let server: TestApp;
let hall: TestHall;
let other: TestHall;
let desk: Desk;

beforeAll(async () => {
  server = await startTestApp();
  const now = '2026-11-23T10:00:00+09:00';
  hall = await makeHall(server, { kind: 'rehearsal', now, rate: 1 });
  other = await makeHall(server, { kind: 'rehearsal', now, rate: 1 });
  await hall.owner.call('officeCreate', { body: officeTemplate({ slug: 'annex' }) });
  desk = await openDesk(hall, '1');
}, 60_000);
afterAll(() => server.stop());

type Query = NonNullable<Parameters<typeof list>[0]>;
const list = (query: object = {}, office = 'main', by = hall.owner) =>
  by.call('ticketList', { params: { office }, query: query as never });
const numbers = async (query: Query) => (await list(query)).rows.map(({ number }) => number);
const life = ({ day, id }: Pick<TicketRow, 'day' | 'id'>, by = hall.owner, office = 'main') =>
  by.call('ticketLife', { params: { office, day, id } });
const sql = (text: string, values: unknown[] = []) =>
  withSuperuser(server.database.superUrl, (client) => client.query(text, values));

/** Tickets of a year ago, as a hall leaves them: so many on one day. */
const copies = (day: string, many: number) =>
  sql(
    `insert into ticket (tenant_id, business_on, id, office_id, service_id, label, state, place, first_joined_at, channel, source)
     select t.tenant_id, $1::date, gen_random_uuid(), t.office_id, t.service_id, 'OLD' || n, 'completed', n, $1::date, 'kiosk',
       'hardware' from (select * from ticket limit 1) t, generate_series(1, $2::int) n`,
    [day, many],
  );

describe('tickets that are looked up', () => {
  it('are found by number, state, service, counter and day, the newest first', async () => {
    const first = await hall.draw('PASSPORT');
    const second = await hall.draw('FAMILY');
    const third = await hall.draw('PASSPORT', { priority: 'pregnant' });
    await desk.ticket('callNext');
    const { rows, from, to, next } = await list();
    expect(rows.map(({ id }) => id)).toEqual([third.id, second.id, first.id]);
    expect([from, to, next]).toEqual(['2026-10-24', '2026-11-23', null]);
    expect(rows[0]).toMatchObject({
      day: '2026-11-23',
      state: 'called',
      counter: '1',
      priority: true,
      channel: 'kiosk',
      service: { id: hall.services['PASSPORT'], name: { ko: '여권 접수' } },
      calledAt: expect.stringMatching(/^2026-11-23T01:00/),
    });
    expect(await numbers({ number: second.number })).toEqual([second.number]);
    expect(await numbers({ state: 'waiting' })).toEqual([second.number, first.number]);
    expect(await numbers({ service: hall.services['PASSPORT'] })).toEqual([third.number, first.number]);
    expect(await numbers({ counter: hall.counters['1'] })).toEqual([third.number]);
    expect(await numbers({ counter: hall.counters['2'] })).toEqual([]);
    expect(await numbers({ to: '2026-11-22' })).toEqual([]);
    expect(await numbers({ from: '2026-11-23' })).toHaveLength(3);
    expect((await list({}, 'annex')).rows).toEqual([]);
  });

  it('never say why somebody has priority', async () => {
    const [row] = (await list({ number: (await hall.draw('PASSPORT', { priority: 'severe_disability' })).number }))
      .rows;
    expect(JSON.stringify([row, await life(row as TicketRow)])).not.toContain('disability');
  });

  it('come in pages without a gap, over days and months', async () => {
    await sql("select sys.ensure_month('2026-09-01'), sys.ensure_month('2026-10-01')");
    for (const day of ['2026-09-30', '2026-10-01', '2026-10-02']) await copies(day, 7);
    const days = { from: '2026-09-01', to: '2026-11-23' };
    const whole = (await list({ ...days, limit: 200 })).rows;
    const paged: TicketRow[] = [];
    let before: string | undefined;
    do {
      const page: z.infer<typeof TicketPage> = await list({ ...days, limit: 4, ...(before && { before }) });
      paged.push(...page.rows);
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(paged).toEqual(whole);
    expect(new Set(paged.map(({ id }) => id)).size).toBe(21 + 4);
    expect(paged.map(({ day }) => day)).toEqual(
      paged
        .map(({ day }) => day)
        .toSorted()
        .toReversed(),
    );
    expect((await list({ ...days, number: 'old3' })).rows.map(({ number }) => number)).toEqual([
      'OLD3',
      'OLD3',
      'OLD3',
    ]);
  });

  it('are read along their index, in its order, by the plan that is kept', async () => {
    const plan = await withSuperuser(server.database.superUrl, async (client) => {
      // As the server's connections are set up, and as statements are planned that are used often.
      await client.query('set enable_seqscan = off; set plan_cache_mode = force_generic_plan');
      await client.query(
        `prepare search (uuid, uuid, date, date, date, uuid, text, text, uuid, uuid, bigint) as ${searchTickets.text}`,
      );
      const id = `'${randomUUID()}'`;
      const days = "'2026-09-01', '2026-11-30', '2026-11-30'";
      const { rows } = await client.query<Record<'QUERY PLAN', string>>(
        `explain execute search (${id}, ${id}, ${days}, ${id}, null, null, null, null, 50)`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toMatch(/Index Scan Backward using \w*tenant_id_office_id_business_on_id_idx/);
    expect(plan.slice(plan.indexOf('Limit'))).not.toContain('Sort');
  });

  it.each([
    { from: '2026-11-24', to: '2026-11-23' },
    { from: '2026-01-01', to: '2026-11-23' },
    { from: '2026-02-30' },
    { before: '2026-02-30_00000000-0000-0000-0000-000000000000' },
    { before: 'x' },
    { state: 'lost' },
    { limit: 201 },
    { number: ' ' },
    { anything: 1 },
  ])('are not asked for by %j', async (query) => expect(await codeOf(list(query))).toBe('validation'));
});

describe('the life of a ticket', () => {
  it('says what happened, when, by whom and where', async () => {
    const { rows } = await list({ state: 'called' });
    const called = rows[0] as TicketRow;
    await desk.give('start');
    await desk.give('transfer', { serviceId: hall.services['FAMILY'], note: '홍길동 님 서류' });
    await hall.owner.call('ticketCancel', { params: { id: called.id }, body: { reason: '다른 날 오심' } });
    const { ticket, callCount, events } = await life(called);
    expect([ticket.state, callCount]).toEqual(['cancelled', 0]);
    const by = { kind: 'staff', name: '담당자' };
    expect(events).toMatchObject([
      { type: 'ticket.issued', from: null, to: 'waiting', actor: { kind: 'device', name: 'kiosk' }, priority: null },
      { type: 'ticket.called', from: 'waiting', to: 'called', actor: by, counter: '1', pick: expect.any(String) },
      { type: 'ticket.started', to: 'serving', actor: by, counter: '1' },
      { type: 'ticket.transferred', to: 'waiting', service: { ko: '가족관계등록' } },
      { type: 'ticket.cancelled', to: 'cancelled', actor: { name: '관리자' }, reason: '다른 날 오심' },
    ]);
    expect(JSON.stringify(events)).not.toContain('홍길동');
  });

  it('is nobody else’s: not of another tenant, another office, another day', async () => {
    const { rows } = await list();
    const ticket = rows[0] as TicketRow;
    expect(await codeOf(life(ticket, other.owner))).toBe('not_found');
    expect(await codeOf(life({ ...ticket, day: '2026-11-22' }))).toBe('not_found');
    expect(await codeOf(life({ ...ticket, id: randomUUID() }))).toBe('not_found');
    expect(await codeOf(life(ticket, hall.owner, 'annex'))).toBe('not_found');
    expect(await codeOf(life(ticket, hall.owner, 'nowhere'))).toBe('not_found');
    const annex = await hall.person(['supervisor'], ['annex']);
    expect(await codeOf(life(ticket, annex.client))).toBe('not_found');
    expect(await codeOf(list({}, 'main', annex.client))).toBe('not_found');
    expect((await list({}, 'annex', annex.client)).rows).toEqual([]);
    expect((await list({}, 'main', other.owner)).rows).toEqual([]);
  });
});
