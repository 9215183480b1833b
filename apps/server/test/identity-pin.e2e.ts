import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallOutput } from '@sunbeon/client';
import { startTestApp, type TestApp } from './app.ts';
import { deskAt } from './desk.ts';
import { login, makeHall, officeTemplate, type Person, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';
import { ask } from './identity-http.ts';

const PASSWORD = 'owner-password-1';

let test: TestApp;
let hall: TestHall;

beforeAll(async () => {
  test = await startTestApp();
  hall = await makeHall(test, { kind: 'rehearsal' });
}, 60_000);
afterAll(() => test.stop());

const sql = (text: string, values: unknown[] = []) =>
  withSuperuser(test.database.superUrl, async (client) => (await client.query(text, values)).rows as never[]);
const post = (path: string, token: string, body: object) => ask(test.app, `POST ${path}`, { token, body });
const setPin = ({ token }: Person, pin: string, password = PASSWORD) =>
  ask(test.app, 'PUT /api/auth/pin', { token, body: { password, pin } });
const takeOver = ({ token }: Pick<Person, 'token'>, staffId: string, pin: string, more: object = {}) =>
  post('/api/auth/pin', token, { office: 'main', staffId, pin, ...more });

/** Somebody with a PIN. */
async function withPin(pin: string, roles?: Parameters<TestHall['person']>[0], offices?: string[]): Promise<Person> {
  const person = await hall.person(roles, offices);
  expect((await setPin(person, pin)).status).toBe(204);
  return person;
}

const emailOf = async (id: string) =>
  ((await sql('select email from staff where id = $1', [id])) as { email: string }[])[0]?.email ?? '';

describe('a PIN', () => {
  it('is set with the password, and only when it is not easy to guess', async () => {
    const kim = await hall.person();
    for (const pin of ['000000', '123456', '850101', '121212'])
      expect((await setPin(kim, pin)).body.code).toBe('pin_weak');
    for (const pin of ['12345', '1234567', '12345a', '']) expect((await setPin(kim, pin)).body.code).toBe('validation');
    expect((await setPin(kim, '739164', 'wrong')).body.code).toBe('bad_credentials');
    expect((await ask(test.app, 'GET /api/auth/me', kim)).body.pin).toBe('none');
    expect((await setPin(kim, '739164')).status).toBe(204);
    expect((await ask(test.app, 'GET /api/auth/me', kim)).body.pin).toBe('set');
    const [row] = (await sql('select pin_hash from staff where id = $1', [kim.id])) as { pin_hash: string }[];
    expect(row?.pin_hash).toMatch(/^\$argon2id\$/);
    expect((await post('/api/auth/pin/remove', kim.token, {})).status).toBe(204);
    expect((await takeOver(await hall.person(), kim.id, '739164')).body.code).toBe('not_found');
  });

  it('is offered by name to colleagues of the office, and to nobody else', async () => {
    const here = await withPin('480275');
    const none = await hall.person();
    const viewer = await withPin('480275', ['viewer']);
    const { body } = await ask(test.app, 'GET /api/auth/pin/people?office=main', none);
    const people = body as { id: string; name: string }[];
    expect(people.map(({ id }) => id)).toContain(here.id);
    for (const person of [none, viewer]) expect(people.map(({ id }) => id)).not.toContain(person.id);
    expect(Object.keys(people[0] ?? {}).sort()).toEqual(['id', 'name']);
    expect((await ask(test.app, 'GET /api/auth/pin/people?office=main', viewer)).status).toBe(403);
    expect((await ask(test.app, 'GET /api/auth/pin/people?office=none', none)).status).toBe(404);
  });
});

describe('taking over by a PIN', () => {
  it('begins a session of the other with the rights of a counter, ends the first one, and takes its counter with the ticket', async () => {
    const first = await hall.person();
    const other = await withPin('903847', ['supervisor']);
    const desk = deskAt(hall, '1', first);
    await desk.give('counterOpen');
    await hall.draw('PASSPORT');
    const called = await desk.ticket('callNext');
    const { status, body, cookie } = await takeOver(first, other.id, '903847', { counterId: desk.counterId });
    expect([status, body.me.id, body.me.session]).toEqual([200, other.id, 'counter']);
    expect(body.me.permissions).toEqual(['hall.view', 'counter.operate', 'ticket.issue']);
    expect((await ask(test.app, 'GET /api/auth/me', first)).status).toBe(401);

    const token = body.accessToken as string;
    const now = (await ask(test.app, 'GET /api/offices/main/hall', { token })).body as CallOutput<'hall'>;
    expect(now.counters.find(({ id }) => id === desk.counterId)).toMatchObject({
      staff: { id: other.id },
      ticket: { number: called.number },
    });
    const done = await post(`/api/counters/${desk.counterId}/start`, token, {});
    expect(done.status).toBe(200);
    const events = (await sql(
      `select type, actor ->> 'id' as actor from ticket_event where counter_id = $1 order by seq`,
      [desk.counterId],
    )) as { type: string; actor: string }[];
    expect(events.filter(({ type }) => type === 'counter.taken_over').map(({ actor }) => actor)).toEqual([other.id]);
    expect(events.at(-1)?.actor).toBe(other.id);
    // The session goes on by its cookie, and is over after twelve hours.
    expect((await ask(test.app, 'POST /api/auth/refresh', { cookie: cookie ?? '' })).body.me.session).toBe('counter');
    const [session] = (await sql(
      'select extract(epoch from expires_at - created_at) / 3600 as hours from session where staff_id = $1 and began_by = $2',
      [other.id, 'pin'],
    )) as { hours: string }[];
    expect(Math.round(Number(session?.hours))).toBe(12);
  });

  it('allows nothing beyond the counter: no account, no staff, no second PIN chain beyond twelve hours', async () => {
    const chief = await withPin('561340', ['owner']);
    const { body } = await takeOver(await hall.person(), chief.id, '561340');
    const token = body.accessToken as string;
    for (const route of [
      'GET /api/admin/staff',
      'GET /api/admin/devices',
      'GET /api/auth/sessions',
      'GET /api/admin/audit',
    ])
      expect((await ask(test.app, route, { token })).status).toBe(403);
    expect(
      (await post('/api/auth/password', token, { current: PASSWORD, password: 'three blue umbrellas' })).status,
    ).toBe(403);
    expect(
      (await ask(test.app, 'PUT /api/auth/pin', { token, body: { password: PASSWORD, pin: '739164' } })).status,
    ).toBe(403);
    await sql(`update session set expires_at = now() + interval '1 hour' where staff_id = $1 and began_by = 'pin'`, [
      chief.id,
    ]);
    const next = await withPin('739164');
    const chained = await takeOver({ token }, next.id, '739164');
    expect(chained.status).toBe(200);
    const [session] = (await sql(
      `select expires_at <= now() + interval '1 hour' as within from session where staff_id = $1 and began_by = 'pin'`,
      [next.id],
    )) as { within: boolean }[];
    expect(session?.within).toBe(true);
  });

  it('leaves the counter of a third person, and a closed one, as they are', async () => {
    const [third, first, other] = [await hall.person(), await hall.person(), await withPin('480275')];
    await deskAt(hall, '2', third).give('counterOpen');
    const { body } = await takeOver(first, other.id, '480275', { counterId: hall.counters['2'] });
    const now = (await ask(test.app, 'GET /api/offices/main/hall', { token: body.accessToken }))
      .body as CallOutput<'hall'>;
    expect(now.counters.find(({ number }) => number === '2')?.staff?.id).toBe(third.id);
    expect(now.counters.find(({ number }) => number === '3')?.state).toBe('closed');
  });

  it('is refused after five wrong PINs until the password is used, also when they come at once; the first goes on', async () => {
    const first = await hall.person();
    const other = await withPin('739164');
    const codes = await Promise.all(
      Array.from({ length: 9 }, async () => (await takeOver(first, other.id, '480275')).body.code as string),
    );
    expect(codes.filter((code) => code === 'pin_wrong')).toHaveLength(4);
    expect(codes.filter((code) => code === 'pin_locked')).toHaveLength(5);
    expect((await takeOver(first, other.id, '739164')).body.code).toBe('pin_locked');
    expect((await ask(test.app, 'GET /api/auth/me', first)).status).toBe(200);
    await login(test.url, await emailOf(other.id), PASSWORD);
    expect((await takeOver(first, other.id, '739164')).status).toBe(200);
  });

  it('is no way to people of other offices, of other tenants, or who are no longer let in', async () => {
    const branch = { ...officeTemplate({ slug: 'branch' }) };
    await hall.owner.call('officeCreate', { body: branch });
    const there = await withPin('739164', ['staff'], ['branch']);
    const here = await hall.person(['staff'], ['main']);
    expect((await takeOver(here, there.id, '739164')).body.code).toBe('not_found');
    const other = await makeHall(test, { kind: 'rehearsal' });
    const foreign = await other.person();
    await setPin(foreign, '739164');
    expect((await takeOver(here, foreign.id, '739164')).body.code).toBe('not_found');
    expect(
      (await post('/api/auth/pin', here.token, { office: 'branch', staffId: there.id, pin: '739164' })).status,
    ).toBe(404);
    const gone = await withPin('739164');
    await hall.owner.call('staffDeactivate', { params: { id: gone.id }, body: {} });
    expect((await takeOver(here, gone.id, '739164')).body.code).toBe('not_found');
    // A counter of another office is not there, and nothing was changed by asking.
    const ally = await withPin('739164');
    const counterId = other.counters['1'];
    expect((await takeOver(here, ally.id, '739164', { counterId })).body.code).toBe('not_found');
    expect((await ask(test.app, 'GET /api/auth/me', here)).status).toBe(200);
  });

  it('is written down: who, after whom', async () => {
    const first = await hall.person();
    const other = await withPin('903847');
    await takeOver(first, other.id, '111222');
    await takeOver(first, other.id, '903847');
    const { rows } = await hall.owner.call('auditList', { query: { action: 'pin', target: other.id } as never });
    expect(rows.slice(0, 2)).toMatchObject([
      { action: 'pin.take_over', actor: { id: first.id }, before: { staffId: first.id } },
      { action: 'pin.wrong', actor: { id: first.id } },
    ]);
  });
});
