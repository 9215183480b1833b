import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TicketCorrection } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { FiguresService } from '../src/retention/figures.service.ts';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf, openDesk, type Desk } from './desk.ts';
import { makeHall, type Person, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';

let server: TestApp;
let hall: TestHall;
let desk: Desk;
let supervisor: Person;
const day = '2026-11-23';
const reason = '옆 번호를 눌렀습니다';

beforeAll(async () => {
  server = await startTestApp();
  hall = await makeHall(server, { kind: 'rehearsal', now: `${day}T10:00:00+09:00`, rate: 0 });
  desk = await openDesk(hall, '1');
  supervisor = await hall.person(['supervisor']);
}, 60_000);
afterAll(() => server.stop());

const clock = (now: string) => hall.operator.call('clockSet', { body: { tenant: hall.slug, now, rate: 0 } });
const life = (id: string, by = hall.owner) => by.call('ticketLife', { params: { office: 'main', day, id } });

/** What the author saw is what there is, unless said otherwise. */
async function correct(id: string, wish: Partial<TicketCorrection>, by = supervisor.client, on = day) {
  const version = wish.version ?? (await life(id)).version;
  const params = { office: 'main', day: on, id };
  return by.call('ticketCorrect', { params, body: { reason, ...wish, version } });
}

/** Drawn, called and completed, a minute each. */
async function completed(outcome?: string) {
  const { id, number } = await hall.draw('PASSPORT');
  await desk.give('call', { ticketId: id });
  await desk.give('start');
  await desk.give('complete', outcome === undefined ? {} : { outcome });
  return { id, number };
}

describe('a ticket that was recorded wrongly', () => {
  it('goes back to where it stood, under its number, and is called again', async () => {
    const { id, number } = await completed();
    const behind = await hall.draw('PASSPORT');
    const { state, version } = await correct(id, { to: 'waiting' });
    expect(state).toBe('waiting');
    const { ticket, events, version: now } = await life(id);
    expect([ticket.state, ticket.number, ticket.calledAt, now]).toEqual(['waiting', number, null, version]);
    expect(events.at(-1)).toMatchObject({
      type: 'ticket.corrected_to_waiting',
      from: 'completed',
      to: 'waiting',
      reason,
      actor: { kind: 'staff', name: '담당자' },
    });
    // The counter's own undo would complete what waits now: it is gone.
    expect(await desk.refusal('undo')).toBe('nothing_to_undo');
    expect((await desk.ticket('callNext')).id).toBe(id);
    expect(await codeOf(correct(id, { to: 'completed' }))).toBe('move_not_allowed');
    await desk.give('complete');
    await hall.owner.call('ticketCancel', { params: { id: behind.id }, body: {} });
  });

  it('gets the service and the outcome that it had, and stays completed', async () => {
    const { id } = await completed('issued');
    await correct(id, { serviceId: hall.services['FAMILY'], outcome: '서류 보완' });
    const { ticket, outcome, events } = await life(id);
    expect(ticket).toMatchObject({ state: 'completed', service: { name: { ko: '가족관계등록' } } });
    expect([outcome, events.at(-1)?.type]).toEqual(['서류 보완', 'ticket.corrected']);
    await correct(id, { to: 'no_show' });
    expect(await life(id)).toMatchObject({ ticket: { state: 'no_show' }, outcome: null });
  });

  it('stands in the audit with reason, before and after', async () => {
    const { id, number } = await completed();
    await correct(id, { to: 'no_show' });
    const { rows } = await hall.owner.call('auditList', { query: { action: 'ticket.correct', target: id } });
    expect(rows).toMatchObject([
      {
        target: { kind: 'ticket', id },
        reason,
        before: { office: 'main', day, number, state: 'completed', service: '여권 접수' },
        after: { number, state: 'no_show' },
      },
    ]);
  });

  it('is corrected by one of two who saw the same', async () => {
    const { id } = await completed();
    const { version } = await life(id);
    const codes = await Promise.all([
      codeOf(correct(id, { to: 'waiting', version })),
      codeOf(correct(id, { to: 'no_show', version }, hall.owner)),
    ]);
    expect(codes.toSorted()).toEqual(['changed_meanwhile', 'done']);
    if ((await life(id)).ticket.state === 'waiting')
      await hall.owner.call('ticketCancel', { params: { id }, body: {} });
  });
});

describe('a correction is refused', () => {
  it('where the ticket is at a counter, or is nothing of the kind', async () => {
    const { id } = await hall.draw('PASSPORT');
    await desk.give('call', { ticketId: id });
    expect(await codeOf(correct(id, { serviceId: hall.services['FAMILY'] }))).toBe('move_not_allowed');
    await desk.give('complete');
    expect(await codeOf(correct(id, { serviceId: hall.services['PASSPORT'] }))).toBe('transfer_nowhere');
    expect(await codeOf(correct(id, { serviceId: hall.services['BUNDLE'] }))).toBe('service_unknown');
    expect(await codeOf(correct(id, { serviceId: randomUUID() }))).toBe('service_unknown');
  });

  it.each([
    { reason: '음' },
    {},
    { to: 'serving' },
    { outcome: '' },
    { to: 'waiting', anything: 1 },
    { version: 0, to: 'waiting' },
  ])('as %j', async (wish) => {
    const { id } = await completed();
    expect(await codeOf(correct(id, wish as never))).toBe('validation');
    expect((await life(id)).ticket.state).toBe('completed');
  });

  it('to who is no supervisor there', async () => {
    const { id } = await completed();
    for (const role of ['staff', 'greeter', 'viewer'] as const)
      expect(await codeOf(correct(id, { to: 'waiting' }, (await hall.person([role])).client))).toBe('forbidden');
    const other = await makeHall(server);
    const version = 1;
    expect(await codeOf(correct(id, { to: 'waiting', version }, other.owner))).toBe('not_found');
    expect(await codeOf(correct(id, { to: 'waiting', version }, supervisor.client, '2026-11-22'))).toBe('not_found');
    expect(await codeOf(correct(randomUUID(), { to: 'waiting', version }))).toBe('not_found');
  });
});

describe('the file of a search', () => {
  it('has its rows, kept by the filter, in pieces without a gap', async () => {
    await withSuperuser(server.database.superUrl, (client) =>
      client.query(
        `insert into ticket (tenant_id, business_on, id, office_id, service_id, label, state, place, first_joined_at, channel, source)
         select t.tenant_id, t.business_on, gen_random_uuid(), t.office_id, t.service_id, '=X' || n, 'cancelled', n, now(), 'kiosk', 'hardware'
         from (select * from ticket where office_id = $1 limit 1) t, generate_series(1, 2500) n`,
        [hall.officeId],
      ),
    );
    const file = async (query: object) => {
      const params = { office: 'main' };
      const { blob } = await hall.owner.download('ticketExport', { params, query: query as never });
      return (await blob.text()).trimEnd().split('\r\n');
    };
    const [head, ...lines] = await file({ state: 'cancelled' });
    expect(head).toContain('day,number,service_id');
    const made = lines.filter((line) => line.includes("'=X"));
    expect(new Set(made.map((line) => line.split(',')[1])).size).toBe(2500);
    expect(lines.every((line) => line.includes(',cancelled,'))).toBe(true);
    expect(await file({ number: '9999' })).toHaveLength(1);
    expect(await codeOf(file({ from: '2026-11-24', to: '2026-11-23' }))).toBe('validation');
  });
});

describe('a day that is over', () => {
  it('has figures that follow a correction, for six days, and no way back into its line', async () => {
    const { id } = await completed();
    await desk.give('counterClose');
    await clock('2026-11-24T10:00:00+09:00');
    const next = await openDesk(hall, '2');
    const fill = () => server.app.get(FiguresService, { strict: false }).fill();
    const served = async () => {
      const figures = await hall.owner.call('dayFigures', { query: { office: 'main', from: day, to: day } });
      const of = figures.filter(({ serviceId }) => serviceId === hall.services['PASSPORT']);
      const sum = (field: 'served' | 'noShow') => of.reduce((total, figure) => total + figure[field], 0);
      return [sum('served'), sum('noShow')] as const;
    };
    await fill();
    const [before, absent] = await served();
    expect(before).toBeGreaterThan(0);
    expect(await codeOf(correct(id, { to: 'waiting' }))).toBe('too_late');
    await correct(id, { to: 'no_show' });
    await fill();
    expect(await served()).toEqual([before - 1, absent + 1]);
    await next.give('counterClose');
    await clock('2026-11-30T10:00:00+09:00');
    expect(await codeOf(correct(id, { to: 'completed' }))).toBe('too_late');
  });
});
