import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@sunbeon/client';
import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf, deskAt, openDesk, type Desk } from './desk.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';
import { faultsOf, readOffice } from './history.ts';

let server: TestApp;
const halls: TestHall[] = [];

/** A hall whose record is checked after each test. */
async function newHall(options?: Parameters<typeof makeHall>[1]): Promise<TestHall> {
  const hall = await makeHall(server, options);
  halls.push(hall);
  return hall;
}

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.stop());
afterEach(async () => {
  for (const hall of halls.splice(0))
    expect(faultsOf(await readOffice(server.database.superUrl, hall.officeId))).toEqual([]);
});

const status = (hall: TestHall) =>
  createClient({ baseUrl: server.url }).call('publicStatus', { params: { tenant: hall.slug, office: 'main' } });
const waits = async (hall: TestHall) => (await hall.owner.call('hall', { params: { office: 'main' } })).waiting;

/** Sets the clock of a rehearsal hall so many seconds ahead; it goes on from there. */
async function later(hall: TestHall, seconds: number): Promise<void> {
  const { clock } = await hall.owner.call('hall', { params: { office: 'main' } });
  const now = new Date(Date.parse(clock.now) + seconds * 1000).toISOString();
  await hall.operator.call('clockSet', { body: { tenant: hall.slug, now, rate: 1 } });
}

const rehearsal = { kind: 'rehearsal', now: '2026-11-23T10:00:00+09:00', rate: 1 } as const;

describe('a counter', () => {
  it('opens, pauses, resumes and closes, and refuses what does not fit its state', async () => {
    const hall = await newHall();
    const desk = deskAt(hall, '1', await hall.person());
    for (const command of ['counterPause', 'counterResume', 'counterClose', 'callNext', 'recall', 'undo'] as const) {
      expect([command, await desk.refusal(command)]).toEqual([command, 'counter_closed']);
    }
    await desk.give('counterOpen');
    expect(await desk.refusal('counterOpen')).toBe('counter_open');
    expect(await desk.refusal('counterResume')).toBe('move_not_allowed');
    await hall.draw('PASSPORT');
    await desk.give('counterPause', { reason: '점심', until: '2031-01-01T00:00:00+09:00' });
    expect((await status(hall)).counters[0]).toMatchObject({
      state: 'paused',
      pausedUntil: '2031-01-01T00:00:00+09:00',
    });
    expect(await desk.refusal('counterPause')).toBe('move_not_allowed');
    expect(await desk.refusal('callNext')).toBe('counter_paused');
    await desk.give('counterResume');
    await desk.ticket('callNext');
    expect(await desk.refusal('counterClose')).toBe('counter_has_ticket');
    const seen = async () => (await hall.owner.call('hall', { params: { office: 'main' } })).counters[0];
    expect(await seen()).toMatchObject({ paused: false, state: 'called' });
    await desk.give('counterPause'); // the ticket in hand is finished, no other is called
    expect(await seen()).toMatchObject({ paused: true, state: 'called' });
    expect(await desk.refusal('counterClose')).toBe('counter_has_ticket');
    expect((await desk.ticket('complete')).state).toBe('completed');
    expect(await seen()).toMatchObject({ paused: true, state: 'paused' });
    expect(await desk.refusal('callNext')).toBe('counter_paused');
    await desk.give('counterClose');
    expect((await status(hall)).counters[0]).toMatchObject({ state: 'closed', pausedUntil: null });
  });

  it('belongs to the person who opened it, until another takes it over on purpose', async () => {
    const hall = await newHall();
    await hall.draw('PASSPORT');
    const first = await openDesk(hall, '1');
    const called = await first.ticket('callNext');
    const second = deskAt(hall, '1', await hall.person());
    for (const command of ['counterOpen', 'callNext', 'recall', 'start', 'complete', 'undo', 'counterClose'] as const) {
      expect([command, await second.refusal(command)]).toEqual([command, 'counter_taken']);
    }
    expect(await second.ticket('counterOpen', { takeOver: true })).toMatchObject({ id: called.id, state: 'called' });
    expect(await first.refusal('recall')).toBe('counter_taken');
    expect(await second.refusal('undo')).toBe('nothing_to_undo'); // the call was another person's
    expect((await second.ticket('complete')).state).toBe('completed');
  });

  it('calls for help silently and is answered by a colleague', async () => {
    const hall = await newHall();
    const desk = await openDesk(hall, '1');
    await desk.give('help', { kind: 'emergency' });
    const view = async () => (await hall.owner.call('hall', { params: { office: 'main' } })).counters[0];
    expect((await view())?.help).toMatchObject({ kind: 'emergency' });
    expect(JSON.stringify(await status(hall))).not.toContain('emergency');
    await deskAt(hall, '1', await hall.person()).give('help', { kind: 'answer' });
    expect((await view())?.help).toBeNull();
  });

  it('is nobody else’s: other offices of the person, other tenants and unknown ids are all not found', async () => {
    const [hall, other] = [await newHall(), await newHall()];
    const stranger = deskAt(hall, '1', await other.person());
    expect(await stranger.refusal('counterOpen')).toBe('not_found');
    const unknown = { ...hall, counters: { '1': randomUUID() } };
    expect(await deskAt(unknown, '1', await hall.person()).refusal('counterOpen')).toBe('not_found');
  });
});

