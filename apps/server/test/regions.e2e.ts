import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint, type RegionReader } from '@sunbeon/contract';
import { addDays, businessDay } from '@sunbeon/domain';
import pg from 'pg';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { operator, startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { ask, makeDevice, makeOffice, makeTenant, tokenOf } from './identity-http.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

const person = { email: 'reader@seoul.test', name: '서울 담당', password: 'a-password-of-seoul' };

let smtp: TestSmtp;
let test: TestApp;
let admin: string;
let reader: string;
let seoulId: string;

beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({ SMTP_URL: smtp.url, PUBLIC_URL: 'https://wait.test' });
  admin = await tokenOf(test, operator);
  const body = { slug: 'seoul', name: '서울특별시', prefix: '11', person };
  const made = await ask(test.app, 'POST /api/admin/regions', { token: admin, body });
  expect(made).toMatchObject({ status: 201, body: { slug: 'seoul', prefix: '11' } });
  seoulId = made.body.id as string;
  reader = await tokenOf(test, person);
  const tenants = [
    ['jongno', '1111000000', 40],
    ['junggu', '1114000000', 60],
    ['yongsan', '1117000000', 80],
    ['seongdong', '1120000000', 100],
    ['suwon', '4111000000', 90],
  ] as const;
  for (const [slug, areaCode, tickets] of tenants) {
    const { id } = await makeTenant(test, slug, 'live');
    await sql('update tenant set area_code = $2 where id = $1', [id, areaCode]);
    for (const day of ['2026-11-02', '2026-11-03']) await figure(id, day, tickets);
  }
}, 60_000);
afterAll(async () => {
  await test.stop();
  await smtp.stop();
});

const sql = <R extends object = object>(text: string, values: unknown[] = []) =>
  withSuperuser(test.database.superUrl, async (client) => (await client.query<R>(text, values)).rows);
/** A day of a tenant as the job leaves it: every ticket waited as many minutes as there are tens of tickets. */
const figure = (id: string, day: string, tickets: number) =>
  sql(
    `insert into region_figure values ($1, $2, $3, $4, array(select case when n = $5 then $3 else 0 end from generate_series(0, 120) n))
     on conflict (tenant_id, business_on) do update set tickets = excluded.tickets, within_target = excluded.within_target, waits = excluded.waits`,
    [id, day, tickets, Math.floor(tickets / 2), Math.floor(tickets / 10)],
  );
const idOf = async (slug: string) =>
  (await sql<{ id: string }>('select id from tenant where slug = $1', [slug]))[0]?.id ?? '';
const figures = async (from: string, to: string, token = reader) =>
  (await ask(test.app, `GET /api/region/figures?from=${from}&to=${to}`, { token })).body;

const readersOf = async () =>
  (await ask(test.app, `GET /api/admin/regions/${seoulId}/people`, { token: admin })).body as RegionReader[];
const invite = (body: { email: string; name: string }) =>
  ask(test.app, `POST /api/admin/regions/${seoulId}/invitations`, { token: admin, body });
const remove = (id: string, what: 'remove' | 'restore' = 'remove') =>
  ask(test.app, `POST /api/admin/regions/${seoulId}/people/${id}/${what}`, { token: admin });
const deeds = async () =>
  (await sql<{ action: string }>('select action from audit where tenant_id = $1', [seoulId])).map((row) => row.action);
