import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { z } from 'zod';
import { jobs, type JobName } from '../src/platform/jobs/catalogue.ts';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { JobsProcessor } from '../src/platform/jobs/jobs.processor.ts';
import { Outbox } from '../src/platform/outbox/outbox.ts';
import { PrintCarrier } from '../src/printing/print.carrier.ts';
import { TenantsReader } from '../src/tenants/tenants.reader.ts';
import { operator, startTestApp, type TestApp } from './app.ts';
import { makeHall } from './hall.ts';
import { withSuperuser } from './history.ts';
import { ownIds } from './isolation-probe.ts';
import { sampleOf } from './schema-samples.ts';
import { changedTables, checksums, fillTables, idsOf, tenantTables } from './tenant-rows.ts';
import { liveTenant, type LivedTenant } from './two-tenants.ts';

/**
 * Every job of the catalogue with work of two tenants: a row in every table, all of it six years old, so that whatever is
 * due by time is due. Then once more while every write of one tenant fails.
 */
let server: TestApp;
let own: LivedTenant;
let other: LivedTenant;

beforeAll(async () => {
  server = await startTestApp();
  own = await liveTenant(server, ['main', 'annex']);
  other = await liveTenant(server, ['bangbae', 'yangjae']);
  await server.app.get(JobsProcessor).worker.pause();
}, 120_000);
afterAll(() => server.stop());

const sql = <T>(work: (client: pg.Client) => Promise<T>) => withSuperuser(server.database.superUrl, work);

/** What makes work for a job of which rows that are merely there and old are none. */
interface Story {
  /** Runs as the superuser, in the place of what people or the clock would have done. */
  readonly give: (client: pg.Client, tenantId: string) => Promise<unknown>;
  /** A table in which the work leaves something. */
  readonly leaves: string;
}

const stories: Readonly<Partial<Record<JobName, Story>>> = {
  'figures.fill': {
    give: async (client, tenantId) => {
      await client.query('delete from figured_day where tenant_id = $1', [tenantId]);
      await client.query('update office_live set closed_on = current_date - 1 where tenant_id = $1', [tenantId]);
    },
    leaves: 'figured_day',
  },
  'tenants.watch': {
    give: (client, tenantId) =>
      client.query(
        `update tenant set status = 'trial', trial_ends_at = now() - interval '1 day', next_at = null, next_status = null
         where id = $1`,
        [tenantId],
      ),
    leaves: 'tenant',
  },
  'tenants.excess': {
    give: async (client, tenantId) => {
      await client.query("update tenant set plan = 'small' where id = $1", [tenantId]);
      await client.query('delete from plan_excess where tenant_id = $1', [tenantId]);
      await client.query('update series_day set last_ordinal = 5000 where tenant_id = $1', [tenantId]);
    },
    leaves: 'plan_excess',
  },
  'regions.fill': {
    give: async (client, tenantId) => {
      await client.query("update tenant set kind = 'live' where id = $1", [tenantId]);
      await client.query('delete from region_figure where tenant_id = $1', [tenantId]);
      await client.query(
        `update ticket set business_on = current_date - 2, called_at = now(), joined_at = now() where tenant_id = $1`,
        [tenantId],
      );
    },
    leaves: 'region_figure',
  },
  'print.sweep': {
    give: (client, tenantId) =>
      client.query("update print_job set state = 'wanted', facts = '{}' where tenant_id = $1", [tenantId]),
    leaves: 'print_job',
  },
};

/** Jobs whose work is the platform's, each with its own test below. */
const ofThePlatform: readonly JobName[] = ['erasure.run', 'signup.forget'];

/**
 * Tables out of which one statement takes what is old of all tenants together: nothing in it can fail for one of them, so
 * that a failure laid there would be none that happens.
 */
const takenTogether = ['idempotency', 'audit', 'audit_anchor', 'device_picture'];

/** A clock must not go back, or nothing is old. */
const untouched = ['tenant_clock'];

/** Both tenants have everything, and everything is old. */
async function prepare(): Promise<void> {
  await server.app.get(Outbox).settle();
  await sql(async (client) => {
    await client.query("select sys.ensure_month((current_date - interval '6 years')::date)");
    // What an earlier job made of the made-up rows is no work any more.
    await client.query("set session_replication_role = 'replica'");
    for (const { tenantId, filled } of [own, other])
      for (const name of filled) await client.query(`delete from ${name} where tenant_id = $1`, [tenantId]);
    for (const { tenantId } of [own, other]) await fillTables(client, tenantId);
    for (const { name, columns } of await tenantTables(client)) {
      if (untouched.includes(name)) continue;
      const instants = columns.filter(({ type }) => type.startsWith('timestamp'));
      if (instants.length === 0) continue;
      const older = instants.map((column) => `"${column.name}" = now() - interval '6 years'`);
      await client.query(`update ${name} set ${older.join()} where tenant_id = any ($1)`, [
        [own.tenantId, other.tenantId],
      ]);
    }
    // Somebody is at work, or nothing is to be ended.
    await client.query("update office_live set wake_at = now() - interval '6 years'");
  });
}

