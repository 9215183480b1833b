import { createHash, randomBytes } from 'node:crypto';
import { parse as parseUuid, stringify as formatUuid } from 'uuid';

/**
 * A secret that comes before the tenant is known carries the tenant's id and its own row's id inside: 16 bytes tenant,
 * 16 bytes row, 32 random bytes, base64url (86 characters). Only the SHA-256 of the whole is stored.
 */
export interface TokenParts {
  readonly tenantId: string;
  readonly rowId: string;
  readonly hash: string;
}

export function newToken(tenantId: string, rowId: string): { token: string; hash: string } {
  const token = Buffer.concat([parseUuid(tenantId), parseUuid(rowId), randomBytes(32)]).toString('base64url');
  return { token, hash: sha256(token) };
}

/** Parts of a token, or undefined when it cannot be one. Says nothing on whether it is valid. */
export function readToken(token: string): TokenParts | undefined {
  if (!/^[A-Za-z0-9_-]{86}$/.test(token)) return undefined;
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
