import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { root } from '../root.ts';

/** As root there is no sandbox to be had; our own pages are all it opens. Containers have a small /dev/shm. */
const FLAGS = ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'];

/**
 * A headless Chromium from npm packages alone: no library and no font of the machine is needed, so Korean shows only in
 * fonts that the page brings along. Works as root and as a user. Close it in `afterAll`.
 */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpackedBrowser();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: FLAGS,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'), // NSS and its kin, which a new Debian lacks
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  });
}

async function unpackedBrowser(): Promise<string> {
  const packaged = join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(packaged, 'utf8')) as { version: string };
  const cache = join(root, 'node_modules/.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'chromium-draft-')); // two workers may unpack at once; one of them is kept
  const script = join(root, 'tools/testing/extract-browser.mjs');
  await promisify(execFile)(process.execPath, [script], { env: { ...process.env, NODE_OPTIONS: '', TMPDIR: draft } });
  try {
    renameSync(draft, folder);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}