/** While this runs, every write of a tenant's rows fails, whoever makes it. */
async function whileFailing<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
  const names = await sql(async (client) => {
    await client.query(`create or replace function public.fail_for_test() returns trigger language plpgsql as
      $$ begin raise exception 'laid here by the test'; end $$`);
    const tables = (await tenantTables(client)).map(({ name }) => name).filter((name) => !takenTogether.includes(name));
    for (const name of tables) {
      for (const [what, row] of [
        ['insert or update', 'new'],
        ['delete', 'old'],
      ])
        await client.query(
          `create trigger fail_${row} before ${what} on ${name} for each row when (${row}.tenant_id = '${tenantId}')
           execute function public.fail_for_test()`,
        );
    }
    return tables;
  });
  try {
    return await work();
  } finally {
    await sql(async (client) => {
      for (const name of names)
        for (const row of ['new', 'old']) await client.query(`drop trigger fail_${row} on ${name}`);
    });
  }
}

const sums = (side: LivedTenant) => sql((client) => checksums(client, side.tenantId));

/** Data for a job: none, or ids of a tenant's rows. */
async function dataFor(name: JobName, side: LivedTenant): Promise<unknown> {
  const ids = await sql((client) => idsOf(client, side.tenantId));
  const { field } = ownIds(ids, {});
  return sampleOf(jobs[name], { whole: true, idFor: (key) => (key === 'tenantId' ? side.tenantId : field(key)) });
}

const isForOne = (name: JobName) =>
  Object.keys(z.toJSONSchema(jobs[name] as z.ZodType, { io: 'input', unrepresentable: 'any' }).properties ?? {})
    .length > 0;

/** Runs a job as its worker does; a failure is written down there and is none of the other tenants'. */
async function run(name: JobName, side: LivedTenant): Promise<string | undefined> {
  const failed = await server.app
    .get(JobHandlers)
    .run(name, await dataFor(name, side))
    .then(
      () => undefined,
      (error: Error) => error.message,
    );
  await server.app.get(Outbox).settle();
  await server.app.get(PrintCarrier).settle(); // begun by its job, which does not wait for printers
  return failed;
}

/** Tables in which the rows of both tenants changed by one run. */
async function effects(work: () => Promise<unknown>): Promise<{ own: string[]; other: string[] }> {
  const before = [await sums(own), await sums(other)] as const;
  await work();
  return { own: changedTables(before[0], await sums(own)), other: changedTables(before[1], await sums(other)) };
}

/** Both tenants as they are without a story. */
const rest = () =>
  sql((client) =>
    client.query(
      `update tenant set status = 'active', kind = 'rehearsal', plan = 'standard', status_reason = null, trial_ends_at = null,
         next_status = null, next_at = null, next_reason = null where id = any ($1)`,
      [[own.tenantId, other.tenantId]],
    ),
  );

/** Rows of a tenant in which an id or a word of another one stands. */
async function traces(client: pg.Client, tenantId: string, { tenantId: foreign, hall, offices }: LivedTenant) {
  const ours = new Set([...(await idsOf(client, tenantId)).values()].flat());
  const ids = [...new Set([...(await idsOf(client, foreign)).values()].flat())].filter((id) => !ours.has(id));
  const found: string[] = [];
  for (const { name } of await tenantTables(client)) {
    const { rows } = await client.query<{ text: string }>(
      `select t::text as text from ${name} t where tenant_id = $1`,
      [tenantId],
    );
    const text = rows.map((row) => row.text).join('\n');
    for (const word of [...ids, foreign, hall.slug, ...offices])
      if (text.includes(word)) found.push(`${name}: ${word}`);
  }
  return found;
}

/** A tenant with rows in every table, whose erasure was confirmed and is due. */
async function closedTenant(): Promise<string> {
  const hall = await makeHall(server, { kind: 'rehearsal' });
  await server.app.get(Outbox).settle();
  const tenantId = await sql(async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from tenant where slug = $1', [hall.slug]);
    const id = rows[0]?.id ?? '';
    await fillTables(client, id);
    await client.query("update tenant set status = 'closed' where id = $1", [id]);
    return id;
  });
  const body = { reason: '기관 폐지에 따른 삭제 요청', immediate: true };
  const { id } = await hall.operator.call('erasurePlan', { params: { id: tenantId }, body });
  const proof = { slug: hall.slug, password: operator.password };
  await hall.operator.call('erasureConfirm', { params: { id }, body: proof });
  return tenantId;
}

