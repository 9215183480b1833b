import { Injectable } from '@nestjs/common';
import { Database, statement } from './database.ts';
import { migrations } from '../../../migrations/index.ts';

const roleFacts = statement(
  'gate.role',
  `select r.rolname as name, r.rolsuper as super, r.rolbypassrls as bypass,
     (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relowner = r.oid and n.nspname in ('public', 'part')) as owned
   from pg_roles r where r.rolname = current_user`,
);
const applied = statement('gate.migrations', 'select count(*)::int as n from mikro_orm_migrations');

/** Refuses to serve with a role that row-level security would not hold, or on a schema that is not migrated. */
@Injectable()
export class DatabaseGate {
  constructor(private readonly database: Database) {}

  /** @throws Error with one sentence that says what to do */
  async check(): Promise<void> {
    const [role] = await this.database.system<{ name: string; super: boolean; bypass: boolean; owned: number }>(
      roleFacts,
    );
    if (!role) throw new Error('the database does not know the role of DATABASE_URL');
    const fault = role.super
      ? 'is a superuser'
      : role.bypass
        ? 'has BYPASSRLS'
        : role.owned > 0
          ? 'owns tables'
          : undefined;
    if (fault)
      throw new Error(
        `the role ${role.name} of DATABASE_URL ${fault}; tenants would not be kept apart. Use a plain role`,
      );
    if (!(await this.migrated())) throw new Error('the database is not migrated; run the migrations first');
  }

  /** True when all migrations of this version are applied. */
  async migrated(): Promise<boolean> {
    try {
      const [row] = await this.database.system<{ n: number }>(applied);
      return (row?.n ?? 0) >= migrations.length;
    } catch (error) {
      if ((error as { code?: string }).code === '42P01') return false;
      throw error;
    }
  }
}
