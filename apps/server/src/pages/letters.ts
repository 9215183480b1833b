import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLetter, type KeptLetter } from './letter-file.ts';

/** So many are shown. */
const most = 30;

/** The letters that MailTransport kept as files, the newest first. Their names are UUIDv7: the order of the names is that of time. */
export async function readLetters(dataFolder: string): Promise<KeptLetter[]> {
  const folder = join(dataFolder, 'mail');
  const names = await readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .slice(-most)
    .reverse();
  return Promise.all(newest.map(async (name) => readLetter(await readFile(join(folder, name), 'utf8'))));
}
