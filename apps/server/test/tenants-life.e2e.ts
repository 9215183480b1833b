import { connectRealtime, type Realtime } from '@sunbeon/client';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { build } from '../../../tools/build/build.ts';
import { masterKeys, operator, startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { ask, makeDevice, makeOffice, makeStaff, makeTenant, tokenOf, type TestTenant } from './identity-http.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

let smtp: TestSmtp;
let test: TestApp;
let other: NestFastifyApplication | undefined;
let admin: string;
let connections: Realtime[] = [];

beforeAll(async () => {
  await build(['resident']);
  smtp = await startSmtp();
  // Two nodes on one database, as they would be apart: what one changes, the other must see by itself.
  test = await startTestApp({ SMTP_URL: smtp.url, REALTIME_ADAPTER: 'postgres' });
  admin = await tokenOf(test, operator);
}, 60_000);
afterAll(async () => {
  await other?.close();
  await test.stop();
  await smtp.stop();
});
afterEach(() => {
  for (const one of connections) one.close();
  connections = [];
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const setClock = (slug: string, now: string) =>
  ask(test.app, 'PUT /api/admin/clock', { token: admin, body: { tenant: slug, now, rate: 0 } });
const move = (id: string, name: string, body: object = {}) =>
  ask(test.app, `POST /api/admin/tenants/${id}/${name}`, { token: admin, body });
const watch = () => test.app.get(JobHandlers).run('tenants.watch', {});
const reason = '이용 요금이 납부되지 않았습니다.';

interface Living extends TestTenant {
  kiosk: { id: string; token: string };
  serviceId: string;
}

/** A rehearsal tenant in the middle of a working Monday, with a kiosk. */
async function living(slug: string): Promise<Living> {
  const tenant = await makeTenant(test, slug);
  await setClock(slug, '2026-11-23T10:00:00+09:00');
  await makeOffice(test, tenant, 'main');
  const kiosk = await makeDevice(test, tenant, 'main', 'kiosk');
  const { body } = await ask(test.app, 'GET /api/device/config', { device: kiosk.token });
  return { ...tenant, kiosk, serviceId: body.services[0].id as string };
}

const draw = ({ kiosk, serviceId }: Living, app = test.app) =>
  ask(app, 'POST /api/kiosk/tickets', {
    device: kiosk.token,
    body: { serviceId },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
const page = async (path: string) => {
  const response = await test.app.inject({ method: 'GET', url: path, headers: { accept: 'text/html' } });
  return { status: response.statusCode, text: response.body };
};

describe('a tenant that is suspended', () => {
  it('works on until its business day is over, and rests then: pages, screens, kiosk and people', async () => {
    const tenant = await living('suspended');
    const staff = await makeStaff(test, tenant, 'staff', ['staff']);
    const drawn = await draw(tenant);
    expect(drawn.status).toBe(201);

    const answer = await move(tenant.id, 'suspend', { reason });
    expect(answer.body).toMatchObject({
      status: 'active',
      next: { status: 'suspended', at: '2026-11-23T19:00:00.000Z', reason },
    });
    const [warned] = await smtp.received(tenant.owner.email);
    expect(warned?.subject).toContain('2026-11-24 04:00에 정지됩니다');
    expect(warned?.text).toContain(reason);

    // The rest of the day: 19:30 on a Monday is the night office.
    for (const time of ['2026-11-23T17:59:00+09:00', '2026-11-23T19:30:00+09:00', '2026-11-24T03:59:00+09:00']) {
      await setClock('suspended', time);
      await watch();
      expect((await ask(test.app, 'GET /api/public/suspended/main/status')).status).toBe(200);
      expect((await tokenOf(test, staff)).length).toBeGreaterThan(0);
    }
    await setClock('suspended', '2026-11-23T19:30:00+09:00');
    expect((await draw(tenant)).status).toBe(201);

    await setClock('suspended', '2026-11-24T04:00:01+09:00');
    await watch();
    await sleep(5_000);
    expect((await ask(test.app, 'GET /api/public/suspended/main/status')).status).toBe(404);
    expect((await ask(test.app, 'GET /api/public/suspended')).status).toBe(404);
    for (const path of ['/suspended', '/suspended/main', drawn.body.path as string])
      expect(await page(path)).toEqual({ status: 503, text: expect.stringContaining('대기현황을 안내하지 않습니다') });
    expect((await page('/never-there')).status).toBe(404);
    expect((await draw(tenant)).body.code).toBe('tenant_inactive');
    expect((await ask(test.app, 'POST /api/auth/login', { body: staff })).body.code).toBe('tenant_inactive');
    const letters = await smtp.received(tenant.owner.email, 2);
    expect(letters.at(-1)?.subject).toContain('정지되었습니다');

    expect((await move(tenant.id, 'resume')).body).toMatchObject({ status: 'active', statusReason: null });
    await setClock('suspended', '2026-11-24T10:00:00+09:00');
    await sleep(5_000);
    expect((await draw(tenant)).status).toBe(201);
    expect((await page('/suspended/main')).status).toBe(200);
  }, 60_000);

  it('lets its owner in to look after people and data, not after the hall', async () => {
    const tenant = await living('owners');
    await setClock('owners', '2026-11-22T10:00:00+09:00'); // a Sunday: nothing to wait for
    expect((await move(tenant.id, 'suspend', { reason })).body.status).toBe('suspended');
    const token = await tokenOf(test, tenant.owner);
    const me = await ask(test.app, 'GET /api/auth/me', { token });
    expect(me.body.permissions).toEqual(expect.arrayContaining(['staff.manage', 'audit.view']));
    for (const permission of ['hall.view', 'counter.operate', 'ticket.issue', 'office.configure', 'device.manage'])
      expect(me.body.permissions).not.toContain(permission);
    expect((await ask(test.app, 'GET /api/offices/main/hall', { token })).status).toBe(403);
    expect((await ask(test.app, 'GET /api/admin/staff', { token })).status).toBe(200);
    expect((await ask(test.app, 'GET /api/plan', { token })).body).toMatchObject({
      status: 'suspended',
      statusReason: reason,
    });
  });

  it('is told so on another node within five seconds, also on sockets and streams that are open', async () => {
    const tenant = await living('nodes');
    const config = readConfig(
      {
        DATABASE_URL: test.database.databaseUrl,
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'silent',
        REALTIME_ADAPTER: 'postgres',
        MASTER_KEYS: masterKeys,
      },
      ['--roles=api,realtime'],
    );
    // Closed at the end of all: passport keeps one strategy per process, that of whoever came last.
    other = await createApp(config);
    const node = other;
    await node.listen(0, '127.0.0.1');
    const baseUrl = `http://127.0.0.1:${(node.getHttpServer().address() as { port: number }).port}`;
    const told: Record<string, string[]> = { device: [], resident: [] };
    const listen = (who: string, auth: Parameters<typeof connectRealtime>[0]['auth']) =>
      connections.push(
        connectRealtime({
          baseUrl,
          auth,
          on: {
            board: () => void told[who]?.push('board'),
            resting: () => void told[who]?.push('resting'),
            revoked: () => void told[who]?.push('revoked'),
          },
        }),
      );
    listen('device', { deviceToken: tenant.kiosk.token });
    listen('resident', { tenant: 'nodes', office: 'main' });
    const stream = await fetch(`${baseUrl}/api/public/nodes/main/events`);
    const streamed = stream.text();
    const status = async () => (await fetch(`${baseUrl}/api/public/nodes/main/status`)).status;
    const issued = async () => (await draw(tenant, node)).status;
    expect([await status(), await issued()]).toEqual([200, 201]);
    for (let tries = 0; tries < 100 && !(told['device']?.length && told['resident']?.length); tries += 1)
      await sleep(50);

    await move(tenant.id, 'close', { reason, immediately: true });
    const begun = Date.now();
    while (Date.now() - begun < 5_000 && ((await status()) === 200 || (await issued()) === 201)) await sleep(100);
    expect([await status(), await issued()]).toEqual([404, 403]);
    expect(await Promise.race([streamed, sleep(5_000 - (Date.now() - begun))])).toContain('event: status');
    while (
      Date.now() - begun < 5_000 &&
      !(told['device']?.includes('resting') && told['resident']?.includes('resting'))
    )
      await sleep(100);
    expect(told['device']?.[0]).toBe('board');
    expect(told['device']).toContain('resting');
    expect(told['resident']?.[0]).toBe('board');
    expect(told['resident']).toContain('resting');
    expect(told['device']).not.toContain('revoked'); // it keeps its token, and comes back by itself
  }, 60_000);
});

describe('closing', () => {
  it('waits for the day unless it is told to be at once', async () => {
    const tenant = await living('closing');
    expect((await move(tenant.id, 'close', { reason })).body).toMatchObject({
      status: 'active',
      next: { status: 'closed' },
    });
    expect((await move(tenant.id, 'resume')).body).toMatchObject({ status: 'active', next: null });
    expect((await move(tenant.id, 'resume')).body.code).toBe('status_not_allowed');
    expect((await draw(tenant)).status).toBe(201);
    expect((await move(tenant.id, 'close', { reason, immediately: true })).body).toMatchObject({
      status: 'closed',
      statusReason: reason,
    });
    expect((await ask(test.app, 'POST /api/auth/login', { body: tenant.owner })).body.code).toBe('tenant_inactive');
    for (const name of ['approve', 'activate', 'resume', 'extend'])
      expect((await move(tenant.id, name, name === 'extend' ? { days: 3 } : {})).body.code).toBe('status_not_allowed');
  });
});

describe('a trial', () => {
  it('ends after the day in which its time is over, is extended, and becomes a plan', async () => {
    const tenant = await living('trial');
    const database = (text: string) =>
      withSuperuser(test.database.superUrl, (client) => client.query(text, [tenant.id]));
    await database(`update tenant set status = 'trial', trial_ends_at = '2026-11-23T09:00:00+09:00' where id = $1`);
    await watch();
    const shown = () => ask(test.app, `GET /api/admin/tenants/${tenant.id}`, { token: admin });
    expect((await shown()).body).toMatchObject({ status: 'trial', next: { status: 'suspended' } });
    expect((await draw(tenant)).status).toBe(201);
    await watch();
    expect(await smtp.received(tenant.owner.email)).toHaveLength(1);

    await setClock('trial', '2026-11-24T04:00:01+09:00');
    await watch();
    expect((await shown()).body).toMatchObject({ status: 'suspended', next: null });
    expect((await move(tenant.id, 'resume')).body.code).toBe('status_not_allowed');
    expect((await move(tenant.id, 'extend', { days: 10 })).body).toMatchObject({
      status: 'trial',
      trialEndsAt: '2026-12-03T19:00:01.000Z',
    });
    expect((await move(tenant.id, 'activate', { plan: 'small' })).body).toMatchObject({
      status: 'active',
      plan: 'small',
      trialEndsAt: null,
    });
  });
});

describe('the end of a trial', () => {
  const told = async (to: string) =>
    (await smtp.received(to, 0))
      .map(({ subject }) => subject)
      .filter((subject) => subject.includes('시범 이용 기간이'));
  /** Two looks at once: what is due is told once. */
  const look = async (slug: string, now: string) => {
    await setClock(slug, now);
    await Promise.all([watch(), watch()]);
    await smtp.quiet();
  };
  const begin = async (slug: string, endsAt: string) => {
    const tenant = await living(slug);
    await withSuperuser(test.database.superUrl, (client) =>
      client.query(`update tenant set status = 'trial', trial_ends_at = $2 where id = $1`, [tenant.id, endsAt]),
    );
    return tenant;
  };

  it('is told to every owner 14 and 3 days before, each once, and to nobody else', async () => {
    const tenant = await begin('remind', '2026-12-20T18:00:00+09:00');
    const second = await makeStaff(test, tenant, 'second', ['owner']);
    const clerk = await makeStaff(test, tenant, 'clerk', ['staff']);
    await look('remind', '2026-12-06T17:59:59+09:00');
    expect(await told(tenant.owner.email)).toEqual([]);
    const first = '[순번] 기관 remind의 시범 이용 기간이 14일 남았습니다';
    const last = '[순번] 기관 remind의 시범 이용 기간이 3일 남았습니다';
    await look('remind', '2026-12-06T18:00:00+09:00');
    await look('remind', '2026-12-17T17:59:59+09:00');
    expect(await told(tenant.owner.email)).toEqual([first]);
    await look('remind', '2026-12-17T18:00:00+09:00');
    await look('remind', '2026-12-19T18:00:00+09:00');
    for (const { email } of [tenant.owner, second]) expect(await told(email)).toEqual([first, last]);
    expect(await told(clerk.email)).toEqual([]);
    const [letter] = (await smtp.received(tenant.owner.email)).filter(({ subject }) => subject === first);
    expect(letter?.text).toContain('2026-12-20 18:00');
  }, 30_000);

  it('is told anew of a trial that was extended, and not when the extension itself just said so', async () => {
    const tenant = await begin('prolong', '2026-11-25T10:00:00+09:00');
    await look('prolong', '2026-11-23T10:00:00+09:00');
    expect(await told(tenant.owner.email)).toHaveLength(1);
    expect((await move(tenant.id, 'extend', { days: 10 })).status).toBe(200);
    await look('prolong', '2026-11-24T10:00:00+09:00');
    expect(await told(tenant.owner.email)).toHaveLength(1);
    await look('prolong', '2026-12-02T10:00:00+09:00');
    expect(await told(tenant.owner.email)).toHaveLength(2);
  }, 30_000);
});

describe('two operators at once', () => {
  it('do the same once, and a closing is put aside by nobody who did not see it', async () => {
    const tenant = await living('twice');
    const both = await Promise.all([1, 2].map(() => move(tenant.id, 'suspend', { reason })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await smtp.received(tenant.owner.email)).toHaveLength(1);
    await move(tenant.id, 'resume');
    const answers = await Promise.all([
      move(tenant.id, 'close', { reason }),
      move(tenant.id, 'suspend', { reason }),
      move(tenant.id, 'close', { reason }),
    ]);
    expect(answers.filter(({ body }) => body.next?.status === 'closed')).toHaveLength(1);
    const { body } = await ask(test.app, `GET /api/admin/tenants/${tenant.id}`, { token: admin });
    expect(body.next).toMatchObject({ status: 'closed' });
    expect((await move(tenant.id, 'activate', { plan: 'small' })).body.code).toBe('status_not_allowed');
  });
});

describe('what the operator did', () => {
  it('stands in the audit of the tenant with before, after and reason', async () => {
    const tenant = await living('audited');
    await move(tenant.id, 'suspend', { reason });
    const { body } = await ask(test.app, 'GET /api/admin/audit?action=tenant', { token: tenant.ownerToken });
    expect(body.rows[0]).toMatchObject({
      action: 'tenant.suspend',
      actor: { kind: 'operator' },
      before: { status: 'active', nextStatus: null },
      after: { status: 'active', nextStatus: 'suspended' },
      reason,
    });
  });

  it('nobody else may do: a tenant’s own owner, and what is no tenant', async () => {
    const tenant = await makeTenant(test, 'owned');
    for (const name of ['approve', 'suspend', 'close'])
      expect(
        (
          await ask(test.app, `POST /api/admin/tenants/${tenant.id}/${name}`, {
            token: tenant.ownerToken,
            body: { reason },
          })
        ).status,
      ).toBe(403);
    const [platform] = await withSuperuser(test.database.superUrl, async (client) => {
      return (await client.query<{ id: string }>(`select id from tenant where kind = 'platform'`)).rows;
    });
    for (const id of [platform?.id ?? '', crypto.randomUUID()]) {
      expect((await move(id, 'suspend', { reason })).status).toBe(404);
      expect((await ask(test.app, `GET /api/admin/tenants/${id}`, { token: admin })).status).toBe(404);
      expect((await ask(test.app, `POST /api/admin/tenants/${id}/usage`, { token: admin })).status).toBe(404);
    }
  });
});
