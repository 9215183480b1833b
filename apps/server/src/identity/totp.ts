import { Secret, TOTP } from 'otpauth';

/** What every authenticator app can do: RFC 6238 with SHA-1, six digits, thirty seconds. */
const rules = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const periodMs = rules.period * 1_000;
/** Codes of the step before and the step after are taken, too: clocks of phones go wrong by so much. */
const WINDOW = 1;

/** A new secret of 160 bits, base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return new TOTP({ ...rules, issuer, label, secret }).toString();
}

/** @returns the step (of 30 seconds since 1970) to which a code belongs, or undefined when it is wrong */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const delta = new TOTP({ ...rules, secret }).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? undefined : Math.floor(now / periodMs) + delta;
}
