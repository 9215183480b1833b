import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { testDatabase, type TestDatabase } from './database.ts';

describe('a test database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  const ask = async <T extends object>(url: string, sql: string) => {
    const client = new Client(url);
    await client.connect();
    try {
      return (await client.query<T>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('is migrated', async () => {
    const [row] = await ask<{ n: number }>(
      db.ownerUrl,
      "select count(*)::int n from pg_class where relname = 'tenant'",
    );
    expect(row?.n).toBe(1);
  });

  it('is its own: a second one does not see what is written into the first', async () => {
    const second = await testDatabase();
    await ask(db.ownerUrl, 'create table only_here (id int)');
    await expect(ask(second.ownerUrl, 'select * from only_here')).rejects.toThrow('does not exist');
    await second.drop();
  });

  it('serves through a role that owns nothing, may not change the schema and cannot pass policies', async () => {
    await expect(ask(db.databaseUrl, 'create table sneaked (id int)')).rejects.toThrow('permission denied');
    const [role] = await ask(
      db.databaseUrl,
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
         (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owns: 0 });
  });

  it('sorts Korean as Koreans do', async () => {
    const rows = await ask<{ w: string }>(
      db.databaseUrl,
      "select w from unnest(array['하','가','a','나']) w order by w",
    );
    expect(rows.map((row) => row.w).join('')).toBe('가나하a');
  });
});