/** What stands behind the # of the link in the newest letter. */
async function linkTo(email: string): Promise<string> {
  const letters = await smtp.received(email);
  return letters.flatMap(({ text }) => /\/signup\/invitation#([\w-]+)/.exec(text)?.[1] ?? []).at(-1) ?? '';
}

describe('a region', () => {
  it('reads the figures of its own tenants, and of no others', async () => {
    const body = await figures('2026-11-01', '2026-11-30');
    expect(body).toMatchObject({
      region: { name: '서울특별시', prefix: '11' },
      total: { tickets: 560, withinTargetPercent: 50 },
      smallest: { tickets: 5, tenants: 3 },
    });
    expect(body.tenants.map((one: { name: string; tickets: number }) => [one.name, one.tickets])).toEqual([
      ['기관 jongno', 80],
      ['기관 junggu', 120],
      ['기관 seongdong', 200],
      ['기관 yongsan', 160],
    ]);
    expect(body.tenants[0]).toEqual({
      name: '기관 jongno',
      areaCode: '1111000000',
      tickets: 80,
      medianWaitMinutes: 4,
      withinTargetPercent: 50,
      hiddenDays: 0,
    });
  });

  it('is not told of small groups, nor by the difference of totals or of stretches of days', async () => {
    await figure(await idOf('jongno'), '2026-11-04', 3);
    await figure(await idOf('junggu'), '2026-11-04', 60);
    await figure(await idOf('yongsan'), '2026-11-04', 80);
    await figure(await idOf('seongdong'), '2026-11-04', 100);
    await figure(await idOf('seongdong'), '2026-11-05', 2);
    const ticketsOf = (body: { total: { tickets: number } | null; tenants: { name: string; tickets: number }[] }) =>
      new Map<string, number>([
        ...body.tenants.map((one): [string, number] => [one.name, one.tickets]),
        ['total', body.total?.tickets ?? 0],
      ]);
    const day = await figures('2026-11-04', '2026-11-04');
    // The three of jongno leave only in the total with the two smallest others; the fifth of November not at all.
    expect([...ticketsOf(day)]).toEqual([
      ['기관 seongdong', 100],
      ['total', 243],
    ]);
    expect(await figures('2026-11-05', '2026-11-05')).toMatchObject({ total: null, tenants: [] });
    const before = ticketsOf(await figures('2026-11-01', '2026-11-03'));
    for (const to of ['2026-11-04', '2026-11-05', '2026-11-30']) {
      const after = ticketsOf(await figures('2026-11-01', to));
      const differences = [...after].map(([name, tickets]) => [name, tickets - (before.get(name) ?? 0)]);
      expect(differences).toEqual([
        ['기관 jongno', 0],
        ['기관 junggu', 0],
        ['기관 seongdong', 100],
        ['기관 yongsan', 0],
        ['total', 243],
      ]);
    }
  });

  it('sees no total while fewer than three tenants have figures', async () => {
    const made = await ask(test.app, 'POST /api/admin/regions', {
      token: admin,
      body: { slug: 'gyeonggi', name: '경기도', prefix: '41', person: { ...person, email: 'reader@gg.test' } },
    });
    expect(made.status).toBe(201);
    const token = await tokenOf(test, { ...person, email: 'reader@gg.test' });
    const body = await figures('2026-11-01', '2026-11-30', token);
    expect(body.total).toBeNull();
    expect(body.tenants.map(({ name }: { name: string }) => name)).toEqual(['기관 suwon']);
  });

  it('reads nothing else: every other endpoint refuses its account', async () => {
    const open: string[] = [];
    const anybody = ['public', 'session', 'any_session', 'enrolment'];
    for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
      if (name === 'regionFigures' || endpoint.access.some((one) => anybody.includes(one))) continue;
      const path = endpoint.path.replaceAll(/\{\w+\}/g, await idOf('jongno'));
      const { status } = await ask(test.app, `${endpoint.method} ${path}`, { token: reader });
      if (status !== 403) open.push(`${name}: ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('and under the serving role nothing either: the rows of figures and tenants are not its own', async () => {
    const client = new pg.Client(test.database.databaseUrl);
    await client.connect();
    const as = async (tenantId: string, text: string) => {
      await client.query('begin');
      await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
      const { rows } = await client.query<{ n: number }>(text);
      await client.query('rollback');
      return rows[0]?.n;
    };
    const cells = `select count(*)::int as n from sys.region_cells('2026-01-01', '2026-12-31')`;
    try {
      expect(await as(seoulId, cells)).toBeGreaterThan(8);
      expect(await as(seoulId, 'select count(*)::int as n from region_figure')).toBe(0);
      expect(await as(seoulId, `select count(*)::int as n from tenant where kind = 'live'`)).toBe(0);
      for (const slug of ['jongno', 'platform']) expect(await as(await idOf(slug), cells)).toBe(0);
      expect(await as(crypto.randomUUID(), cells)).toBe(0);
    } finally {
      await client.end();
    }
  });

  it('is asked for no figures by people of a district, nor by the operator', async () => {
    const owner = await tokenOf(test, { email: 'owner@jongno.test', password: 'owner-password-jongno' });
    for (const token of [owner, admin])
      expect((await ask(test.app, 'GET /api/region/figures?from=2026-11-01&to=2026-11-30', { token })).status).toBe(
        403,
      );
  });

  it('gets one more reader from the operator, who adds none to a tenant that is no region', async () => {
    const body = { ...person, email: 'second@seoul.test' };
    const add = (id: string) => ask(test.app, `POST /api/admin/regions/${id}/people`, { token: admin, body });
    expect((await add(await idOf('jongno'))).status).toBe(404);
    expect((await add(crypto.randomUUID())).status).toBe(404);
    expect(await add(seoulId)).toMatchObject({ status: 201, body: { email: body.email } });
    expect((await add(seoulId)).body.code).toBe('conflict');
    expect((await figures('2026-11-01', '2026-11-30', await tokenOf(test, body))).tenants).toHaveLength(4);
  });

  it('shows its readers to the operator, who lets one in no more: sessions end at once, and the door is closed', async () => {
    const people = await readersOf();
    expect(people).toMatchObject([
      { email: person.email, name: person.name, state: 'active', invitedAt: null },
      { email: 'second@seoul.test', state: 'active' },
    ]);
    expect(people.every(({ lastSeenAt }) => Date.now() - Date.parse(lastSeenAt ?? '') < 60_000)).toBe(true);
    const second = { email: 'second@seoul.test', password: person.password };
    const token = await tokenOf(test, second);
    const id = people[1]?.id ?? '';
    const logIn = () => ask(test.app, 'POST /api/auth/login', { body: second });
    expect((await remove(id)).status).toBe(204);
    expect((await ask(test.app, 'GET /api/region/figures?from=2026-11-01&to=2026-11-30', { token })).status).toBe(401);
    expect((await logIn()).status).toBe(401);
    expect((await readersOf()).find((one) => one.id === id)?.state).toBe('removed');
    // The other one reads on, and the removed one may come back with the old password.
    expect((await figures('2026-11-01', '2026-11-30')).tenants).toHaveLength(4);
    expect((await remove(id, 'restore')).status).toBe(204);
    expect((await ask(test.app, 'GET /api/region/figures?from=2026-11-01&to=2026-11-30', { token })).status).toBe(401);
    expect((await logIn()).status).toBe(200);
    expect(await deeds()).toEqual(expect.arrayContaining(['region.readers', 'region.remove', 'region.restore']));
  });

  it('gets a reader by a letter whose link works once, and not any more when it was taken back', async () => {
    const newcomer = { email: 'third@seoul.test', name: '박열람' };
    expect(await invite(newcomer)).toMatchObject({ status: 201, body: { ...newcomer, state: 'invited' } });
    const link = await linkTo(newcomer.email);
    const opened = await ask(test.app, 'POST /api/auth/invitation', { body: { token: link } });
    expect(opened.body).toMatchObject({ tenant: { name: '서울특별시' }, roles: ['region'] });
    const body = { token: link, name: newcomer.name, password: 'quiet rivers seven' };
    const accepted = await ask(test.app, 'POST /api/auth/invitation/accept', { body });
    expect(accepted.status).toBe(201);
    const token = await tokenOf(test, { email: newcomer.email, password: body.password });
    expect((await figures('2026-11-01', '2026-11-30', token)).tenants).toHaveLength(4);
    expect((await ask(test.app, 'POST /api/auth/invitation/accept', { body })).body.code).toBe('link_invalid');
    expect((await readersOf()).filter(({ email }) => email === newcomer.email)).toMatchObject([{ state: 'active' }]);
    expect((await invite(newcomer)).body.code).toBe('conflict');

    const fourth = (await invite({ email: 'fourth@seoul.test', name: '최열람' })).body.id as string;
    const stale = await linkTo('fourth@seoul.test');
    expect((await remove(fourth)).status).toBe(204);
    expect((await remove(fourth)).status).toBe(404);
    expect((await ask(test.app, 'POST /api/auth/invitation', { body: { token: stale } })).body.code).toBe(
      'link_invalid',
    );
    expect((await readersOf()).map(({ email }) => email)).not.toContain('fourth@seoul.test');
    expect(await deeds()).toEqual(expect.arrayContaining(['region.invite', 'invitation.withdraw']));
  });

  it('tells only the mailbox that an e-mail belongs to another institution', async () => {
    const body = { email: 'owner@jongno.test', name: '종로' };
    expect(await invite(body)).toMatchObject({ status: 201, body: { ...body, state: 'invited' } });
    const [letter] = await smtp.received(body.email);
    expect(letter?.text).toContain('다른 기관의 계정에 이미 쓰이고 있습니다');
    expect(letter?.text).not.toContain('/signup/invitation#');
  });

  it('has readers for the operator only, and only of a region: of a district none are listed, invited or removed', async () => {
    const jongno = await idOf('jongno');
    const [owner] = await sql<{ id: string }>('select id from staff where email = $1', ['owner@jongno.test']);
    const [first] = await readersOf();
    const attempts = (region: string, who: string): [string, object?][] => [
      [`GET /api/admin/regions/${region}/people`],
      [`POST /api/admin/regions/${region}/invitations`, { email: 'fifth@seoul.test', name: '정열람' }],
      [`POST /api/admin/regions/${region}/people/${who}/remove`],
      [`POST /api/admin/regions/${region}/people/${who}/restore`],
    ];
    const statuses = async (region: string, who: string, token: string) => {
      const found: number[] = [];
      for (const [route, body] of attempts(region, who))
        found.push((await ask(test.app, route, { token, ...(body && { body }) })).status);
      return found;
    };
    expect(await statuses(seoulId, first?.id ?? '', reader)).toEqual([403, 403, 403, 403]);
    expect(await statuses(jongno, owner?.id ?? '', admin)).toEqual([404, 404, 404, 404]);
    // A region's id does not open the people of somebody else.
    expect((await statuses(seoulId, owner?.id ?? '', admin)).slice(2)).toEqual([404, 404]);
    expect(await sql('select 1 from staff where active and id = $1', [owner?.id])).toHaveLength(1);
  });

  it('gets a district by its code, and loses it by another; only the operator says which, and no region moves', async () => {
    const gangwon = await makeTenant(test, 'chuncheon', 'live');
    await figure(gangwon.id, '2026-11-03', 70);
    const put = (areaCode: string, token = admin, id = gangwon.id) =>
      ask(test.app, `PUT /api/admin/tenants/${id}/area`, { token, body: { areaCode } });
    const named = async () =>
      (await figures('2026-11-01', '2026-11-03')).tenants.map(({ name }: { name: string }) => name) as string[];
    expect(await named()).not.toContain('기관 chuncheon');
    expect(await put('1121500000')).toMatchObject({
      status: 200,
      body: { areaCode: '1121500000', areaName: '서울특별시 광진구' },
    });
    expect(await named()).toContain('기관 chuncheon');
    expect((await put('5111000000')).body).toMatchObject({ areaCode: '5111000000' });
    expect(await named()).not.toContain('기관 chuncheon');
    for (const code of ['1100000000', '9911000000', '11215', '1121510100'])
      expect((await put(code)).body.code).toBe('validation');
    expect((await put('1121500000', reader)).status).toBe(403);
    expect((await put('2611000000', admin, seoulId)).status).toBe(404);
    const [entry] = await sql<{ before: object; after: object }>(
      `select before, after from audit where action = 'tenant.area' and tenant_id = $1 order by at desc limit 1`,
      [gangwon.id],
    );
    expect(entry).toMatchObject({ before: { areaCode: '1121500000' }, after: { areaCode: '5111000000' } });
  });

  it.each([
    ['2026-11-30', '2026-11-01'],
    ['2024-01-01', '2026-01-01'],
    ['2026-02-30', '2026-03-01'],
    ['gestern', 'heute'],
  ])('is told that %s to %s is no stretch of days', async (from, to) => {
    expect((await figures(from, to)).code).toBe('validation');
  });

  it('has no prefix that is no province', async () => {
    const body = { slug: 'nowhere', name: '없음', prefix: '99', person: { ...person, email: 'x@y.test' } };
    expect((await ask(test.app, 'POST /api/admin/regions', { token: admin, body })).body.code).toBe('validation');
  });
});

describe('the job', () => {
  it('works the figures of days that are over out of the tickets, again and again alike', async () => {
    const tenant = await makeTenant(test, 'gangnam', 'live');
    await sql('update tenant set area_code = $2 where id = $1', [tenant.id, '1168000000']);
    await makeOffice(test, tenant, 'main');
    await makeDevice(test, tenant, 'main', 'kiosk');
    const [service] = await sql<{ id: string; office_id: string }>(
      `select id, office_id from service where tenant_id = $1 and code = 'PASSPORT_APPLY'`,
      [tenant.id],
    );
    const waits = [0.5, 3, 12, 29.9, 30, 31, 200]; // limit 30 minutes
    // Of the business day, which begins at four: by the date, this failed every night between midnight and four.
    const day = addDays(businessDay(Date.now(), 'Asia/Seoul'), -1);
    await sql('select sys.ensure_month($1::date)', [day]);
    for (const [index, minutes] of waits.entries())
      await sql(
        `insert into ticket (tenant_id, business_on, id, office_id, service_id, label, state, joined_at, place, called_at)
         values ($1, $2, gen_random_uuid(), $3, $4, $5, 'completed', $2::date + time '10:00', 1,
           $2::date + time '10:00' + $6 * interval '1 minute')`,
        [tenant.id, day, service?.office_id, service?.id, String(index), minutes],
      );
    await sql(
      `insert into ticket (tenant_id, business_on, id, office_id, service_id, label, state, joined_at, place)
       values ($1, $2, gen_random_uuid(), $3, $4, 'x', 'expired', $2::date + time '10:00', 1)`,
      [tenant.id, day, service?.office_id, service?.id],
    );
    for (let run = 0; run < 2; run += 1) {
      await test.app.get(JobHandlers).run('regions.fill', {});
      const rows = await sql(
        `select tickets, within_target, waits[1] as "0", waits[4] as "3", waits[13] as "12", waits[30] as "29", waits[31] as "30",
           waits[32] as "31", waits[121] as most from region_figure where tenant_id = $1`,
        [tenant.id],
      );
      expect(rows).toEqual([
        { tickets: 7, within_target: 5, '0': 1, '3': 1, '12': 1, '29': 1, '30': 1, '31': 1, most: 1 },
      ]);
    }
  });
});
