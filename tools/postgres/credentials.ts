import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROLES = ['postgres', 'sunbeon_owner', 'sunbeon_app'] as const;
/** Role name -> password. */
export type Credentials = Record<(typeof ROLES)[number], string>;

/** Reads the passwords of an embedded server from its home folder, or makes them there (mode 0600). */
export function credentialsOf(home: string): Credentials {
  const path = join(home, 'credentials.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Credentials;
  const made = Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('hex')])) as Credentials;
  writeFileSync(`${path}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return made;
}