describe('calling', () => {
  it('takes who came first of its services, answers 204 when nobody waits, and is busy with one', async () => {
    const hall = await newHall();
    const family = await openDesk(hall, '2');
    const passport = await hall.draw('PASSPORT');
    expect(await family.give('callNext', {}, 'key-nobody-1')).toBeUndefined();
    const first = await hall.draw('FAMILY');
    const second = await hall.draw('MOVE');
    expect([passport.number, first.number, second.number]).toEqual(['101', '301', '401']);
    // 204 was not stored: the same key now calls.
    expect(await family.ticket('callNext', {}, 'key-nobody-1')).toMatchObject({
      number: '301',
      state: 'called',
      counter: '2',
    });
    expect(await family.refusal('callNext')).toBe('counter_busy');
    expect(await family.refusal('call', { ticketId: second.id })).toBe('counter_busy');
    await family.give('complete');
    expect((await family.ticket('callNext')).number).toBe('401');
  });

  it('calls a certain ticket out of order, but only of an own service and only one that waits', async () => {
    const hall = await newHall();
    const [a, b, other] = [await hall.draw('PASSPORT'), await hall.draw('PASSPORT'), await hall.draw('FAMILY')];
    const [one, three] = [await openDesk(hall, '1'), await openDesk(hall, '3')];
    expect(await one.refusal('call', { ticketId: other.id })).toBe('service_not_at_counter');
    expect(await one.refusal('call', { ticketId: randomUUID() })).toBe('not_found');
    expect((await one.ticket('call', { ticketId: b.id })).number).toBe('102');
    expect(await three.refusal('call', { ticketId: b.id })).toBe('move_not_allowed');
    await one.give('complete');
    expect(await three.refusal('call', { ticketId: b.id })).toBe('move_not_allowed');
    const explained = await hall.owner.call('explain', {
      params: { office: 'main' },
      query: { first: '101', second: '102' },
    });
    expect(explained).toMatchObject({ first: '102', second: '101', reasons: [{ code: 'a_called_by_number' }] });
    expect((await three.ticket('call', { ticketId: a.id })).number).toBe('101');
  });

  it('needs a ticket for everything that is done with one', async () => {
    const hall = await newHall();
    const desk = await openDesk(hall, '1');
    for (const command of ['recall', 'start', 'complete', 'noShow', 'putBack', 'hold'] as const) {
      expect([command, await desk.refusal(command)]).toEqual([command, 'counter_idle']);
    }
    expect(await desk.refusal('transfer', { serviceId: hall.services['FAMILY'] })).toBe('counter_idle');
    expect(await desk.refusal('undo')).toBe('nothing_to_undo');
  });

  it('recalls with a new number of call, and marks absent only after enough calls', async () => {
    const hall = await newHall();
    await hall.draw('PASSPORT');
    const desk = await openDesk(hall, '1');
    const called = await desk.ticket('callNext');
    expect(await desk.refusal('noShow')).toBe('too_few_calls');
    const recalled = await desk.ticket('recall');
    expect(recalled).toMatchObject({ callCount: 2, calledAt: called.calledAt, state: 'called' });
    expect(await desk.refusal('hold')).toBe('move_not_allowed'); // only what is served can be parked
    expect((await desk.ticket('noShow')).state).toBe('no_show');
    expect((await readOffice(server.database.superUrl, hall.officeId)).live.callSeq).toBe(2);
    await hall.draw('PASSPORT');
    await desk.ticket('callNext');
    await desk.ticket('start');
    for (const command of ['recall', 'start', 'noShow', 'putBack'] as const) {
      expect([command, await desk.refusal(command)]).toEqual([command, 'move_not_allowed']);
    }
  });

  it('puts back with the place kept, and calls the same one again', async () => {
    const hall = await newHall();
    const [a] = [await hall.draw('PASSPORT'), await hall.draw('PASSPORT')];
    const desk = await openDesk(hall, '1');
    const called = await desk.ticket('callNext');
    const back = await desk.ticket('putBack');
    expect(back).toMatchObject({
      id: a.id,
      state: 'waiting',
      place: called.place,
      callCount: 0,
      calledAt: null,
      counter: null,
    });
    expect((await desk.ticket('callNext')).id).toBe(a.id);
  });

  it('gives priority visitors their turn by ratio, and tells why', async () => {
    const hall = await newHall();
    const regular = [await hall.draw('PASSPORT'), await hall.draw('PASSPORT')];
    for (let n = 0; n < 4; n += 1) await hall.draw('PASSPORT', { priority: 'age_75' });
    const desk = await openDesk(hall, '1');
    const order: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      order.push((await desk.ticket('callNext')).number);
      await desk.give('complete');
    }
    expect(order).toEqual(['103', '104', '101', '105', '106', '102']); // two of them for each regular one
    expect(regular.map(({ number }) => number)).toEqual(['101', '102']);
    const why = async (first: string, second: string) => {
      const { reasons } = await hall.owner.call('explain', { params: { office: 'main' }, query: { first, second } });
      return reasons.map(({ code }) => code);
    };
    expect(await why('101', '103')).toContain('a_priority');
    expect(await why('105', '101')).toContain('a_regular_turn');
    expect(
      await codeOf(hall.owner.call('explain', { params: { office: 'main' }, query: { first: '101', second: '999' } })),
    ).toBe('not_found');
  });
});

