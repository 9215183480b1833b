import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { Credentials } from './credentials.ts';
import { readPsqlScript, type Statement } from './psql-script.ts';

const SCRIPT = new URL('../../deploy/bootstrap.sql', import.meta.url);

/**
 * Makes the roles and one database with deploy/bootstrap.sql; what is there stays as it is.
 * @param superUrl gives a superuser's URL for a database name
 */
export async function bootstrap(
  superUrl: (database: string) => string,
  database: string,
  credentials: Credentials,
): Promise<void> {
  const variables = {
    database,
    owner_password: credentials.sunbeon_owner,
    app_password: credentials.sunbeon_app,
  };
  const [onServer = [], inDatabase = []] = readPsqlScript(readFileSync(SCRIPT, 'utf8'), variables);
  await run(superUrl('postgres'), onServer);
  await run(superUrl(database), inDatabase);
}

async function run(url: string, statements: Statement[]): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    for (const { sql, gexec } of statements) {
      const { rows } = await client.query<Record<string, string>>(sql);
      if (gexec) for (const cell of rows.flatMap((row) => Object.values(row))) await client.query(cell);
    }
  } finally {
    await client.end();
  }
}
