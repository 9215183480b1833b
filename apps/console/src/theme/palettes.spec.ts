import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { darkColours, lightColours } from './palettes.ts';

const styles = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`@sunbeon/ui/${name}.css`), 'utf8').split('[data-contrast')[0];

describe.each([
  ['tokens', lightColours],
  ['dark', darkColours],
] as const)('the colours of %s.css', (name, colours) => {
  it.each(Object.entries(colours))('%s', (role, value) => {
    expect(styles(name)).toContain(`--${role}: ${value};`);
  });
});