describe('undo', () => {
  /** Brings a ticket where the move starts, makes the move, and names the state that an undo must give back. */
  const moves: Record<
    string,
    { before: (desk: Desk) => Promise<unknown>; move: (desk: Desk, hall: TestHall) => Promise<unknown>; back: string }
  > = {
    call: { before: async () => undefined, move: (desk) => desk.give('callNext'), back: 'waiting' },
    start: { before: (desk) => desk.give('callNext'), move: (desk) => desk.give('start'), back: 'called' },
    complete: {
      before: (desk) => desk.give('callNext'),
      move: (desk) => desk.give('complete', { outcome: 'done' }),
      back: 'called',
    },
    'no-show': {
      before: async (desk) => [await desk.give('callNext'), await desk.give('recall')],
      move: (desk) => desk.give('noShow'),
      back: 'called',
    },
    'put-back': { before: (desk) => desk.give('callNext'), move: (desk) => desk.give('putBack'), back: 'called' },
    hold: {
      before: async (desk) => [await desk.give('callNext'), await desk.give('start')],
      move: (desk) => desk.give('hold', { reason: '서류' }),
      back: 'serving',
    },
    transfer: {
      before: async (desk) => [await desk.give('callNext'), await desk.give('start')],
      move: (desk, hall) => desk.give('transfer', { serviceId: hall.services['FAMILY'] }),
      back: 'serving',
    },
    'take-up': {
      before: async (desk) => [await desk.give('callNext'), await desk.give('start'), await desk.give('hold')],
      move: async (desk, hall) => {
        const { held } = await hall.owner.call('hall', { params: { office: 'main' } });
        await desk.give('takeUp', { ticketId: held[0]?.id });
      },
      back: 'held',
    },
  };

  it.each(Object.keys(moves))('takes back %s within ten seconds, not later, and once only', async (name) => {
    const { before, move, back } = moves[name] ?? { before: async () => 0, move: async () => 0, back: '' };
    const hall = await newHall(rehearsal);
    const drawn = await hall.draw('PASSPORT');
    const desk = await openDesk(hall, '3');
    await before(desk);
    const own = async () =>
      await createClient({ baseUrl: server.url }).call('publicTicket', { params: { token: drawn.token } });
    const stood = await own();
    await move(desk, hall);
    expect((await own()).state).not.toBe(back);
    expect((await desk.ticket('undo')).state).toBe(back);
    const { state, calledAt, counter, service } = await own();
    expect({ state, calledAt, counter, service }).toEqual({
      state: back,
      calledAt: stood.calledAt,
      counter: stood.counter,
      service: stood.service,
    });
    expect(await desk.refusal('undo')).toBe('nothing_to_undo');
    await move(desk, hall);
    await later(hall, 11);
    expect(await desk.refusal('undo')).toBe('too_late');
  });

  it('takes back a completed step of a journey', async () => {
    const hall = await newHall();
    await hall.draw('BUNDLE');
    const desk = await openDesk(hall, '2');
    await desk.give('callNext');
    expect(await desk.ticket('complete')).toMatchObject({ state: 'waiting', serviceId: hall.services['MOVE'] });
    expect(await desk.ticket('undo')).toMatchObject({ state: 'called', serviceId: hall.services['FAMILY'] });
  });

  it('does not take back a call behind a recall, nor what somebody else overtook', async () => {
    const hall = await newHall();
    const [a] = [await hall.draw('PASSPORT'), await hall.draw('PASSPORT')];
    const [one, three] = [await openDesk(hall, '1'), await openDesk(hall, '3')];
    await one.give('callNext');
    await one.give('recall');
    expect(await one.ticket('undo')).toMatchObject({ id: a.id, state: 'waiting', callCount: 0 });
    await one.give('callNext');
    await one.give('putBack');
    await three.ticket('call', { ticketId: a.id });
    expect(await one.refusal('undo')).toBe('move_not_allowed'); // it is called elsewhere by now
    await three.give('putBack');
    await hall.owner.call('ticketCancel', { params: { id: a.id }, body: {} });
    expect(await three.refusal('undo')).toBe('move_not_allowed');
  });
});

