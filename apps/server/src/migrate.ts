/**
 * Brings the database to the newest schema: our migrations, then BullMQ's own in schema `bullmq`.
 * Run as a step of its own before the servers start. Needs DATABASE_OWNER_URL (the owner) and DATABASE_URL (whose user
 * gets the grants). Several at once are safe: an advisory lock lets one work and the others wait.
 */
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { withSecretFiles } from './platform/config/secret-files.ts';
import { migrationConfig } from './platform/database/orm-config.ts';
import { appRole } from './platform/database/migration-context.ts';
import { migrateJobs } from './platform/jobs/migrate-jobs.ts';
import { migrateRealtime } from './platform/realtime/migrate-realtime.ts';

/** @throws Error in one sentence, when a setting is missing, the database cannot be reached, or a migration fails */
async function migrate(): Promise<void> {
  // The migrations name the serving role, which they read from DATABASE_URL.
  Object.assign(process.env, withSecretFiles(process.env));
  const ownerUrl = process.env['DATABASE_OWNER_URL'];
  if (!ownerUrl) throw new Error('DATABASE_OWNER_URL is missing: the role that owns the schema');
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query("select pg_advisory_lock(hashtext('sunbeon.migrate'))");
    const orm = await MikroORM.init(migrationConfig(ownerUrl));
    try {
      await orm.migrator.up();
    } finally {
      await orm.close();
    }
    await migrateJobs(lock, appRole());
    await migrateRealtime(lock, appRole());
  } finally {
    await lock.end();
  }
}

try {
  await migrate();
} catch (error) {
  process.stderr.write(`sunbeon: ${(error as Error).message}\n`);
  process.exit(1);
}
