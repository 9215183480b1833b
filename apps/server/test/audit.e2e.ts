import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type Endpoint, type EndpointName } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { isAudited, isForPeople, notAudited, personalReads } from '../src/platform/audit/audited-routes.ts';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { startTestApp, type TestApp } from './app.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';
import { ask } from './identity-http.ts';

let server: TestApp;
let hall: TestHall;
let other: TestHall;
let tenantId: string;
let ownerToken: string;

beforeAll(async () => {
  server = await startTestApp();
  [hall, other] = [await makeHall(server, { kind: 'rehearsal' }), await makeHall(server)];
  const [row] = await sql<{ id: string }>('select id from tenant where slug = $1', [hall.slug]);
  tenantId = row?.id ?? '';
  const login = { email: `owner@${hall.slug}.test`, password: 'owner-password-1' };
  ownerToken = (await ask(server.app, 'POST /api/auth/login', { body: login })).body.accessToken as string;
}, 60_000);
afterAll(() => server.stop());

const sql = <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  withSuperuser(server.database.superUrl, async (client) => (await client.query<R>(text, values)).rows);
const newest = async () => (await hall.owner.call('auditList', { query: { limit: 1 } })).rows[0];
const device = (change: object = {}) =>
  hall.owner.call('deviceCreate', { body: { office: 'main', kind: 'display', name: 'TV', ...change } });
const verify = () => hall.owner.call('auditVerify');

describe('the audit', () => {
  it('says who, from where, what, and what it was before and after', async () => {
    const { id } = await device({ name: `it's a "TV" \\ ? $1 ${'가'.repeat(40)}` });
    const made = await newest();
    expect(made).toMatchObject({
      actor: { kind: 'staff', name: '관리자' },
      address: '127.0.0.1',
      action: 'device.create',
      target: { kind: 'device', id },
      after: { kind: 'display', name: expect.stringContaining(`it's a "TV" \\ ? $1 가`) },
    });
    await hall.owner.call('deviceRevoke', { params: { id } });
    expect(await newest()).toMatchObject({ action: 'device.revoke', before: { revokedAt: null } });
    expect((await verify()).whole).toBe(true);
  });

  it('is written with the change or not at all', async () => {
    const count = async () => (await verify()).checked;
    const before = await count();
    const taken = await ask(server.app, 'POST /api/admin/offices', { token: ownerToken, body: officeTemplate() });
    expect([taken.status, taken.body.code]).toEqual([409, 'slug_taken']);
    expect(await count()).toBe(before);
  });

  it('masks people, and never holds a secret', async () => {
    const email = `hong@${hall.slug}.test`;
    const password = `very-secret-${randomUUID()}`;
    await hall.owner.call('staffCreate', { body: { email, name: '홍길동', password, roles: ['staff'], offices: [] } });
    await hall.owner.call('pairingCode', { params: { id: (await device()).id } });
    const rows = await sql<{ row: string }>(
      "select coalesce(before::text, '') || coalesce(after::text, '') as row from audit",
    );
    const all = rows.map(({ row }) => row).join('\n');
    expect(all).toContain(`h**@${hall.slug}.test`);
    for (const secret of [password, email, '홍길동', 'argon2', 'owner-password-1']) expect(all).not.toContain(secret);
  });

  it('says who read data of people', async () => {
    await hall.owner.call('staffList');
    expect(await newest()).toMatchObject({ action: 'staff.list', actor: { kind: 'staff' }, after: null });
  });

  it('is searched by actor, action, target and time, and paged without a gap', async () => {
    const { id } = await device();
    const { rows: all } = await hall.owner.call('auditList', { query: { limit: 200 } });
    const of = (query: object) => hall.owner.call('auditList', { query: query as never });
    expect((await of({ target: id })).rows.map(({ action }) => action)).toEqual(['device.create']);
    expect((await of({ action: 'device' })).rows.every(({ action }) => action.startsWith('device.'))).toBe(true);
    expect((await of({ action: 'devic' })).rows).toEqual([]);
    expect((await of({ actor: randomUUID() })).rows).toEqual([]);
    expect((await of({ from: new Date(Date.now() + 60_000).toISOString() })).rows).toEqual([]);
    expect((await of({ to: new Date(Date.now() + 60_000).toISOString(), limit: 200 })).rows.length).toBe(all.length);
    const paged: number[] = [];
    for (let next: number | null = Number.MAX_SAFE_INTEGER; next !== null;) {
      const page: Awaited<ReturnType<typeof of>> = await of({ before: next, limit: 3 });
      paged.push(...page.rows.map(({ seq }) => seq));
      next = page.next;
    }
    expect(paged).toEqual(all.map(({ seq }) => seq));
    expect(paged.at(-1)).toBe(1);
  });

  it('shows nothing of another tenant, nor to people who may not', async () => {
    const { rows } = await other.owner.call('auditList', { query: { limit: 200 } });
    const { rows: own } = await hall.owner.call('auditList', { query: { limit: 200 } });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ hash }) => own.some((one) => one.hash === hash))).toEqual([]);
    const viewer = await hall.person(['viewer', 'supervisor']);
    for (const route of ['GET /api/admin/audit', 'GET /api/admin/audit/verification'])
      expect((await ask(server.app, route, { token: viewer.token })).status).toBe(403);
  });

  it('is taken out as CSV only with a reason, which is written down, and no cell is a formula', async () => {
    await device({ name: '=cmd|calc' });
    const route = 'POST /api/admin/audit/export';
    expect((await ask(server.app, route, { token: ownerToken, body: {} })).body.code).toBe('validation');
    const response = await fetch(`${server.url}/api/admin/audit/export`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ownerToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: '감사 자료 제출' }),
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = await response.text();
    const lines = text.trimEnd().split('\r\n');
    expect(lines.length).toBe((await newest())!.seq + 1);
    expect(lines.at(-1)).toContain('audit.export');
    expect(text).not.toMatch(/(?:^|,)[=+@]/m);
    expect(await newest()).toMatchObject({ action: 'audit.export', reason: '감사 자료 제출' });
  });
});