describe('parking, transfers and journeys', () => {
  it('holds a served ticket and lets any counter take it up', async () => {
    const hall = await newHall();
    const drawn = await hall.draw('PASSPORT');
    const [one, two] = [await openDesk(hall, '1'), await openDesk(hall, '2')];
    expect(await two.refusal('takeUp', { ticketId: drawn.id })).toBe('move_not_allowed');
    await one.give('callNext');
    await one.give('start');
    expect(await one.ticket('hold', { reason: '사진 촬영' })).toMatchObject({ state: 'held', holdReason: '사진 촬영' });
    const taken = await two.ticket('takeUp', { ticketId: drawn.id });
    expect(taken).toMatchObject({ state: 'serving', counter: '2', holdReason: null });
    expect(await one.refusal('takeUp', { ticketId: drawn.id })).toBe('move_not_allowed');
    expect(await two.refusal('takeUp', { ticketId: randomUUID() })).toBe('counter_busy');
    await two.give('complete');
    expect(await two.refusal('takeUp', { ticketId: randomUUID() })).toBe('not_found');
  });

  it('transfers to a service with number and place kept, and refuses where it is already', async () => {
    const hall = await newHall();
    const drawn = await hall.draw('PASSPORT');
    await hall.draw('FAMILY');
    const [one, two] = [await openDesk(hall, '1'), await openDesk(hall, '2')];
    const called = await one.ticket('callNext');
    expect(await one.refusal('transfer', { serviceId: hall.services['PASSPORT'] })).toBe('transfer_nowhere');
    expect(await one.refusal('transfer', { serviceId: randomUUID() })).toBe('service_unknown');
    expect(await one.refusal('transfer', { counterId: randomUUID() })).toBe('not_found');
    const moved = await one.ticket('transfer', { serviceId: hall.services['FAMILY'], note: '신분증 확인함' });
    expect(moved).toMatchObject({
      number: '101',
      state: 'waiting',
      place: called.place,
      joinedAt: called.joinedAt,
      note: '신분증 확인함',
    });
    expect(await two.ticket('callNext')).toMatchObject({ id: drawn.id, note: '신분증 확인함' }); // came before 301
  });

  it('transfers to a counter: only that one is given it', async () => {
    const hall = await newHall();
    const drawn = await hall.draw('PASSPORT');
    const [one, two, three] = [await openDesk(hall, '1'), await openDesk(hall, '2'), await openDesk(hall, '3')];
    await three.give('callNext');
    await three.give('transfer', { counterId: two.counterId });
    expect(await one.give('callNext')).toBeUndefined();
    expect(await three.give('callNext')).toBeUndefined();
    expect(await two.ticket('callNext')).toMatchObject({ id: drawn.id, counter: '2' }); // although it serves no passports
  });

  it('leads a bundle through its steps under one number, and adds a service on the way', async () => {
    const hall = await newHall();
    const drawn = await hall.draw('BUNDLE');
    expect(drawn.number).toBe('301');
    const add = (code: string) =>
      codeOf(
        hall.owner.call('ticketAddService', {
          params: { id: drawn.id },
          body: { serviceId: hall.services[code] ?? '' },
        }),
      );
    expect(await add('MOVE')).toBe('service_already_there');
    expect(await add('PASSPORT')).toBe('done');
    const three = await openDesk(hall, '3');
    const seen: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      seen.push((await three.ticket('callNext')).serviceId);
      await three.give('start');
      await three.give('complete');
    }
    expect(seen).toEqual([hall.services['FAMILY'], hall.services['MOVE'], hall.services['PASSPORT']]);
    expect(await three.give('callNext')).toBeUndefined();
    expect(await add('FAMILY')).toBe('move_not_allowed'); // it is over
  });

  it('sends a ticket to a bundle through all of its steps', async () => {
    const hall = await newHall();
    await hall.draw('PASSPORT');
    const [one, two] = [await openDesk(hall, '1'), await openDesk(hall, '2')];
    await one.give('callNext');
    const moved = await one.ticket('transfer', { serviceId: hall.services['BUNDLE'] });
    const bundle = [hall.services['FAMILY'], hall.services['MOVE']];
    expect(moved.steps.map(({ serviceId }) => serviceId)).toEqual(bundle);
    const back = await one.ticket('undo');
    expect(back.steps.map(({ serviceId }) => serviceId)).toEqual([hall.services['PASSPORT']]);
    await one.give('transfer', { serviceId: hall.services['BUNDLE'] });
    await two.give('callNext');
    expect(await two.ticket('complete')).toMatchObject({ state: 'waiting', serviceId: hall.services['MOVE'] });
    await two.give('callNext');
    expect((await two.ticket('complete')).state).toBe('completed');
    const drawn = await hall.draw('PASSPORT');
    const { ticket } = await hall.owner.call('ticketAddService', {
      params: { id: drawn.id },
      body: { serviceId: hall.services['BUNDLE'] ?? '' },
    });
    expect(ticket?.steps.map(({ serviceId }) => serviceId)).toEqual(
      ['PASSPORT', 'FAMILY', 'MOVE'].map((code) => hall.services[code]),
    );
  });
});

