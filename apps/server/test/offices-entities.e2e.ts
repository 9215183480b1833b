import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM, type EntityMetadata, type EntityProperty } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { entities } from '../src/entities.ts';
import { entityOptions } from '../src/platform/database/entities.ts';
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts';

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly has_default: boolean;
  readonly in_key: boolean;
}

let database: TestDatabase;
let orm: MikroORM;
const columns = new Map<string, Column[]>();

beforeAll(async () => {
  database = await testDatabase();
  orm = await MikroORM.init(entityOptions(database.databaseUrl, entities));
  const client = new Client(database.superUrl);
  await client.connect();
  const { rows } = await client.query<Column>(`
    select c.relname as table_name, a.attname as column_name, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable, a.atthasdef as has_default, coalesce(a.attnum = any (k.conkey), false) as in_key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'`);
  await client.end();
  for (const row of rows) columns.set(row.table_name, [...(columns.get(row.table_name) ?? []), row]);
}, 60_000);
afterAll(async () => {
  await orm.close();
  await database.drop();
});

const metas = (): EntityMetadata[] => [...orm.getMetadata().getAll().values()];
const properties = (meta: EntityMetadata): EntityProperty[] => Object.values(meta.properties) as EntityProperty[];
/** PostgreSQL's own name of a type as MikroORM writes it. */
const longName = (type: string): string =>
  ({ int: 'integer', 'timestamptz(6)': 'timestamp with time zone', timestamptz: 'timestamp with time zone' })[type] ??
  type;

describe('entities', () => {
  it('are as many as the list says', () => {
    expect(metas()).toHaveLength(entities.length);
    expect(entities.length).toBeGreaterThan(5);
  });

  it('have a column of the same type, nullability and key for every property', () => {
    for (const meta of metas()) {
      for (const property of properties(meta)) {
        const name = `${meta.tableName}.${property.fieldNames[0]}`;
        const column = columns.get(meta.tableName)?.find(({ column_name }) => column_name === property.fieldNames[0]);
        expect([name, column && [column.type, column.nullable, column.in_key]]).toEqual([
          name,
          [longName(property.columnTypes[0] ?? ''), property.nullable ?? false, property.primary ?? false],
        ]);
      }
    }
  });

  it('write every column that must be written', () => {
    for (const meta of metas()) {
      const mapped = properties(meta).map(({ fieldNames }) => fieldNames[0]);
      const needed =
        columns.get(meta.tableName)?.filter(({ nullable, has_default }) => !nullable && !has_default) ?? [];
      const missing = needed.map(({ column_name }) => column_name).filter((name) => !mapped.includes(name));
      expect([meta.tableName, missing]).toEqual([meta.tableName, []]);
    }
  });

  it('see nothing without a tenant, and say so', async () => {
    for (const meta of metas()) {
      expect(Object.keys(meta.filters)).toEqual(['tenant']);
      await expect(orm.em.fork().find(meta.class, {})).rejects.toThrow(/tenant/);
    }
  });
});
