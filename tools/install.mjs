// Runs before `npm start` and `npm test`: `npm ci` when node_modules is missing or was made from another lock file.
// Plain JavaScript for whatever Node is on the machine; everything after it runs on the Node 24 of node_modules/.bin.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** path -> package of a lock file; undefined when there is none. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(`${root}${file}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** npm notes what it has installed in a lock file of its own, written last: an installation broken off has none. */
function upToDate() {
  const installed = packagesOf('node_modules/.package-lock.json');
  const wanted = packagesOf('package-lock.json');
  if (!installed || !wanted) return false;
  const fits = ([path, { version, link, optional }]) =>
    !path.includes('node_modules/') || (optional && !installed[path]) || sameAs(installed[path], version, link);
  return Object.entries(wanted).every(fits);
}

const sameAs = (found, version, link) => found !== undefined && (link ? found.link : found.version === version);

const REASONS = [
  [/ENOSPC|no space left/i, 'the disk is full'],
  [/EACCES|EPERM|EROFS/, 'this user may not write into the folder'],
  [/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i, 'the npm registry cannot be reached'],
  [
    /can only install packages when your package.json|Missing: .* from lock file/,
    'package-lock.json does not fit package.json',
  ],
];

function install() {
  console.log('Installing the npm packages (once, about a minute) …');
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
  const npm = process.env.npm_execpath ? [process.execPath, [process.env.npm_execpath, ...flags]] : ['npm', flags];
  const { status, stdout, stderr, error } = spawnSync(...npm, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (status === 0) return;
  const output = `${stdout ?? ''}${stderr ?? ''}${error ?? ''}`;
  const reason = REASONS.find(([pattern]) => pattern.test(output))?.[1] ?? firstReason(output).replace(/\.$/, '');
  throw new Error(`The npm packages could not be installed: ${reason}. "npm ci" tells more.`);
}

/** npm begins with a code and ends with the path of a log; the reason stands between. */
function firstReason(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  return lines.find((line) => line && !/^(code|errno|syscall|path) /.test(line)) ?? 'npm failed';
}

try {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Error(`Sunbeon needs Node 20 or newer, and this is Node ${process.versions.node}.`);
  if (!upToDate()) install();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
