import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { z } from 'zod';
import { jobs, type JobName } from '../src/platform/jobs/catalogue.ts';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { JobsProcessor } from '../src/platform/jobs/jobs.processor.ts';
import { Outbox } from '../src/platform/outbox/outbox.ts';
import { startTestApp, type TestApp } from './app.ts';
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

/** Jobs for which rows that are merely there and old are no work, each with what would be; the tests of their slices make it. */
const idle: Readonly<Partial<Record<JobName, string>>> = {
  'erasure.run': 'a tenant that was closed, counted by the platform alone',
  'figures.fill': 'a day that was closed after tickets',
  'tenants.watch': 'a trial that ends',
  'tenants.excess': 'a tenant beyond its plan',
  'signup.forget': 'sign-ups of the platform, before there is a tenant',
  'regions.fill': 'a region with figures of days',
};

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
  return failed;
}

/** Tables in which the rows of both tenants changed by one run. */
async function effects(work: () => Promise<unknown>): Promise<{ own: string[]; other: string[] }> {
  const before = [await sums(own), await sums(other)] as const;
  await work();
  return { own: changedTables(before[0], await sums(own)), other: changedTables(before[1], await sums(other)) };
}

const names = Object.keys(jobs) as JobName[];

describe('a job', () => {
  it.each(names.filter((name) => !isForOne(name) && !(name in idle)))(
    '%s does the work of all, and of one when the other fails',
    async (name) => {
      await prepare();
      const whole = await effects(async () => expect(await run(name, own)).toBeUndefined());
      expect(whole.own.length).toBeGreaterThan(0);
      expect(whole.other.length).toBeGreaterThan(0);
      await prepare();
      const partly = await effects(() => whileFailing(own.tenantId, () => run(name, own)));
      expect(partly.own.filter((table) => !takenTogether.includes(table))).toEqual([]);
      expect(partly.other).toEqual(whole.other);
    },
    60_000,
  );

  it.each(Object.keys(idle) as JobName[])(
    '%s leaves tenants alone that give it no work',
    async (name) => {
      await prepare();
      const { own: ours, other: theirs } = await effects(async () => expect(await run(name, own)).toBeUndefined());
      expect([ours, theirs]).toEqual([[], []]);
    },
    60_000,
  );

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
