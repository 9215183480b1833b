import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { tables } from '../src/platform/data/data-catalogue.ts';
import { FiguresService } from '../src/retention/figures.service.ts';
import { HallWaker } from '../src/hall/hall.waker.ts';
import { RetentionKeeper } from '../src/retention/retention.keeper.ts';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf, openDesk } from './desk.ts';
import { fillEveryTable } from './every-table.ts';
import { makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';

const DAY = '2026-11-23';

let server: TestApp;
let hall: TestHall;
let tenantId: string;

beforeAll(async () => {
  server = await startTestApp({}, ['--roles=api']); // the test says when a job runs
}, 60_000);
afterAll(() => server.stop());

/** A day with two people served, one absent, one who gave up and one who stayed until the end; then it is closed. */
beforeEach(async () => {
  hall = await makeHall(server, { kind: 'rehearsal', now: `${DAY}T10:00:00+09:00`, template: daytimeOffice() });
  tenantId = (await sql<{ id: string }>('select id from tenant where slug = $1', [hall.slug]))[0]?.id ?? '';
  for (let n = 0; n < 3; n += 1) await hall.draw('PASSPORT');
  await hall.draw('PASSPORT', { priority: 'age_75' });
  const desk = await openDesk(hall, '1');
  for (const minute of ['06', '16']) {
    await clock(`${DAY}T10:${minute}:00+09:00`);
    await desk.give('callNext', {}, randomUUID());
    await desk.give('start');
    await clock(`${DAY}T10:${Number(minute) + 5}:00+09:00`);
    await desk.give('complete');
  }
  const last = await hall.draw('PASSPORT');
  await hall.owner.call('ticketCancel', { params: { id: last.id }, body: {} });
  await desk.give('counterClose');
  await clock(`${DAY}T23:30:00+09:00`);
  await server.app.get(HallWaker).sweep();
}, 60_000);

function daytimeOffice() {
  const week = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '18:00' }]]));
  return {
    slug: 'main',
    name: { ko: '시험구 민원실' },
    hours: { week, holidays: 'none' as const },
    groups: [{ code: 'all', name: { ko: '전체' } }],
    services: [
      {
        code: 'PASSPORT',
        name: { ko: '여권 접수' },
        group: 'all',
        numbers: { from: 101, to: 299 },
        targetMinutes: 8,
        limitMinutes: 10,
      },
    ],
    counters: [{ number: '1', name: { ko: '여권' }, services: ['PASSPORT'] }],
  };
}

const sql = <R extends object>(text: string, values: unknown[] = []) =>
  withSuperuser(server.database.superUrl, async (client) => (await client.query<R>(text, values)).rows);
const clock = (now: string) => hall.operator.call('clockSet', { body: { tenant: hall.slug, now, rate: 0 } });
const figures = (from = DAY, to = DAY) => hall.owner.call('dayFigures', { query: { office: 'main', from, to } });
const fill = () => server.app.get(FiguresService).fill();
const keep = () => server.app.get(RetentionKeeper).keep();
const count = async (table: string) =>
  (
    await sql<{ n: number }>(`select count(*)::int as n from ${table} where tenant_id = $1 and business_on = $2`, [
      tenantId,
      DAY,
    ])
  )[0]?.n;
const term = (retentionYears: number) => hall.owner.call('privacyChange', { body: { retentionYears } });

describe('figures of a day', () => {
  it('are worked out from its events once it is closed', async () => {
    expect(await figures()).toEqual([]);
    await fill();
    expect(await figures()).toEqual([
      {
        businessOn: DAY,
        serviceId: hall.services['PASSPORT'],
        hour: 10,
        issued: 5,
        priority: 1,
        night: 0,
        served: 2,
        noShow: 0,
        cancelled: 1,
        expired: 2,
        waits: 2,
        waitSeconds: 360 + 960,
        waitMedianSeconds: 360,
        waitP90Seconds: 960,
        withinLimit: 1,
        limitMinutes: 10,
        services: 2,
        serviceSeconds: 600,
      },
    ]);
  });

  it('follow what was told later, and do not change by being worked out again', async () => {
    await fill();
    const before = await figures();
    await sql('update figured_day set events = events - 1 where tenant_id = $1', [tenantId]);
    await sql('update day_figure set served = 98 where tenant_id = $1', [tenantId]);
    await server.app.get(FiguresService).fillOffice({ tenantId }, hall.officeId);
    expect(await figures()).toEqual(before);
    await sql('update day_figure set served = 99 where tenant_id = $1', [tenantId]);
    await server.app.get(FiguresService).fillOffice({ tenantId }, hall.officeId);
    expect((await figures())[0]?.served).toBe(99); // nothing new was told, so nothing is worked out
  });

  it('are shown to who works at the office, for three months at most', async () => {
    await fill();
    expect(await codeOf(figures('2026-11-24', '2026-11-23'))).toBe('validation');
    expect(await codeOf(figures('2026-01-01', '2026-12-31'))).toBe('validation');
    const other = await makeHall(server);
    const query = { office: 'nowhere', from: DAY, to: DAY };
    expect(await codeOf(other.owner.call('dayFigures', { query }))).toBe('not_found');
    expect(await other.owner.call('dayFigures', { query: { ...query, office: 'main' } })).toEqual([]);
  });
});

