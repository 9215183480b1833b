// Completes package-lock.json after a change of dependencies: `node tools/lock-optional.mjs`, or `--check` in CI.
//
// A registry may not carry the binaries of every platform (@swc/core-darwin-arm64, …). npm then leaves those optional
// packages out of the lock file it writes, and `npm ci` refuses that lock file ("Missing: … from lock file"). This adds
// the entries npm would have written, without integrity; they are never installed where os, cpu or libc do not match.
import { readFileSync, writeFileSync } from 'node:fs';

const PLATFORMS = {
  os: ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'],
  cpu: ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'],
};
const LIBC = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** The entry that Node's resolution finds for `name` from the package at `from`, walking up the folders. */
function installed(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const entry = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (entry || !folder) return entry;
    if (!folder.includes('/node_modules/')) folder = '';
  }
}

/** The platform fields of a binary package, read from its name; undefined when the name tells none. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const fields = {};
  for (const [field, values] of Object.entries(PLATFORMS)) {
    const found = values.filter((value) => words.includes(value));
    if (found.length > 0) fields[field] = found;
  }
  const libc = words.map((word) => LIBC[word]).find(Boolean);
  if (libc && fields.os?.includes('linux')) fields.libc = [libc];
  return fields.os || fields.cpu ? fields : undefined;
}

/** path -> entry for every optional binary package that is named with an exact version and missing. */
export function missingEntries(packages) {
  const missing = {};
  for (const [path, owner] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(owner.optionalDependencies ?? {})) {
      const version = range.replace(/^[\^~]/, '');
      const present = installed({ ...packages, ...missing }, path, name);
      const platform = platformOf(name);
      if (!platform || !/^\d+\.\d+\.\d+/.test(version) || present?.version === version) continue;
      if (present && range !== version) continue; // a range, and something is there for it
      const flags = { ...(owner.dev && { dev: true }), ...(owner.peer && { peer: true }), optional: true };
      const at = present && path ? `${path}/node_modules/${name}` : `node_modules/${name}`;
      missing[at] = { version, ...platform, ...flags };
    }
  }
  return missing;
}

function main() {
  const file = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock.packages);
  const names = Object.keys(missing);
  if (names.length === 0) return;
  if (process.argv.includes('--check')) {
    console.error(`package-lock.json lacks ${names.length} optional packages: run node tools/lock-optional.mjs.`);
    process.exitCode = 1;
    return;
  }
  const sorted = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(`package-lock.json: ${names.length} optional packages added.`);
}

if (import.meta.main ?? process.argv[1] === new URL(import.meta.url).pathname) main();
