import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@sunbeon/client';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { ErasureRunner } from '../src/erasure/erasure.runner.ts';
import { Database } from '../src/platform/database/database.ts';
import { Mail } from '../src/platform/mail/mail.ts';
import { Sealing } from '../src/platform/sealing/sealing.ts';
import { operator, startTestApp, type TestApp } from './app.ts';
import { codeOf, openDesk } from './desk.ts';
import { checksums, fillEveryTable, tenantTables } from './every-table.ts';
import { makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';

const reason = '기관 폐지에 따른 삭제 요청';

let server: TestApp;
let other: TestHall;

beforeAll(async () => {
  // Without a worker: no job touches the rows that are compared, and the test says when something runs.
  server = await startTestApp({}, ['--roles=api']);
  other = await usedHall();
}, 120_000);
afterAll(() => server.stop());

const sql = <R extends object>(text: string, values: unknown[] = []) =>
  withSuperuser(server.database.superUrl, async (client) => (await client.query<R>(text, values)).rows);
const idOf = async (hall: TestHall) =>
  (await sql<{ id: string }>('select id from tenant where slug = $1', [hall.slug]))[0]?.id ?? '';
const run = () => server.app.get(ErasureRunner).runAll();
const close = (hall: TestHall) => sql("update tenant set status = 'closed' where slug = $1", [hall.slug]);

/** A tenant with rows in every table there is. */
async function usedHall(): Promise<TestHall> {
  const hall = await makeHall(server, { kind: 'rehearsal', now: '2026-11-23T10:00:00+09:00' });
  for (let n = 0; n < 3; n += 1) await hall.draw('PASSPORT');
  const desk = await openDesk(hall, '1');
  await desk.give('callNext', {}, randomUUID());
  const tenantId = await idOf(hall);
  await server.app.get(Database).transaction({ tenantId }, async (tx) => {
    await server.app.get(Mail).post(tx, { to: 'a@b.test', subject: 's', text: 't' });
    await server.app.get(Sealing).seal(tx, 'ticket_contact.phone', '01012345678');
  });
  await fillEveryTable(server.database.superUrl, tenantId);
  return hall;
}

const plan = async (client: Client, hall: TestHall, immediate = true) =>
  client.call('erasurePlan', { params: { id: await idOf(hall) }, body: { reason, immediate } });
const confirm = (client: Client, id: string, slug: string, password = operator.password) =>
  client.call('erasureConfirm', { params: { id }, body: { slug, password } });

describe('the erasure of a tenant', () => {
  it('leaves no row of it anywhere, touches no other’s, and is proved', async () => {
    const hall = await usedHall();
    const tenantId = await idOf(hall);
    const before = await checksums(server.database.superUrl, await idOf(other));
    await withSuperuser(server.database.superUrl, async (client) => {
      for (const table of await tenantTables(client)) {
        const { rowCount } = await client.query(`select from "${table}" where tenant_id = $1 limit 1`, [tenantId]);
        expect({ table, filled: rowCount === 1 }).toEqual({ table, filled: true }); // or its absence proves nothing
      }
    });
    await close(hall);
    const planned = await plan(hall.operator, hall);
    expect(planned).toMatchObject({ state: 'planned', tenant: { id: tenantId, slug: hall.slug }, confirmedAt: null });
    expect((await confirm(hall.operator, planned.id, hall.slug)).state).toBe('confirmed');
    await run();

    const left = await withSuperuser(server.database.superUrl, async (client) => {
      const found: string[] = [];
      const { rows } = await client.query<{ name: string }>(
        `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('public', 'part', 'bullmq', 'realtime') and c.relkind = 'r'`,
      );
      for (const { name } of rows) {
        const { rowCount } = await client.query(`select from ${name} t where t::text like $1 limit 1`, [
          `%${tenantId}%`,
        ]);
        if (rowCount !== 0) found.push(name);
      }
      return found;
    });
    // The proof itself, and what the operator did, are the platform's.
    expect(left.sort()).toEqual(['public.audit', 'public.erasure']);
    const [audit] = await sql<{ n: number }>('select count(*)::int as n from audit where tenant_id = $1', [tenantId]);
    expect(audit?.n).toBe(0);
    expect(await checksums(server.database.superUrl, await idOf(other))).toEqual(before);

    const proof = await hall.operator.call('erasureCertificate', { params: { id: planned.id } });
    expect(proof.certificate).toMatchObject({ slug: hall.slug, reason, remaining: 0, confirmedBy: 'Operator' });
    expect(proof.certificate.keysDestroyed).toBeGreaterThan(0);
    expect(proof.certificate.rows).toMatchObject({ tenant: 1, ticket: 3 });
    expect(Object.values(proof.certificate.rows).every((n) => n > 0)).toBe(true);
    expect(proof.signature.genuine).toBe(true);
    expect(proof.text).toContain(`${hall.slug}`);
    const { rows } = await hall.operator.call('auditList', { query: { target: tenantId } });
    expect(rows.map(({ action }) => action)).toEqual(['erasure.finish', 'erasure.confirm', 'erasure.plan']);
    expect(await hall.operator.call('erasureList')).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: planned.id, state: 'erased' })]),
    );
  }, 60_000);

  it('goes on where it was broken off, and proves what was there at the beginning', async () => {
    const hall = await usedHall();
    const tenantId = await idOf(hall);
    await close(hall);
    const { id } = await plan(hall.operator, hall);
    await confirm(hall.operator, id, hall.slug);
    // Something that cannot go yet breaks it off, after a part has gone.
    await sql(`create table stays (tenant_id uuid, staff_id uuid, foreign key (tenant_id, staff_id) references staff)`);
    await sql(`insert into stays select tenant_id, id from staff where tenant_id = $1`, [tenantId]);
    await sql('grant select on stays to sunbeon_app');
    await run();
    const gone = await sql('select from audit where tenant_id = $1', [tenantId]);
    const still = await sql('select from staff where tenant_id = $1', [tenantId]);
    const keys = await sql('select from tenant_key where tenant_id = $1', [tenantId]);
    expect([gone.length, still.length > 0, keys.length]).toEqual([0, true, 0]);
    expect(await codeOf(hall.operator.call('erasureCertificate', { params: { id } }))).toBe('not_found');
    await sql('drop table stays');
    await run();
    const { certificate } = await hall.operator.call('erasureCertificate', { params: { id } });
    expect(certificate.rows).toMatchObject({ tenant: 1, ticket: 3 });
    expect(await idOf(hall)).toBe('');
  }, 60_000);

  it('waits thirty days unless it is to be at once, and can be called off until then', async () => {
    const hall = await makeHall(server);
    await close(hall);
    const planned = await plan(hall.operator, hall, false);
    const days = (Date.parse(planned.dueAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(30.1);
    await confirm(hall.operator, planned.id, hall.slug);
    await run();
    expect(await idOf(hall)).not.toBe('');
    expect(await codeOf(plan(hall.operator, hall))).toBe('conflict');
    expect(await codeOf(confirm(hall.operator, planned.id, hall.slug))).toBe('conflict');
    const cancelled = await hall.operator.call('erasureCancel', { params: { id: planned.id } });
    expect(cancelled.state).toBe('cancelled');
    expect(await codeOf(hall.operator.call('erasureCancel', { params: { id: planned.id } }))).toBe('conflict');
    await sql("update erasure set due_at = now() - interval '1 day' where id = $1", [planned.id]);
    await run();
    expect(await idOf(hall)).not.toBe('');
    expect((await plan(hall.operator, hall, false)).state).toBe('planned');
  }, 60_000);

  it('does not happen without both steps, nor to a tenant that is open again', async () => {
    const hall = await makeHall(server);
    expect(await codeOf(plan(hall.operator, hall))).toBe('tenant_not_closed');
    await close(hall);
    const { id } = await plan(hall.operator, hall);
    await run();
    expect(await idOf(hall)).not.toBe('');
    expect(await codeOf(confirm(hall.operator, id, other.slug))).toBe('validation');
    expect(await codeOf(confirm(hall.operator, id, hall.slug, 'not the password'))).toBe('bad_credentials');
    await confirm(hall.operator, id, hall.slug);
    await sql("update tenant set status = 'active' where slug = $1", [hall.slug]);
    await run();
    expect(await idOf(hall)).not.toBe('');
  }, 60_000);

  it('is the operator’s alone; what is not there, and the platform itself, are not found', async () => {
    const params = { id: await idOf(other) };
    expect(await codeOf(other.owner.call('erasurePlan', { params, body: { reason } }))).toBe('forbidden');
    expect(await codeOf(other.owner.call('erasureList'))).toBe('forbidden');
    const [platform] = await sql<{ id: string }>("select id from tenant where kind = 'platform'");
    for (const id of [randomUUID(), platform?.id ?? '']) {
      expect(await codeOf(other.operator.call('erasurePlan', { params: { id }, body: { reason } }))).toBe('not_found');
      expect(await codeOf(confirm(other.operator, id, 'x'))).toBe('not_found');
    }
  });

  it('cannot be had from the database by the serving role alone', async () => {
    const client = new pg.Client(server.database.databaseUrl);
    await client.connect();
    try {
      const erase = client.query('select sys.erase_rows($1, 10)', [await idOf(other)]);
      await expect(erase).rejects.toThrow('this tenant is not to be erased');
    } finally {
      await client.end();
    }
  });
});

describe('a certificate', () => {
  it('that was changed is not genuine', async () => {
    const hall = await makeHall(server);
    await close(hall);
    const { id } = await plan(hall.operator, hall);
    await confirm(hall.operator, id, hall.slug);
    await run();
    const read = () => hall.operator.call('erasureCertificate', { params: { id } });
    expect((await read()).signature.genuine).toBe(true);
    await sql(`update erasure set certificate = jsonb_set(certificate, '{rows,staff}', '7') where id = $1`, [id]);
    expect((await read()).signature.genuine).toBe(false);
  }, 60_000);
});
