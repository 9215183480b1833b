import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Problem } from '../problem.ts';
import { identify, stillRuns, type ProcessIdentity } from './process-identity.ts';

export interface FolderLock {
  /** True when the lock of a process that had died was taken over. */
  readonly inherited: boolean;
  release(): void;
}

/**
 * Takes a lock file for this process, so that two copies never work on one data folder. A lock whose process is gone
 * is taken over.
 * @throws Problem when a living process holds it.
 */
export function lockFolder(path: string): FolderLock {
  const mine = JSON.stringify(identify(process.pid));
  let inherited = false;
  while (!create(path, mine)) {
    const theirs = read(path);
    if (theirs === undefined) continue; // released between the two looks
    const holder = parse(theirs);
    if (holder && stillRuns(holder)) throw new Problem(inUse(path, holder));
    removeStale(path, theirs);
    inherited = true;
  }
  return {
    inherited,
    release() {
      if (read(path) === mine) rmSync(path, { force: true });
    },
  };
}

const inUse = (path: string, holder: ProcessIdentity) =>
  `Sunbeon already runs on this folder (process ${holder.pid}, lock file ${path}): stop it first, or use another clone.`;

function create(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, path); // unlike a plain write, the lock appears with its content or not at all
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes the stale lock that was read, and only that: another starter may have replaced it in the meantime. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // someone else was quicker
  }
  const moved = read(aside);
  if (moved !== undefined && moved !== stale) create(path, moved);
  rmSync(aside, { force: true });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): ProcessIdentity | undefined {
  try {
    const value = JSON.parse(text) as ProcessIdentity;
    return Number.isInteger(value.pid) ? value : undefined;
  } catch {
    return undefined;
  }
}
