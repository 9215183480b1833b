import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseInstant } from './value-types.ts';

/** An instant as PostgreSQL writes it in a zone of whole hours, with so many digits behind the point. */
function written(at: number, hours: number, digits: number): string {
  const local = new Date(at + hours * 3_600_000).toISOString();
  const sign = hours < 0 ? '-' : '+';
  const zone = `${sign}${String(Math.abs(hours)).padStart(2, '0')}`;
  const fraction = digits === 0 ? '' : `.${local.slice(20, 23).slice(0, digits)}`;
  return `${local.slice(0, 10)} ${local.slice(11, 19)}${fraction}${zone}`;
}

describe('instants as PostgreSQL writes them', () => {
  it('are read to the millisecond, in any zone of whole hours', () => {
    const at = fc.integer({ min: Date.UTC(1970, 0, 2), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(at, fc.integer({ min: -12, max: 14 }), fc.integer({ min: 0, max: 3 }), (instant, hours, digits) => {
        const step = 10 ** (3 - digits);
        expect(parseInstant(written(instant, hours, digits))).toBe(Math.floor(instant / step) * step);
      }),
    );
  });

  it.each([
    ['2026-11-23 10:14:03.123456+09', '2026-11-23T10:14:03.123+09:00'],
    ['2026-11-23 10:14:03+05:30', '2026-11-23T10:14:03+05:30'],
    ['0099-01-01 00:00:00+00', '0099-01-01T00:00:00Z'],
  ])('%s', (text, iso) => {
    expect(parseInstant(text)).toBe(Date.parse(iso));
  });

  it('infinity is no instant', () => {
    expect(parseInstant('infinity')).toBeNaN();
  });
});
