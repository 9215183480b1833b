import { describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts';

/** The secret of RFC 6238, appendix B, and the last six digits of its codes. */
const secret = Secret.fromUTF8('12345678901234567890').base32;
const table = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
] as const;

describe('codes of an authenticator app', () => {
  it.each(table)('are those of RFC 6238 at %i s', (seconds, code) => {
    expect(stepOfCode(secret, code, seconds * 1_000)).toBe(Math.floor(seconds / 30));
  });

  it('are taken one step early and one step late, under their own step, and no more', () => {
    const at = 1_234_567_890_000;
    const step = Math.floor(at / 30_000);
    expect(stepOfCode(secret, '005924', at + 30_000)).toBe(step);
    expect(stepOfCode(secret, '005924', at - 30_000)).toBe(step);
    expect(stepOfCode(secret, '005924', at + 60_000)).toBeUndefined();
    expect(stepOfCode(secret, '005924', at - 60_000)).toBeUndefined();
    expect(stepOfCode(secret, '005925', at)).toBeUndefined();
  });

  it('come from secrets of 160 bits, which are told as an address', () => {
    const own = newTotpSecret();
    expect(own).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(totpUri(own, '성동구', 'kim@seongdong.go.kr'));
    expect(uri.protocol).toBe('otpauth:');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      secret: own,
      issuer: '성동구',
      digits: '6',
      period: '30',
    });
  });
});
