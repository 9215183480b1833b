import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallInput } from '@sunbeon/client';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf } from './desk.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';

const NOW = '2026-11-23T10:00:00+09:00';
const at = (time: string) => new Date(`2026-11-23T${time}+09:00`).toISOString();

let server: TestApp;
let hall: TestHall;
let other: TestHall;

beforeAll(async () => {
  server = await startTestApp();
  hall = await makeHall(server, {
    kind: 'rehearsal',
    now: NOW,
    rate: 0,
    template: officeTemplate({ announcements: [{ ko: '첫 공지' }, { ko: '둘째 공지' }] }),
  });
  other = await makeHall(server, { kind: 'rehearsal', now: NOW, rate: 0 });
  await hall.owner.call('officeCreate', { body: officeTemplate({ slug: 'annex' }) });
}, 60_000);
afterAll(() => server.stop());

type Wish = CallInput<'announcementCreate'>['body'];
const announce = (wish: Partial<Wish> = {}, by = hall.owner) =>
  by.call('announcementCreate', {
    body: { office: 'main', text: { ko: '점검 안내' }, places: ['display', 'resident'], ...wish },
  });
const statusOf = (office = 'main', tenant = hall) =>
  hall.owner.call('publicStatus', { params: { tenant: tenant.slug, office } });
const shownAt = async (office = 'main', tenant = hall) =>
  (await statusOf(office, tenant)).announcements.map(({ ko }) => ko);
const all = (by = hall.owner) => by.call('announcementList');
const end = (id: string, by = hall.owner) => by.call('announcementEnd', { params: { id }, body: {} });
const start = (id: string, by = hall.owner) => by.call('announcementStart', { params: { id }, body: {} });

describe('announcements', () => {
  it('are those of the template at first, in its order', async () => {
    expect(await shownAt()).toEqual(['첫 공지', '둘째 공지']);
    expect((await all()).map(({ text, state, office }) => [text.ko, state, office])).toEqual([
      ['첫 공지', 'shown', 'main'],
      ['둘째 공지', 'shown', 'main'],
    ]);
    expect(await shownAt('annex')).toEqual([]);
  });

  it('are on the screens when the answer is given, the important ones first, and gone when they end', async () => {
    const before = (await statusOf()).revision;
    const said = await announce({
      level: 'important',
      text: { ko: '엘리베이터 점검', en: 'Lift under repair', ja: '' },
    });
    expect(said).toMatchObject({ state: 'shown', office: 'main', endsAt: null, startsAt: at('10:00:00') });
    const { announcements, revision } = await statusOf();
    expect(revision).toBeGreaterThan(before);
    expect(announcements[0]).toEqual({
      ko: '엘리베이터 점검',
      en: 'Lift under repair',
      level: 'important',
      places: ['display', 'resident'],
    });
    expect(await end(said.id)).toMatchObject({ state: 'ended', endsAt: at('10:00:00') });
    expect(await shownAt()).toEqual(['첫 공지', '둘째 공지']);
    expect(await codeOf(end(said.id))).toBe('conflict');
    expect(await start(said.id)).toMatchObject({ state: 'shown', endsAt: null });
    expect(await codeOf(start(said.id))).toBe('conflict');
    await end(said.id);
  });

  it('of all offices stand in each of them, and in no other tenant', async () => {
    const said = await announce({ office: null, text: { ko: '전체 공지' } });
    expect([await shownAt(), await shownAt('annex'), await shownAt('main', other)]).toEqual([
      ['전체 공지', '첫 공지', '둘째 공지'],
      ['전체 공지'],
      [],
    ]);
    const { id } = said;
    await hall.owner.call('announcementUpdate', {
      params: { id },
      body: { text: { ko: '고친 공지' }, places: ['counter'] },
    });
    expect(await shownAt('annex')).toEqual(['고친 공지']);
    expect((await statusOf('annex')).announcements[0]?.places).toEqual(['counter']);
    await end(id);
    expect(await shownAt('annex')).toEqual([]);
  });

  it('begin and end by the clock, and tell the screens so', async () => {
    const said = await announce({ text: { ko: '오후 안내' }, startsAt: at('10:30:00'), endsAt: at('10:40:00') });
    expect(said.state).toBe('planned');
    expect(await shownAt()).not.toContain('오후 안내');
    await setClock('10:30:01');
    await until(async () => (await shownAt()).includes('오후 안내'));
    await setClock('10:40:00');
    await until(async () => !(await shownAt()).includes('오후 안내'));
    expect((await all()).find(({ id }) => id === said.id)?.state).toBe('ended');
  }, 20_000);

  it('are nobody else’s', async () => {
    const { person } = hall;
    const annex = (await person(['supervisor'], ['annex'])).client;
    const staff = (await person(['staff'])).client;
    const mine = await announce();
    const everywhere = await announce({ office: null });
    for (const id of [mine.id, everywhere.id]) {
      expect(await codeOf(end(id, annex))).toBe('not_found');
      expect(await codeOf(end(id, other.owner))).toBe('not_found');
    }
    expect(await all(annex)).toEqual([]);
    expect(await all(other.owner)).toEqual([]);
    expect(await codeOf(announce({}, annex))).toBe('not_found');
    expect(await codeOf(announce({ office: null }, annex))).toBe('forbidden');
    expect(await codeOf(announce({}, staff))).toBe('forbidden');
    const own = await announce({ office: 'annex' }, annex);
    expect((await all(annex)).map(({ id }) => id)).toEqual([own.id]);
  });

  it.each([
    { text: { ko: ' ' } },
    { text: { en: 'only' } as never },
    { text: { ko: 'x'.repeat(201) } },
    { places: [] },
    { places: ['roof'] as never },
    { level: 'loud' as never },
    { startsAt: at('12:00:00'), endsAt: at('12:00:00') },
    { endsAt: at('09:00:00') },
  ])('are not taken as %j', async (wish) => {
    const before = await all();
    expect(await codeOf(announce(wish))).toBe('validation');
    expect(await all()).toEqual(before);
  });

  it('leave a row in the audit', async () => {
    const { id } = await announce({ text: { ko: '기록할 공지' } });
    const { rows } = await hall.owner.call('auditList', { query: { action: 'announcement' } });
    expect(rows[0]).toMatchObject({
      action: 'announcement.create',
      target: { id },
      after: { text: { ko: '기록할 공지' } },
    });
  });
});

const setClock = (time: string) =>
  hall.operator.call('clockSet', { body: { tenant: hall.slug, now: at(time), rate: 0 } });

async function until(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await check()); tries += 1) {
    if (tries > 100) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