describe('corrections', () => {
  it('cancels one that waits and one that is called, and nothing that is over', async () => {
    const hall = await newHall();
    const [a, b] = [await hall.draw('PASSPORT'), await hall.draw('PASSPORT')];
    const cancel = (id: string) =>
      codeOf(hall.owner.call('ticketCancel', { params: { id }, body: { reason: '귀가' } }));
    const desk = await openDesk(hall, '1');
    await desk.ticket('callNext');
    expect(await cancel(a.id)).toBe('done');
    expect(await desk.refusal('recall')).toBe('counter_idle'); // its counter is free again
    expect(await cancel(a.id)).toBe('move_not_allowed');
    expect(await cancel(b.id)).toBe('done');
    expect(await cancel(randomUUID())).toBe('not_found');
    await hall.draw('PASSPORT');
    const served = await desk.ticket('callNext');
    await desk.give('start');
    expect(await cancel(served.id)).toBe('move_not_allowed');
  });

  it('brings an absent one back once, within the grace time, behind the next three', async () => {
    const hall = await newHall(rehearsal);
    const [absent, late] = [await hall.draw('PASSPORT'), await hall.draw('PASSPORT')];
    const desk = await openDesk(hall, '1');
    const miss = async () => [await desk.give('callNext'), await desk.give('recall'), await desk.give('noShow')];
    const reinstate = (id: string) => codeOf(hall.owner.call('ticketReinstate', { params: { id }, body: {} }));
    expect(await reinstate(absent.id)).toBe('move_not_allowed');
    await miss();
    await miss();
    for (let n = 0; n < 4; n += 1) await hall.draw('PASSPORT');
    await later(hall, 29 * 60);
    expect(await reinstate(absent.id)).toBe('done');
    expect((await waits(hall)).map(({ number }) => number)).toEqual(['103', '104', '105', '101', '106']);
    await later(hall, 2 * 60);
    expect(await reinstate(late.id)).toBe('too_late');
    await desk.ticket('call', { ticketId: absent.id });
    await desk.give('recall');
    await desk.give('noShow');
    expect(await reinstate(absent.id)).toBe('already_reinstated');
  });

  it('lets a resident postpone as often as is allowed, behind others of the service', async () => {
    const hall = await newHall();
    const own = await hall.draw('PASSPORT');
    for (let n = 0; n < 3; n += 1) await hall.draw('PASSPORT');
    const resident = createClient({ baseUrl: server.url });
    const postpone = (behind: number) =>
      codeOf(resident.call('publicTicketPostpone', { params: { token: own.token }, body: { behind } }));
    expect(await postpone(1)).toBe('done');
    expect((await waits(hall)).map(({ number }) => number)).toEqual(['102', '101', '103', '104']);
    expect([await postpone(1), await postpone(5), await postpone(1)]).toEqual(['done', 'done', 'postpone_limit']);
    expect((await waits(hall)).map(({ number }) => number)).toEqual(['102', '103', '104', '101']);
    await resident.call('publicTicketCancel', { params: { token: own.token }, body: {} });
    expect(await codeOf(resident.call('publicTicketCancel', { params: { token: own.token }, body: {} }))).toBe(
      'move_not_allowed',
    );
  });

  it('marks and unmarks a priority visitor by a known code only', async () => {
    const hall = await newHall();
    const [, second] = [await hall.draw('PASSPORT'), await hall.draw('PASSPORT')];
    const mark = (priority: string | null) =>
      codeOf(hall.owner.call('ticketPriority', { params: { id: second.id }, body: { priority } }));
    expect(await mark('vip')).toBe('unknown_priority');
    expect(await mark('pregnant')).toBe('done');
    const desk = await openDesk(hall, '1');
    expect((await desk.ticket('callNext')).id).toBe(second.id);
    expect(await mark(null)).toBe('done');
    await desk.give('complete');
    expect(await mark('pregnant')).toBe('move_not_allowed');
  });
});

