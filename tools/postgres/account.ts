import { execFileSync } from 'node:child_process';
import { Problem } from '../problem.ts';

/** The system account that PostgreSQL runs under; undefined = the account of this process. */
export type Account = { uid: number; gid: number } | undefined;

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root: then it runs as the system user `postgres`, made here when the machine has none.
 * @throws Problem when there is no such user and none can be made.
 */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp() ?? create();
}

function lookUp(): Account {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function create(): Account {
  try {
    const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
    execFileSync('useradd', [...flags, NAME], { stdio: 'pipe' });
  } catch {
    // told below
  }
  const made = lookUp();
  if (made) return made;
  throw new Problem(
    'PostgreSQL does not run as root, and the system user "postgres" could not be made: start as an ordinary user, or run "useradd --system postgres".',
  );
}
