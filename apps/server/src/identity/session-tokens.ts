import { createHmac, randomBytes } from 'node:crypto';
import { parse as parseUuid } from 'uuid';
import { sha256 } from '../platform/auth/tokens.ts';

/** Refresh and access token of a session with their hashes. Only hashes are stored. */
export interface TokenPair {
  readonly refresh: string;
  readonly refreshHash: string;
  readonly access: string;
  readonly accessHash: string;
}

export interface SessionKey {
  readonly tenantId: string;
  readonly id: string;
}

export function firstTokens(session: SessionKey): TokenPair {
  return pair(session, randomBytes(32), randomBytes(32));
}

/**
 * The tokens that follow a refresh token. They come from the old token and a nonce that only the server stores: two tabs
 * that refresh at once get the same ones, and whoever stole an old token cannot work out the new ones.
 */
export function nextTokens(session: SessionKey, refresh: string, nonce: string): TokenPair {
  const derive = (purpose: string) => createHmac('sha256', refresh).update(`${purpose}:${nonce}`).digest();
  return pair(session, derive('refresh'), derive('access'));
}

export const newNonce = (): string => randomBytes(24).toString('base64url');

function pair(session: SessionKey, refreshSecret: Buffer, accessSecret: Buffer): TokenPair {
  const refresh = tokenOf(session, refreshSecret);
  const access = tokenOf(session, accessSecret);
  return { refresh, refreshHash: sha256(refresh), access, accessHash: sha256(access) };
}

/** The form of platform/auth/tokens.ts: tenant, row, secret. */
function tokenOf({ tenantId, id }: SessionKey, secret: Buffer): string {
  return Buffer.concat([parseUuid(tenantId), parseUuid(id), secret]).toString('base64url');
}