describe('giving out tickets', () => {
  it('refuses unknown services, add-ons, priorities and phone numbers', async () => {
    const hall = await newHall();
    const other = await newHall();
    expect(await codeOf(hall.draw('NONE', { serviceId: randomUUID() }))).toBe('service_unknown');
    expect(await codeOf(hall.draw('X', { serviceId: other.services['PASSPORT'] }))).toBe('service_unknown');
    expect(await codeOf(hall.draw('PASSPORT', { addOns: ['DRIVING'] }))).toBe('add_on_unknown');
    expect(await codeOf(hall.draw('PASSPORT', { priority: 'vip' }))).toBe('unknown_priority');
    expect(await codeOf(hall.draw('PASSPORT', { phone: '010-1234-5678' }))).toBe('phone_not_allowed');
    expect((await hall.draw('PASSPORT')).number).toBe('101'); // no number was used up
  });

  it('gives a service that is not offered at the kiosk from staff only', async () => {
    const template = officeTemplate();
    const services = template.services.map((one) => (one.code === 'MOVE' ? { ...one, atKiosk: false } : one));
    const hall = await makeHall(server, { template: { ...template, services } });
    expect(await codeOf(hall.draw('MOVE'))).toBe('service_unknown');
    const serviceId = hall.services['MOVE'] ?? '';
    const issued = await hall.owner.call('staffIssue', { body: { office: 'main', serviceId } });
    expect(issued.number).toBe('401');
  });

  it('serves appointments when due, not before, and not behind those who came later', async () => {
    const hall = await newHall(rehearsal);
    const greeter = await hall.person(['greeter']);
    const issue = (appointmentAt?: string) =>
      greeter.client.call('staffIssue', {
        body: {
          office: 'main',
          serviceId: hall.services['PASSPORT'] ?? '',
          ...(appointmentAt ? { appointmentAt } : {}),
        },
      });
    const due = await issue('2026-11-23T11:00:00+09:00');
    const desk = await openDesk(hall, '1');
    expect(await desk.give('callNext')).toBeUndefined(); // an hour too early
    await issue();
    await later(hall, 3600);
    expect((await desk.ticket('callNext')).id).toBe(due.id);
    expect(await codeOf(desk.person.client.call('ticketCancel', { params: { id: due.id }, body: {} }))).toBe('done');
  });

  it('keeps the quotas of the day and of a window, counted by what was drawn', async () => {
    const quota = { perDay: 3, windows: [{ span: { from: '10:00', to: '11:00' }, tickets: 2 }] };
    const template = officeTemplate();
    const services = template.services.map((one) => (one.code === 'FAMILY' ? { ...one, quota } : one));
    const hall = await newHall({ ...rehearsal, template: { ...template, services } });
    expect(await codeOf(hall.draw('BUNDLE'))).toBe('done'); // begins at FAMILY and is not counted as such
    await hall.draw('FAMILY');
    await hall.draw('FAMILY');
    expect(await codeOf(hall.draw('FAMILY'))).toBe('quota_reached');
    const view = async () => (await status(hall)).services.find(({ code }) => code === 'FAMILY');
    expect(await view()).toMatchObject({ accepting: false, acceptingReason: 'quota' });
    await later(hall, 3600);
    expect((await hall.draw('FAMILY')).number).toBe('304');
    expect(await codeOf(hall.draw('FAMILY'))).toBe('quota_reached');
    expect((await readOffice(server.database.superUrl, hall.officeId)).tickets).toHaveLength(4);
  });

  it('keeps issuing windows, opening hours and the time before opening', async () => {
    const template = officeTemplate();
    const day = { '1': [{ from: '09:00', to: '18:00' }] };
    const services = template.services.map((one) =>
      one.code === 'MOVE' ? { ...one, issuing: [{ from: '13:00', to: '15:00' }] } : one,
    );
    const hours = { week: day, holidays: 'none' as const, issueBeforeMinutes: 30, issueStopMinutes: 10 };
    const hall = await newHall({
      kind: 'rehearsal',
      now: '2026-11-23T08:29:00+09:00',
      template: { ...template, services, hours },
    });
    const at = async (time: string) => {
      await hall.operator.call('clockSet', {
        body: { tenant: hall.slug, now: `2026-11-23T${time}:00+09:00`, rate: 0 },
      });
      return [await codeOf(hall.draw('PASSPORT')), await codeOf(hall.draw('MOVE'))];
    };
    expect(await at('08:29')).toEqual(['not_yet_issuing', 'not_yet_issuing']);
    expect(await at('08:30')).toEqual(['done', 'not_yet_issuing']);
    expect(await at('13:00')).toEqual(['done', 'done']);
    expect(await at('15:00')).toEqual(['done', 'office_closed']);
    expect(await at('17:50')).toEqual(['office_closed', 'office_closed']);
    await hall.operator.call('clockSet', { body: { tenant: hall.slug, now: '2026-11-24T10:00:00+09:00', rate: 0 } });
    expect(await codeOf(hall.draw('PASSPORT'))).toBe('office_closed'); // no Tuesday in this week
  });

  it('stops one service with a reason that people read, and goes on', async () => {
    const hall = await newHall();
    const id = hall.services['PASSPORT'] ?? '';
    const stop = (body: object) =>
      hall.owner.call('issuingSwitch', { params: { id }, body: body as { stopped: boolean } });
    await stop({ stopped: true, reason: '프린터 고장' });
    expect(await codeOf(hall.draw('PASSPORT'))).toBe('issuing_stopped');
    await expect(hall.draw('PASSPORT')).rejects.toMatchObject({ detail: '프린터 고장' });
    expect((await status(hall)).services[0]).toMatchObject({ accepting: false, acceptingReason: 'stopped' });
    expect(await codeOf(hall.draw('FAMILY'))).toBe('done');
    await stop({ stopped: false });
    expect((await hall.draw('PASSPORT')).number).toBe('101');
  });

  it('goes on in the overflow range and in letters when a range is used up', async () => {
    const template = officeTemplate({ overflow: { from: 900, to: 901 } });
    const services = template.services.map((one) =>
      one.code === 'MOVE' ? { ...one, numbers: { from: 401, to: 402 } } : one,
    );
    const hall = await newHall({ template: { ...template, services } });
    const numbers: string[] = [];
    for (let n = 0; n < 6; n += 1) numbers.push((await hall.draw('MOVE')).number);
    expect(numbers).toEqual(['401', '402', '900', '901', 'B101', 'B102']);
  });

  it('lets the hardware decide in a hardware office', async () => {
    const hall = await newHall({ template: officeTemplate({ authority: 'hardware' }) });
    const desk = deskAt(hall, '1', await hall.person());
    for (const command of ['counterOpen', 'callNext', 'recall', 'help', 'undo'] as const) {
      expect([command, await desk.refusal(command)]).toEqual([command, 'hardware_authority']);
    }
    expect(await codeOf(hall.draw('PASSPORT'))).toBe('hardware_authority');
  });
});

