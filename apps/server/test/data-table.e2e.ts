import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts';

const text = readFileSync(new URL('../../../docs/data.md', import.meta.url), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (Table|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, table = '', tenantKey = '', policy = '']) => ({ table, tenantKey: tenantKey.split(':')[0], policy }));

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
    expect([...rows].sort((a, b) => (a.table < b.table ? -1 : 1))).toEqual(expected);
  });
});
