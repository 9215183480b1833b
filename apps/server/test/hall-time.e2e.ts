import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@sunbeon/client';
import { HallWaker } from '../src/hall/hall.waker.ts';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf, openDesk, until, type Desk } from './desk.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';
import { faultsOf, readOffice, withSuperuser } from './history.ts';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.stop());

type Template = ReturnType<typeof officeTemplate>;
const weekdays = ['1', '2', '3', '4', '5'];
const hours: Template['hours'] = {
  week: Object.fromEntries(weekdays.map((day) => [day, [{ from: '09:00', to: '18:00' }]])),
  night: { '1': [{ from: '18:00', to: '20:00' }] },
  lunchTurns: [{ span: { from: '12:00', to: '13:00' }, counters: ['1', '2'] }],
  holidays: 'none',
};

interface Day {
  readonly hall: TestHall;
  /** Sets the clock, which stands still, and waits until the office was looked at. */
  at(local: string): Promise<void>;
  status(): ReturnType<typeof statusOf>;
}

const statusOf = (slug: string) =>
  createClient({ baseUrl: server.url }).call('publicStatus', { params: { tenant: slug, office: 'main' } });

/** A rehearsal office. 2026-11-23 is a Monday. */
async function dayOf(change: Partial<Template> = {}, now = '2026-11-23T10:00:00+09:00'): Promise<Day> {
  const hall = await makeHall(server, { kind: 'rehearsal', now, template: officeTemplate({ hours, ...change }) });
  const status = () => statusOf(hall.slug);
  const at = async (local: string) => {
    const instant = /[+-]\d\d:\d\d$|Z$/.test(local) ? local : `${local}+09:00`;
    await hall.operator.call('clockSet', { body: { tenant: hall.slug, now: instant, rate: 0 } });
    await until(async () => ((await isDue(hall.officeId)) ? undefined : true), `a sweep at ${local}`);
  };
  return { hall, status, at };
}

const isDue = (officeId: string) =>
  withSuperuser(server.database.superUrl, async (client) => {
    const { rows } = await client.query<{ due: boolean }>(
      `select l.wake_at <= c.anchor_now as due from office_live l join tenant_clock c using (tenant_id) where office_id = $1`,
      [officeId],
    );
    return rows[0]?.due === true;
  });
const record = ({ hall }: Day) => readOffice(server.database.superUrl, hall.officeId);
const states = async (day: Day) =>
  Object.fromEntries(
    (await record(day)).tickets.map(({ businessOn, label, state }) => [`${businessOn} ${label}`, state]),
  );

describe('the hours of an office', () => {
  it('open, night office and closing show by themselves, and each raises the revision', async () => {
    const day = await dayOf();
    const seen: unknown[] = [];
    const revisions: number[] = [];
    for (const time of ['08:00', '09:00', '17:59', '18:00', '20:00']) {
      await day.at(`2026-11-23T${time}:00`);
      const { office, revision, level } = await day.status();
      seen.push([
        time,
        office.openNow,
        office.nightOffice,
        office.closesAt?.slice(11, 16) ?? office.opensAt?.slice(5, 16),
        level,
      ]);
      revisions.push(revision);
    }
    expect(seen).toEqual([
      ['08:00', false, false, '11-23T09:00', null],
      ['09:00', true, false, '20:00', 'quiet'],
      ['17:59', true, false, '20:00', 'quiet'],
      ['18:00', true, true, '20:00', 'quiet'],
      ['20:00', false, false, '11-24T09:00', null],
    ]);
    expect([...revisions].sort((a, b) => a - b)).toEqual(revisions);
    expect(new Set(revisions).size).toBe(revisions.length);
  });

  it('lunch turns pause who is free, whoever becomes free, and let them come back; who opens at lunch stays', async () => {
    const day = await dayOf();
    const { hall } = day;
    const [free, busy, other] = [await openDesk(hall, '1'), await openDesk(hall, '2'), await openDesk(hall, '3')];
    await hall.draw('FAMILY');
    await busy.give('callNext');
    const counters = async () => (await day.status()).counters.map(({ state }) => state);
    await day.at('2026-11-23T12:00:00');
    expect(await counters()).toEqual(['paused', 'called', 'open']);
    expect((await day.status()).counters[0]?.pausedUntil).toBe('2026-11-23T13:00:00+09:00');
    await busy.give('complete');
    expect(await counters()).toEqual(['paused', 'paused', 'open']);
    expect((await busy.ticket('undo')).state).toBe('called'); // a slip can be undone at lunch, too
    await busy.give('complete');
    await day.at('2026-11-23T12:20:00');
    await free.give('counterResume'); // back early
    await day.at('2026-11-23T12:40:00');
    expect(await counters()).toEqual(['open', 'paused', 'open']);
    await other.give('counterPause', { reason: 'lunch' }); // a person's own pause ends by that person
    await day.at('2026-11-23T13:00:00');
    expect(await counters()).toEqual(['open', 'open', 'paused']);
    expect(faultsOf(await record(day))).toEqual([]);
  });

  it('fall back to a lower level after three minutes, not before', async () => {
    const day = await dayOf({}, '2026-11-23T10:00:00+09:00');
    const desk = await openDesk(day.hall, '1');
    for (let n = 0; n < 4; n += 1) await day.hall.draw('PASSPORT');
    const level = async () => (await day.status()).services[0]?.level;
    expect(await level()).toBe('crowded'); // 4 x 8 minutes at one counter, limit 30
    for (let n = 0; n < 4; n += 1) {
      await desk.give('callNext');
      await desk.give('complete');
    }
    expect(await level()).toBe('crowded');
    await day.at('2026-11-23T10:02:59');
    expect(await level()).toBe('crowded');
    await day.at('2026-11-23T10:03:00');
    expect(await level()).toBe('quiet');
  });
});

