import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { tables } from '../src/platform/data/data-catalogue.ts';
import { jobs } from '../src/platform/jobs/catalogue.ts';
import { sealedColumns } from '../src/platform/sealing/sealed-columns.ts';
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts';

const text = readFileSync(new URL('../../../docs/data.md', import.meta.url), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (Table|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, table = '', tenantKey = '', policy = '', personal = '', kept = '', deletedBy = '']) => {
    return { table, tenantKey: tenantKey.split(':')[0], policy, personal, kept, deletedBy };
  });

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client(database.superUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('docs/data.md', () => {
  it('names every table of the schema, with its tenant key and policy', async () => {
    const { rows: real } = await client.query<{ table: string; policy: string; keyed: boolean }>(`
      select c.relname as table, case when c.relrowsecurity then 'yes' else 'no' end as policy,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as keyed
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
    const tenantKey = ({ table, keyed }: { table: string; keyed: boolean }) =>
      keyed ? 'tenant_id' : table === 'tenant' ? 'id' : 'none';
    const expected = real.map((one) => ({ table: one.table, tenantKey: tenantKey(one), policy: one.policy }));
    const documented = rows.map(({ table, tenantKey, policy }) => ({ table, tenantKey, policy }));
    expect(documented.sort((a, b) => (a.table < b.table ? -1 : 1))).toEqual(expected);
  });

  it('says of each how long it is kept and what deletes it, as the catalogue does by which that is done', () => {
    const said = Object.fromEntries(rows.map(({ table, kept, deletedBy }) => [table, { kept, deletedBy }]));
    const done = Object.entries(tables).map(([table, { kept, deletedBy }]) => [table, { kept, deletedBy }] as const);
    expect(said).toEqual(Object.fromEntries(done));
  });

  it('names jobs that there are, and a condition wherever the job retention.keep deletes by age', () => {
    for (const [table, { deletedBy, aged }] of Object.entries(tables)) {
      const named = [...deletedBy.matchAll(/job ([a-z.]+[a-z])/g)].map(([, job]) => job ?? '');
      expect({ table, unknown: named.filter((job) => !(job in jobs)) }).toEqual({ table, unknown: [] });
      const byTerm = ['ticket', 'ticket_event', 'hardware_event', 'shift'].includes(table);
      expect({ table, aged: aged !== undefined }).toEqual({ table, aged: named.includes('retention.keep') && !byTerm });
    }
  });

  it('tells personal data wherever the catalogue knows columns with some', () => {
    const silent = rows.filter(
      ({ table, personal }) => personal === 'none' && (tables[table]?.personal ?? []).length > 0,
    );
    expect(silent).toEqual([]);
  });
});

describe('the catalogue of tables', () => {
  it('names columns that there are, and each that holds sealed texts', async () => {
    const { rows: real } = await client.query<{ column: string }>(`
      select c.relname || '.' || a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
    const columns = new Set(real.map(({ column }) => column));
    const named = Object.entries(tables).flatMap(([table, { personal, secret }]) =>
      [...(personal ?? []), ...Object.keys(secret ?? {})].map((column) => `${table}.${column}`),
    );
    expect([...named, ...sealedColumns].filter((column) => !columns.has(column))).toEqual([]);
  });

  it('lets no column leave in an archive whose name says that it is a secret, and marks those that name people', async () => {
    const { rows: real } = await client.query<{ table: string; column: string }>(`
      select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
    const leaving = real.filter(({ table, column }) => {
      const facts = tables[table];
      return facts?.notExported === undefined && !(column in (facts?.secret ?? {}));
    });
    const harmless = ['audit.hash', 'audit.previous_hash', 'audit_anchor.hash', 'data_export.sha256'];
    const secrets = leaving.filter(
      ({ table, column }) =>
        /hash|secret|token|password|nonce|wrapped|pin$/.test(column) && !harmless.includes(`${table}.${column}`),
    );
    expect(secrets).toEqual([]);
    const nobodys = [
      'office.address',
      'unmanned_kiosk.address',
      'sso_settings.email_domains',
      'sso_settings.link_by_email',
    ];
    const unmarked = leaving.filter(
      ({ table, column }) =>
        /e_?mail|phone|actor_name|_by_name|^address$|user_agent|^note$/.test(column) &&
        !(tables[table]?.personal ?? []).includes(column) &&
        !nobodys.includes(`${table}.${column}`),
    );
    expect(unmarked).toEqual([]);
  });
});
