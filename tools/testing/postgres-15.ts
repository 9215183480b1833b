import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of PostgreSQL's programs, e.g. /usr/lib/postgresql/15/bin: the tests then run on these, not on the package's. */
export const POSTGRES_VARIABLE = 'SUNBEON_TEST_POSTGRES';

/** Where Debian's package postgresql-15 puts them. */
const DEBIAN = '/usr/lib/postgresql/15/bin';

/** Programs of the oldest PostgreSQL that is promised to work: the variable's, or Debian's; undefined without any. */
export function postgres15(): string | undefined {
  const folder = process.env[POSTGRES_VARIABLE] ?? DEBIAN;
  const needed = ['postgres', 'initdb', 'pg_dump', 'pg_restore'];
  return needed.every((name) => existsSync(join(folder, name))) ? folder : undefined;
}
