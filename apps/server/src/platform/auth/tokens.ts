import { createHash, randomBytes } from 'node:crypto';
import { parse as parseUuid, stringify as formatUuid } from 'uuid';

/**
 * A secret that comes before the tenant is known carries the tenant's id and its own row's id inside: 16 bytes tenant,
 * 16 bytes row, then random bytes, base64url. Only the SHA-256 of the whole is stored.
 */
export interface TokenParts {
  readonly tenantId: string;
  readonly rowId: string;
  readonly hash: string;
}

/** A ticket's token stands in a QR code on small paper, lives for a day and opens one ticket: 128 random bits suffice. */
const secretBytes = { access: 32, ticket: 16 } as const;
const tokenLengths = Object.values(secretBytes).map((bytes) => Math.ceil(((32 + bytes) * 4) / 3));

/** @param use ticket tokens are 64 characters, all others 86 */
export function newToken(
  tenantId: string,
  rowId: string,
  use: keyof typeof secretBytes = 'access',
): { token: string; hash: string } {
  const parts = [parseUuid(tenantId), parseUuid(rowId), randomBytes(secretBytes[use])];
  const token = Buffer.concat(parts).toString('base64url');
  return { token, hash: sha256(token) };
}

/** Parts of a token, or undefined when it cannot be one. Says nothing on whether it is valid. */
export function readToken(token: string): TokenParts | undefined {
  if (!tokenLengths.includes(token.length) || !/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  try {
    return { tenantId: formatUuid(bytes, 0), rowId: formatUuid(bytes, 16), hash: sha256(token) };
  } catch {
    return undefined;
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