describe('a command sent again', () => {
  it('answers the same under the same key, refuses another body, and keeps actors and counters apart', async () => {
    const hall = await newHall();
    const key = randomUUID();
    const body = { serviceId: hall.services['PASSPORT'] ?? '' };
    const send = (serviceId: string) =>
      hall.kiosk.call('kioskIssue', { body: { serviceId }, idempotencyKey: key, patienceMs: 1 });
    const first = await send(body.serviceId);
    expect(await send(body.serviceId)).toEqual(first);
    expect(await codeOf(send(hall.services['FAMILY'] ?? ''))).toBe('idempotency_key_reused');
    const second = await hall.pair('kiosk');
    const other = await second.client.call('kioskIssue', { body, idempotencyKey: key });
    expect(other.number).toBe('102'); // another kiosk, another scope
    const [one, three] = [await openDesk(hall, '1'), await openDesk(hall, '3')];
    const called = await one.give('callNext', {}, 'same-key-1');
    expect(await one.give('callNext', {}, 'same-key-1')).toEqual(called);
    expect((await three.ticket('callNext', {}, 'same-key-1')).number).toBe('102');
    await one.give('complete');
    expect(await one.give('callNext', {}, 'same-key-1')).toEqual(called); // still, although it is over
    expect(await codeOf(hall.kiosk.call('kioskIssue', { body }))).toBe('idempotency_key_required');
  });

  it('never carries out a key twice, however many come at once, and not in two offices', async () => {
    const hall = await newHall();
    await hall.owner.call('officeCreate', { body: officeTemplate({ slug: 'second' }) });
    const second = await hall.owner.call('hall', { params: { office: 'second' } });
    const clerk = await hall.person();
    const key = randomUUID();
    const issue = (office: string, serviceId: string) =>
      clerk.client.call('staffIssue', { body: { office, serviceId }, idempotencyKey: key, patienceMs: 1 });
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) =>
        n % 2 ? issue('main', hall.services['PASSPORT'] ?? '') : issue('second', second.services[0]?.id ?? ''),
      ),
    );
    const ids = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
    const codes = answers.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    expect(new Set(ids).size).toBe(1);
    expect(new Set(codes)).toEqual(new Set(['idempotency_key_reused']));
    expect(ids.length + codes.length).toBe(12);
  });
});
