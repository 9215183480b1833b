import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inputsOf } from './stamps.ts';

describe('what an app is built from', () => {
  let base: string;
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), text);
  };
  const workspace = (folder: string, name: string, ...uses: string[]) =>
    write(
      `${folder}/package.json`,
      JSON.stringify({ name, dependencies: Object.fromEntries(uses.map((use) => [use, '1'])) }),
    );

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'sunbeon-stamps-'));
    workspace('apps/kiosk', 'kiosk', 'ui', 'react');
    workspace('libs/ui', 'ui', 'domain');
    workspace('libs/domain', 'domain');
    workspace('libs/client', 'client');
    write('apps/kiosk/src/main.tsx', 'kiosk');
    write('package-lock.json', '{}');
  });
  afterEach(() => rmSync(base, { recursive: true }));

  it.each([
    ['its own files', 'apps/kiosk/src/main.tsx'],
    ['a new file', 'apps/kiosk/public/chime.mp3'],
    ['a lib of a lib', 'libs/domain/src/index.ts'],
    ['the versions of the packages', 'package-lock.json'],
  ])('counts %s', (_what, path) => {
    const before = inputsOf('kiosk', base);
    write(path, 'changed');
    expect(inputsOf('kiosk', base)).not.toBe(before);
  });

  it.each([
    ['a lib it does not use', 'libs/client/src/index.ts'],
    ['tests', 'apps/kiosk/src/main.spec.tsx'],
    ['the packages installed inside', 'apps/kiosk/node_modules/x/index.js'],
  ])('does not count %s', (_what, path) => {
    const before = inputsOf('kiosk', base);
    write(path, 'changed');
    expect(inputsOf('kiosk', base)).toBe(before);
  });
});