describe('the chain', () => {
  it('shows a removed row, a changed one, and one that was changed with its own hash', async () => {
    expect(await verify()).toMatchObject({ whole: true, anchorSeq: 0, fault: null });
    const [third] = await sql<{ row: string }>(
      'select to_jsonb(a)::text as row from audit a where tenant_id = $1 and seq = 3',
      [tenantId],
    );
    expect(third).toBeDefined();
    await sql('create table kept as select * from audit where tenant_id = $1', [tenantId]);
    const mend = async () => {
      await sql('delete from audit where tenant_id = $1', [tenantId]);
      await sql('insert into audit select * from kept');
      expect((await verify()).whole).toBe(true);
    };
    await sql('delete from audit where tenant_id = $1 and seq = 3', [tenantId]);
    expect(await verify()).toMatchObject({ whole: false, fault: { seq: 3, kind: 'missing' } });
    await mend();
    await sql("update audit set address = '10.0.0.9' where tenant_id = $1 and seq = 3", [tenantId]);
    expect(await verify()).toMatchObject({ whole: false, fault: { seq: 3, kind: 'changed' } });
    await mend();
    await sql("update audit set after = '{\"a\":1}', hash = repeat('0', 64) where tenant_id = $1 and seq = 3", [
      tenantId,
    ]);
    expect(await verify()).toMatchObject({ whole: false, fault: { seq: 3, kind: 'changed' } });
    await mend();
    await sql("update audit set previous_hash = repeat('0', 64) where tenant_id = $1 and seq = 3", [tenantId]);
    expect(await verify()).toMatchObject({ whole: false, fault: { seq: 3, kind: 'unchained' } });
    await mend();
    await sql('drop table kept');
  });

  it('stays whole when many write at once', async () => {
    const before = (await verify()).checked;
    await Promise.all(Array.from({ length: 12 }, () => device()));
    expect(await verify()).toMatchObject({ whole: true, checked: before + 12 });
  });

  it('loses its oldest rows after two years only, in one piece, and goes on from the anchor', async () => {
    const keep = () => server.app.get(JobHandlers).run('audit.keep', {});
    const before = await verify();
    await keep();
    expect((await verify()).checked).toBe(before.checked);
    // Row 4 looks old as well, but a younger one stands before it: it stays.
    const age = "at - interval '2 years 1 day'";
    await sql(`update audit set at = ${age} where tenant_id = $1 and seq in (1, 2, 4)`, [tenantId]);
    const last = await sql<{ hash: string }>('select hash from audit where tenant_id = $1 and seq = 2', [tenantId]);
    await keep();
    const [anchor] = await sql('select seq, hash, removed from audit_anchor where tenant_id = $1', [tenantId]);
    expect(anchor).toEqual({ seq: 2, hash: last[0]?.hash, removed: 2 });
    const after = await verify();
    expect(after).toMatchObject({ anchorSeq: 2, checked: before.checked - 2, fault: { seq: 4, kind: 'changed' } });
    await sql(`update audit set at = at + interval '2 years 1 day' where tenant_id = $1 and seq = 4`, [tenantId]);
    expect(await verify()).toMatchObject({ whole: true, anchorSeq: 2 });
    await device();
    expect(await verify()).toMatchObject({ whole: true });
  });
});

describe('every change by a person', () => {
  const table = Object.entries(endpoints) as [EndpointName, Endpoint][];

  it('is audited, or stands in a list with its reason; there is no third way', () => {
    const changes = table.filter(([, endpoint]) => endpoint.method !== 'GET' && isForPeople(endpoint));
    expect(changes.length).toBeGreaterThan(25);
    const neither = changes.filter(([name]) => !isAudited(name) && !(name in notAudited)).map(([name]) => name);
    expect(neither).toEqual([]);
    expect(Object.values(notAudited).filter((reason) => reason.length < 20)).toEqual([]);
    // The list names nothing that is not there, and nothing of devices or the public.
    expect(Object.keys(notAudited).filter((name) => !changes.some(([one]) => one === name))).toEqual([]);
    expect(Object.keys(personalReads).filter((name) => endpoints[name as EndpointName].method !== 'GET')).toEqual([]);
  });

  it('that stands in the list is in the log of the hall, which the serving role can only add to', async () => {
    const events = () =>
      sql<{ n: number }>('select count(*)::int as n from ticket_event where office_id = $1', [hall.officeId]);
    const before = (await events())[0]?.n ?? 0;
    const person = await hall.person();
    await person.client.call('counterOpen', { params: { id: hall.counters['1'] ?? '' }, body: {} });
    await hall.owner.call('staffIssue', { body: { office: 'main', serviceId: hall.services['PASSPORT'] ?? '' } });
    expect((await events())[0]?.n).toBeGreaterThanOrEqual(before + 2);
  });

  it('is caught by the net when its slice wrote nothing', async () => {
    const before = (await newest())?.seq ?? 0;
    await hall.owner.call('issuingSwitch', {
      params: { id: hall.services['FAMILY'] ?? '' },
      body: { stopped: true, reason: '전산 점검' },
    });
    expect(await newest()).toMatchObject({
      seq: before + 1,
      action: 'issuingSwitch',
      target: { id: hall.services['FAMILY'] },
      after: { stopped: true, reason: '전산 점검' },
    });
  });
});
