// Runs before `npm start` and `npm test`: `npm ci` when node_modules is missing or was made from another lock file.
// Plain JavaScript for whatever Node is on the machine; everything after it runs on the Node 24 of node_modules/.bin.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.sunbeon-lock`;

/** What an installation depends on; kept inside node_modules, so that both vanish together. */
function fingerprint() {
  const lock = readFileSync(`${root}package-lock.json`);
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

function upToDate() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

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
  const reason = REASONS.find(([pattern]) => pattern.test(output))?.[1] ?? lastLine(output);
  throw new Error(`The npm packages could not be installed: ${reason}. "npm ci" tells more.`);
}

const lastLine = (text) =>
  text
    .trim()
    .split('\n')
    .filter((line) => !/complete log|^\s*$/.test(line))
    .at(-1) ?? 'npm failed';

try {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) throw new Error(`Sunbeon needs Node 20 or newer, and this is Node ${process.versions.node}.`);
  if (!upToDate()) {
    install();
    writeFileSync(stamp, fingerprint());
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