describe('tickets and events', () => {
  const later = (years: number) => clock(`${2026 + years}-12-01T10:00:00+09:00`);

  it('go after the tenant’s term and not before; their figures stay, and it is proved', async () => {
    await fill();
    const before = await figures();
    const events = (await count('ticket_event')) ?? 0;
    await later(4);
    await keep();
    expect([await count('ticket_event'), await count('ticket')]).toEqual([events, 5]); // five years unless set
    await term(3);
    await keep();
    expect([await count('ticket_event'), await count('ticket'), await count('shift')]).toEqual([0, 0, 0]);
    expect(await figures()).toEqual(before);
    const [proof] = await hall.owner.call('deletionProofs');
    expect(proof).toMatchObject({ what: 'tickets', reason: 'retention', businessOn: DAY, remaining: 0 });
    expect(proof?.deleted).toBe(events + 5 + 1);
    const { rows } = await hall.owner.call('auditList', { query: { action: 'tickets.delete' } });
    expect(rows).toMatchObject([{ target: { id: proof?.id }, actor: { kind: 'system' } }]);
    await keep();
    expect(await hall.owner.call('deletionProofs')).toHaveLength(1);
  });

  it('go also where the day was never counted, by counting it first', async () => {
    await later(6);
    await keep();
    expect(await count('ticket')).toBe(0);
    expect((await figures())[0]).toMatchObject({ issued: 5, served: 2 });
  });

  it('stay when the figures are not what the events give', async () => {
    await fill();
    await sql('update day_figure set wait_seconds = wait_seconds + 1 where tenant_id = $1', [tenantId]);
    await later(6);
    await keep();
    expect(await count('ticket')).toBe(5);
    await sql('update day_figure set wait_seconds = wait_seconds - 1 where tenant_id = $1', [tenantId]);
    await sql("delete from ticket_event where tenant_id = $1 and type = 'ticket.cancelled'", [tenantId]);
    await keep();
    expect(await count('ticket')).toBe(5); // an event is missing: somebody must look
  });

  it('of a day whose deletion broke off are deleted to the end', async () => {
    await fill();
    await sql('update figured_day set purge_began_at = now() where tenant_id = $1', [tenantId]);
    await sql('delete from ticket_event where tenant_id = $1', [tenantId]);
    await later(6);
    await keep();
    expect([await count('ticket'), await count('shift')]).toEqual([0, 0]);
    expect((await figures())[0]?.issued).toBe(5);
  });

  it('cannot be deleted by the serving role before their time, nor uncompared', async () => {
    await fill();
    const client = new pg.Client(server.database.databaseUrl);
    await client.connect();
    const purge = () => client.query('select sys.purge_day($1, $2, $3, 1000)', [tenantId, hall.officeId, DAY]);
    try {
      await expect(purge()).rejects.toThrow('still to be kept');
      await later(6);
      await expect(purge()).rejects.toThrow('were not compared');
    } finally {
      await client.end();
    }
    expect(await count('ticket')).toBe(5);
  });

  it('of other tenants on the same day stay; empty months of the past are dropped, others are not', async () => {
    const [first, second] = [hall, tenantId];
    const other = await makeHall(server, { kind: 'rehearsal', now: '2019-03-05T10:00:00+09:00' });
    await other.draw('PASSPORT');
    await sql("select sys.ensure_month('2019-02-01')");
    const months = async () =>
      (
        await sql<{ name: string }>(
          "select relname as name from pg_class where relkind = 'r' and relname ~ '^ticket_2019'",
        )
      )
        .map(({ name }) => name)
        .sort();
    expect(await months()).toEqual(['ticket_2019_02', 'ticket_2019_03']);
    await later(6);
    await keep();
    expect(await months()).toEqual(['ticket_2019_03']);
    const [left] = await sql<{ n: number }>("select count(*)::int as n from ticket where business_on = '2019-03-05'");
    expect([left?.n, first === hall, second === tenantId]).toEqual([1, true, true]);
  });
});

