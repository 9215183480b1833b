import type { Client } from 'pg';

/** Table of the Socket.IO PostgreSQL adapter (messages over 8 kB go through it). `app` is a quoted role name. */
export async function migrateRealtime(client: Client, app: string): Promise<void> {
  await client.query(`
    create schema if not exists realtime;
    grant usage on schema realtime to ${app};
    create table if not exists realtime.socket_io_attachments (
      id bigserial unique,
      created_at timestamptz default now(),
      payload bytea
    );
    grant select, insert, delete on realtime.socket_io_attachments to ${app};
    grant usage, select on sequence realtime.socket_io_attachments_id_seq to ${app};`);
}