describe('the end of a day', () => {
  const busyDay = async (day: Day): Promise<Desk> => {
    const [one, two, three] = [
      await openDesk(day.hall, '1'),
      await openDesk(day.hall, '2'),
      await openDesk(day.hall, '3'),
    ];
    for (const service of ['PASSPORT', 'FAMILY', 'PASSPORT', 'PASSPORT', 'FAMILY']) await day.hall.draw(service);
    await one.give('callNext'); // 101 called
    await two.give('callNext'); // 301 served, then held
    await two.give('start');
    await two.give('hold');
    await three.give('callNext'); // 102 served
    await three.give('start');
    return three;
  };
  const ended = {
    '2026-11-23 101': 'no_show',
    '2026-11-23 301': 'expired',
    '2026-11-23 102': 'serving',
    '2026-11-23 103': 'expired',
    '2026-11-23 302': 'expired',
  };

  it('is worked off by the first command when the server was away over night; numbers begin anew', async () => {
    const day = await dayOf();
    const three = await busyDay(day);
    // The sweep is too late on purpose: the clock jumps, and the command comes at once.
    await day.hall.operator.call('clockSet', {
      body: { tenant: day.hall.slug, now: '2026-11-24T09:30:00+09:00', rate: 0 },
    });
    expect((await day.hall.draw('PASSPORT')).number).toBe('101');
    expect(await states(day)).toEqual({ ...ended, '2026-11-24 101': 'waiting' });
    const { events } = await record(day);
    const flagged = events.find(({ type }) => (type as string) === 'office.day_ended') as unknown as {
      flagged: string[];
      businessOn: string;
    };
    expect([flagged.businessOn, flagged.flagged.length]).toEqual(['2026-11-23', 1]);
    expect((await day.status()).counters.map(({ state }) => state)).toEqual(['closed', 'closed', 'serving']);
    // Who was served over night is finished on the own day, and can be undone there.
    expect((await three.ticket('complete')).state).toBe('completed');
    expect((await three.ticket('undo')).state).toBe('serving');
    await three.give('complete');
    expect((await three.ticket('callNext')).number).toBe('101');
    expect(faultsOf(await record(day))).toEqual([]);
  });

  it('comes by its job an hour after the last closing, once all counters are closed', async () => {
    const day = await dayOf();
    await day.hall.draw('PASSPORT');
    await day.at('2026-11-23T20:59:00');
    expect((await states(day))['2026-11-23 101']).toBe('waiting');
    await day.at('2026-11-23T21:00:00');
    expect((await states(day))['2026-11-23 101']).toBe('expired');
    await day.at('2026-11-24T04:00:00');
    await day.at('2026-11-24T09:00:00');
    expect((await day.hall.draw('PASSPORT')).number).toBe('101');
    expect(faultsOf(await record(day))).toEqual([]);
  });

  it('waits for a counter that is still open, and then comes with the new business day', async () => {
    const day = await dayOf();
    await busyDay(day);
    await day.at('2026-11-23T21:00:00');
    expect((await states(day))['2026-11-23 103']).toBe('waiting');
    await day.at('2026-11-24T04:00:00');
    expect(await states(day)).toEqual(ended);
    expect(faultsOf(await record(day))).toEqual([]);
  });

  it('ends what was opened after it, when the next day begins', async () => {
    const day = await dayOf();
    await day.hall.draw('PASSPORT');
    await day.at('2026-11-23T21:00:00');
    await openDesk(day.hall, '1');
    await day.at('2026-11-24T04:00:00');
    expect((await day.status()).counters.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
    expect(faultsOf(await record(day))).toEqual([]);
  });

  it('does not come to an office that is open past midnight before its business day is over', async () => {
    const around = Object.fromEntries([...weekdays, '6', '7'].map((day) => [day, [{ from: '00:00', to: '24:00' }]]));
    const day = await dayOf({ hours: { week: around, holidays: 'none' } });
    await day.at('2026-11-24T01:30:00');
    await day.hall.draw('PASSPORT');
    await day.at('2026-11-24T03:59:00');
    expect((await states(day))['2026-11-23 101']).toBe('waiting');
    await day.at('2026-11-24T04:00:00');
    expect((await states(day))['2026-11-23 101']).toBe('expired');
  });
});

describe('zones', () => {
  it('keep local hours when the clocks change (Europe/Warsaw)', async () => {
    const day = await dayOf({ zone: 'Europe/Warsaw' }, '2026-03-27T10:00:00+01:00');
    await day.at('2026-03-27T08:00:00+01:00'); // Friday, winter time
    expect((await day.status()).office).toMatchObject({ openNow: false, opensAt: '2026-03-27T09:00:00+01:00' });
    await day.at('2026-03-30T08:00:00+02:00'); // Monday, summer time since Sunday
    expect((await day.status()).office).toMatchObject({ openNow: false, opensAt: '2026-03-30T09:00:00+02:00' });
    await day.at('2026-03-30T07:30:00Z');
    expect((await day.status()).office).toMatchObject({ openNow: true });
    expect((await day.hall.draw('PASSPORT')).number).toBe('101');
    await day.at('2026-10-24T23:30:00Z'); // 01:30 in the night that is an hour longer
    await day.at('2026-10-25T02:30:00Z'); // 03:30 winter time: before the day start at 04:00
    expect((await record(day)).events.at(-1)?.businessOn).not.toBe('2026-10-25');
    expect(await codeOf(day.hall.draw('PASSPORT'))).toBe('office_closed'); // Sunday
    expect(faultsOf(await record(day))).toEqual([]);
  });
});

describe('the waker', () => {
  it('never finds an office due again at the same instant, over a whole day of wake-ups', async () => {
    const day = await dayOf({}, '2026-11-23T08:00:00+09:00');
    const { hall } = day;
    await day.at('2026-11-23T09:00:00');
    await openDesk(hall, '1');
    await hall.draw('PASSPORT');
    const waker = server.app.get(HallWaker);
    const wakeAt = () =>
      withSuperuser(server.database.superUrl, async (client) => {
        const { rows } = await client.query<{ tenant: string; at: number; now: number }>(
          `select tenant_id as tenant, wake_at as at, anchor_now as now from office_live join tenant_clock using (tenant_id) where office_id = $1`,
          [hall.officeId],
        );
        if (!rows[0]) throw new Error('no office');
        return rows[0];
      });
    let steps = 0;
    for (let now = 0; now < Date.parse('2026-11-24T09:00:00+09:00'); steps += 1) {
      const { tenant, at } = await wakeAt();
      expect(at).toBeGreaterThan(now);
      now = at;
      await hall.operator.call('clockSet', { body: { tenant: hall.slug, now: new Date(at).toISOString(), rate: 0 } });
      await waker.wake(tenant, hall.officeId);
      expect((await wakeAt()).at).toBeGreaterThan(at); // not due again at once
    }
    expect(steps).toBeGreaterThan(6); // lunch, night, closing, end of day, new day, opening
    expect(steps).toBeLessThan(25);
  });
});
