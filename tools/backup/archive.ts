import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Account } from '../postgres/account.ts';
import { Problem } from '../problem.ts';

/** At most so much of what happened is only on the server's own disk. */
const ARCHIVE_SECONDS = 60;

/**
 * Settings of a server that hands every finished piece of its log (16 MB, or what a minute brought) to a folder,
 * compressed. A piece that is there already is left alone, since PostgreSQL may hand one over twice.
 * @throws Problem when the folder cannot be made
 */
export function archiveSettings(folder: string, account: Account): Record<string, string> {
  const path = plain(folder);
  try {
    if (!existsSync(path)) {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      if (account) chownSync(path, account.uid, account.gid);
    }
  } catch (error) {
    throw new Problem(`The archive ${path} cannot be made: ${(error as Error).message}.`);
  }
  const piece = `${path}/%f`;
  const keep = `gzip -1 -c "%p" > "${piece}.part" && sync "${piece}.part" && mv "${piece}.part" "${piece}.gz"`;
  return {
    archive_mode: 'on',
    archive_timeout: String(ARCHIVE_SECONDS),
    archive_command: `test -f "${piece}.gz" || { ${keep}; }`,
  };
}

/** The command by which PostgreSQL fetches a piece of its log from an archive. */
export function restoreCommand(folder: string): string {
  return `gzip -d -c "${plain(folder)}/%f.gz" > "%p"`;
}

/** The path stands in a shell's command, between quotes. */
function plain(folder: string): string {
  const path = resolve(folder);
  if (/^[\w/.,+:@ -]+$/.test(path)) return path;
  throw new Problem(`The archive's path ${path} has characters that a command cannot hold: choose letters and digits.`);
}
