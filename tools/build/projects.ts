import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

interface PackageFile {
  name: string;
  dependencies?: Record<string, string>;
}

/** The workspace folder (`apps/kiosk`, `libs/ui`) of every package of this repository, by its name. */
export function workspaces(base = root): Map<string, string> {
  const folders = ['apps', 'libs'].flatMap((group) => readdirSync(join(base, group)).map((name) => `${group}/${name}`));
  const present = folders.filter((folder) => existsSync(join(base, folder, 'package.json')));
  return new Map(present.map((folder) => [packageFile(folder, base).name, folder]));
}

/** A workspace and those of this repository that it is made of, itself first. */
export function withDependencies(folder: string, base = root): string[] {
  const all = workspaces(base);
  const found: string[] = [];
  const visit = (next: string) => {
    if (found.includes(next)) return;
    found.push(next);
    for (const name of Object.keys(packageFile(next, base).dependencies ?? {})) {
      const inner = all.get(name);
      if (inner) visit(inner);
    }
  };
  visit(folder);
  return found;
}

/** The npm packages that a workspace and its libs use, without those of this repository. */
export function npmDependencies(folder: string): string[] {
  const names = withDependencies(folder).flatMap((each) => Object.keys(packageFile(each).dependencies ?? {}));
  const own = workspaces();
  return [...new Set(names)].filter((name) => !own.has(name));
}

/** Front ends: the apps that Vite builds. */
export function frontEnds(): string[] {
  const isFrontEnd = (name: string) =>
    readdirSync(join(root, 'apps', name)).some((file) => /^vite\.config\./.test(file));
  return readdirSync(join(root, 'apps')).filter(isFrontEnd);
}

function packageFile(folder: string, base = root): PackageFile {
  return JSON.parse(readFileSync(join(base, folder, 'package.json'), 'utf8')) as PackageFile;
}
