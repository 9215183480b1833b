import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.ts';

const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...markdownIn('docs'), ...markdownIn('LICENSES')];

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const foldersIn = (folder: string) =>
  readdirSync(join(root, folder)).filter(
    (name) => statSync(join(root, folder, name)).isDirectory() && !name.startsWith('.'),
  );

describe('the documents', () => {
  it('have the tree as it is on the disk', () => {
    const block = /```\n([\s\S]*?)```/.exec(read('docs/architecture.md'))?.[1] ?? '';
    const described: Record<string, string[]> = {};
    let top = '';
    for (const line of block.split('\n').filter(Boolean)) {
      const name = /^\s*([\w-]+)\//.exec(line)?.[1] ?? '';
      if (line.startsWith(' ')) described[top]?.push(name);
      else described[(top = name)] = [];
    }
    const real = Object.fromEntries(['apps', 'libs', 'tools'].map((folder) => [folder, foldersIn(folder).sort()]));
    const told = Object.fromEntries(
      ['apps', 'libs', 'tools'].map((folder) => [folder, (described[folder] ?? []).sort()]),
    );
    expect(told).toEqual(real);
  });

  it.each(documents)('link only to what is there: %s', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(root, dirname(file), link)))).toEqual([]);
  });

  it('name only scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? ''),
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
