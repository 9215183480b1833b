import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const krdsPath = createRequire(import.meta.url).resolve('krds-uiux/resources/css/token/krds_tokens.css');
const krds = readFileSync(krdsPath, 'utf8');

/** Colours of a mode: role -> value, with the KRDS token named beside it. */
function colours(selector: string): Map<string, { value: string; token: string }> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  const rows = block.matchAll(/--([\w-]+): (#[0-9a-f]{6}); \/\* ([\w-]+) \*\//g);
  return new Map([...rows].map(([, role = '', value = '', token = '']) => [role, { value, token }]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const onGround = ['text', 'text-subtle', 'primary', 'primary-strong', 'success', 'information', 'warning', 'danger'];
const softs = ['primary-soft', 'success-soft', 'information-soft', 'warning-soft', 'danger-soft', 'surface'];

describe.each([
  [':root', 'light', 4.5],
  ["[data-contrast='high']", 'high-contrast', 7],
] as const)('%s', (selector, mode, least) => {
  const table = colours(selector);
  const value = (role: string) => table.get(role)?.value ?? '';

  it('has the values of KRDS', () => {
    expect(table.size).toBe(22);
    for (const { value: hex, token } of table.values()) {
      expect(krds).toContain(`--krds-color-${mode}-${token}: ${hex};`);
    }
  });

  it(`has a contrast of at least ${least}`, () => {
    const pairs = [
      ...onGround.map((role) => [role, 'ground']),
      ...softs.map((role) => ['text', role]),
      ['text-subtle', 'surface'],
      ['text', 'surface-strong'],
      ['on-primary', 'primary-strong'],
      ['on-inverse', 'inverse'],
    ];
    const weak = pairs.filter(([a = '', b = '']) => contrast(value(a), value(b)) < least);
    expect(weak).toEqual([]);
  });

  it('shows focus and borders of controls at 3', () => {
    for (const role of ['focus', 'line-strong']) expect(contrast(value(role), value('ground'))).toBeGreaterThan(3);
  });
});
