import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { withDependencies } from './projects.ts';

const STAMPS = join(root, 'dist/.stamps');
/** What changes every output: the tools' own versions, and how they are called. */
const SHARED = ['package-lock.json', 'tsconfig.base.json', 'tools/build/*.ts'];
const TESTS = /\.(spec|e2e|long|journey)\.tsx?$/;

/** Hash of everything an app is built from: its own files, those of its libs, and the tools. */
export function inputsOf(app: string, base = root): string {
  const folders = withDependencies(`apps/${app}`, base).map((folder) => `${folder}/**/*`);
  const options = { cwd: base, exclude: ['**/node_modules/**', '**/dist/**'], withFileTypes: true } as const;
  const files = globSync([...SHARED, ...folders], options).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !TESTS.test(path));
  const hash = createHash('sha256');
  for (const path of [...new Set(paths)].sort())
    hash.update(path.slice(base.length)).update('\0').update(readFileSync(path));
  return hash.digest('hex');
}

/** True when dist/<app> was built from exactly these inputs. */
export function isBuilt(app: string, inputs: string): boolean {
  const stamp = join(STAMPS, app);
  return existsSync(join(root, 'dist', app)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;
}

/** Called before a build: a broken-off one must not look finished. */
export function forget(app: string): void {
  rmSync(join(STAMPS, app), { force: true });
}

export function remember(app: string, inputs: string): void {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, app), inputs);
}