describe('what is kept for a time', () => {
  /** For each table: its columns in a row that is old enough to go, and in one that is not, as SQL. */
  const rows: Readonly<Record<string, { old: string; young: string }>> = {
    session: {
      old: "revoked_at = now() - interval '31 days', expires_at = now()",
      young: "revoked_at = now() - interval '29 days', expires_at = now()",
    },
    device_pairing: { old: "expires_at = now() - interval '8 days'", young: "expires_at = now() - interval '6 days'" },
    announcement: {
      old: "ends_at = now() - interval '367 days', starts_at = now() - interval '400 days'",
      young: 'ends_at = null',
    },
    device_alert: { old: "ended_at = now() - interval '367 days'", young: 'ended_at = null' },
    data_export: { old: "asked_at = now() - interval '367 days'", young: "asked_at = now() - interval '364 days'" },
    recovery_code: { old: "used_at = now() - interval '91 days'", young: 'used_at = null' },
    account_link: { old: "expires_at = now() - interval '8 days'", young: "expires_at = now() - interval '6 days'" },
    invitation: { old: "withdrawn_at = now() - interval '367 days'", young: 'withdrawn_at = now()' },
    plan_excess: { old: 'business_on = current_date - 367', young: 'business_on = current_date' },
    series_day: { old: "business_on = date '2026-11-23' - 61", young: "business_on = date '2026-11-23' - 60" },
    print_job: {
      old: "wanted_at = now() - interval '49 hours', again = true",
      young: "wanted_at = now() - interval '47 hours'",
    },
    rate_limit: {
      old: 'expire = (extract(epoch from now()) - 3700) * 1000',
      young: 'expire = (extract(epoch from now()) - 3500) * 1000',
    },
  };

  it('goes by the job, table by table as the catalogue says, and the younger stays', async () => {
    const aged = Object.entries(tables).flatMap(([table, facts]) => (facts.aged ? [table] : []));
    expect(aged.sort()).toEqual(Object.keys(rows).sort()); // a new one is tried here, too
    await fillEveryTable(server.database.superUrl, tenantId);
    await sql("insert into rate_limit (key, expire) values ('old', 0), ('young', 0)");
    for (const table of aged) {
      const own = table === 'rate_limit' ? '' : `where tenant_id = '${tenantId}'`;
      const made = await sql<{ ctid: string }>(`select ctid::text from ${table} ${own} limit 1`);
      expect({ table, rows: made.length }).toEqual({ table, rows: 1 });
      const change = rows[table]?.young ?? '';
      await withSuperuser(server.database.superUrl, async (client) => {
        await client.query('set session_replication_role = replica');
        await client.query(`update ${table} set ${change} ${own}`);
        if (table === 'rate_limit') {
          await client.query(`update rate_limit set ${rows['rate_limit']?.old ?? ''} where key = 'old'`);
          return;
        }
        // A twin of the young row, under keys of its own, is made old.
        await client.query(`create temp table twin as select * from ${table} ${own} limit 1`);
        const { rows: keys } = await client.query<{ name: string; type: string }>(
          `select a.attname as name, format_type(a.atttypid, null) as type from pg_index i
           join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
           where i.indrelid = '${table}'::regclass and i.indisprimary and a.attname <> 'tenant_id'`,
        );
        for (const { name, type } of keys) {
          if (type === 'uuid') await client.query(`update twin set ${name} = gen_random_uuid()`);
          if (type === 'text') await client.query(`update twin set ${name} = 'twin'`);
        }
        await client.query(`update twin set ${rows[table]?.old ?? ''}`);
        await client.query(`insert into ${table} select * from twin`);
        await client.query('drop table twin');
      });
    }
    const counts = async () =>
      Object.fromEntries(
        await Promise.all(
          aged.map(async (table) => {
            const own = table === 'rate_limit' ? "where key in ('old', 'young')" : `where tenant_id = '${tenantId}'`;
            return [
              table,
              (await sql<{ n: number }>(`select count(*)::int as n from ${table} ${own}`))[0]?.n ?? -1,
            ] as const;
          }),
        ),
      );
    const before = await counts();
    await keep();
    const after = await counts();
    expect(Object.fromEntries(aged.map((table) => [table, (before[table] ?? 0) - (after[table] ?? 0)]))).toEqual(
      Object.fromEntries(aged.map((table) => [table, 1])),
    );
  });
});