const names = Object.keys(jobs) as JobName[];

describe('a job', () => {
  it.each(names.filter((name) => !isForOne(name) && !(name in stories) && !ofThePlatform.includes(name)))(
    '%s does the work of all, and of one when the other fails',
    async (name) => {
      await prepare();
      const whole = await effects(async () => expect(await run(name, own)).toBeUndefined());
      if (whole.own.length === 0 || whole.other.length === 0)
        throw new Error(
          `${name} found no work in rows that are old: give it some in \`stories\`, or its isolation is not tried`,
        );
      await prepare();
      const partly = await whileFailing(own.tenantId, () => effects(() => run(name, own)));
      expect(partly.own.filter((table) => !takenTogether.includes(table))).toEqual([]);
      expect(partly.other).toEqual(whole.other);
    },
    60_000,
  );

  it.each(Object.entries(stories) as [JobName, Story][])(
    '%s does the work of one alone, of both, and of one when the other fails',
    async (name, { give, leaves }) => {
      const both = [own.tenantId, other.tenantId];
      const ready = async (whose: readonly string[]) => {
        await rest();
        await prepare();
        await sql(async (client) => {
          await client.query("set session_replication_role = 'replica'");
          for (const tenantId of whose) await give(client, tenantId);
        });
        // What was changed here went past those who remember tenants.
        for (const tenantId of both) server.app.get(TenantsReader).forget(tenantId);
      };
      await ready([own.tenantId]);
      const alone = await effects(async () => expect(await run(name, own)).toBeUndefined());
      expect([alone.own.includes(leaves), alone.other]).toEqual([true, []]);
      expect(await sql((client) => traces(client, own.tenantId, other))).toEqual([]);
      await ready(both);
      const whole = await effects(async () => expect(await run(name, own)).toBeUndefined());
      expect([whole.own.includes(leaves), whole.other.includes(leaves)]).toEqual([true, true]);
      await ready(both);
      const partly = await whileFailing(own.tenantId, () => effects(() => run(name, own)));
      expect([partly.own.includes(leaves), partly.other]).toEqual([false, whole.other]);
      await rest();
    },
    120_000,
  );

  it('signup.forget takes the platform’s old sign-ups, and no row of tenants', async () => {
    await prepare();
    const left = () =>
      sql(async (client) => {
        const { rows } = await client.query<{ token_hash: string }>(
          "select token_hash from signup where token_hash like 'of %' order by 1",
        );
        return rows.map(({ token_hash }) => token_hash);
      });
    await sql((client) =>
      client.query(
        `insert into signup (tenant_id, id, email_hash, application, token_hash, created_at, expires_at)
         select t.id, gen_random_uuid(), 'x', 's1.1.a.b.c', 'of ' || day, now() - day * interval '1 day', now()
         from tenant t, unnest(array[1, 30]) as day where t.kind = 'platform'`,
      ),
    );
    expect(await left()).toEqual(['of 1', 'of 30']);
    const changed = await effects(async () => expect(await run('signup.forget', own)).toBeUndefined());
    expect([await left(), changed]).toEqual([['of 1'], { own: [], other: [] }]);
  }, 60_000);

  it('erasure.run leaves no row of whom it erases, none of others’ out, and goes on to the next when one fails', async () => {
    const [failing, going] = [await closedTenant(), await closedTenant()];
    const rows = (tenantId: string) =>
      sql(async (client) => Object.values(await checksums(client, tenantId)).filter((sum) => sum !== '').length);
    const there = await rows(going);
    expect(there).toBeGreaterThan(40);
    const changed = await effects(() => whileFailing(failing, () => run('erasure.run', own)));
    expect(changed).toEqual({ own: [], other: [] });
    expect([await rows(failing), await rows(going)]).toEqual([there, 0]);
    expect(await effects(() => run('erasure.run', own))).toEqual({ own: [], other: [] });
    expect(await rows(failing)).toBe(0);
  }, 120_000);

  it('that is for one tenant leaves the others alone, also when their ids stand in its data', async () => {
    for (const name of names.filter(isForOne)) {
      await prepare();
      const theirs = (await dataFor(name, other)) as object;
      const { other: changed } = await effects(() => run(name, own));
      expect([name, changed]).toEqual([name, []]);
      const mixed = { ...theirs, tenantId: own.tenantId };
      const { other: reached } = await effects(() =>
        server.app
          .get(JobHandlers)
          .run(name, mixed)
          .catch(() => undefined),
      );
      expect([name, reached]).toEqual([name, []]);
    }
  }, 60_000);
});
