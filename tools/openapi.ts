/**
 * The committed reference of the outward contract, apps/server/openapi.json:
 * without arguments it prints the document; `--write` writes the file; `--check` fails when the file is not up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from '../apps/server/src/platform/http/openapi.ts';
import { Problem, report } from './problem.ts';

const file = new URL('../apps/server/openapi.json', import.meta.url);

function main(wish: string | undefined): void {
  const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  if (wish === undefined) process.stdout.write(text);
  else if (wish === '--write') writeFileSync(file, text);
  else if (wish !== '--check') throw new Problem(`unknown argument ${wish}; there are --write and --check`);
  else if (readCommitted() !== text) {
    throw new Problem('apps/server/openapi.json is not what the contract says; run npm run generate and commit it.');
  }
}

function readCommitted(): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

try {
  main(process.argv[2]);
} catch (error) {
  report(error);
}
