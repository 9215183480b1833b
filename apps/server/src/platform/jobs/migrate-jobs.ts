import { runMigrations } from 'bullmq';
import type { Client } from 'pg';

/** BullMQ's tables in schema `bullmq`, made as owner; the serving role works in them. `app` is a quoted role name. */
export async function migrateJobs(client: Client, app: string): Promise<void> {
  await runMigrations(client, 'bullmq');
  await client.query(`
    grant usage, create on schema bullmq to ${app};
    grant select, insert, update, delete on all tables in schema bullmq to ${app};
    grant usage, select on all sequences in schema bullmq to ${app};
    grant execute on all functions in schema bullmq to ${app};`);
}
