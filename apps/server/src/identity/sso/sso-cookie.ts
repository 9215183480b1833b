import { Inject, Injectable } from '@nestjs/common';
import { ssoCallbackPath } from '@sunbeon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { CONFIG } from '../../platform/config/config.module.ts';
import type { Config } from '../../platform/config/config.ts';
import { KEY_BYTES, open, seal } from '../../platform/sealing/seal.ts';

const NAME = 'sunbeon_sso';
const PURPOSE = 'cookie.sso';
const GOOD_FOR_MS = 10 * 60_000;

/** One log-in between its two halves. */
const Attempt = z.object({
  tenantId: z.uuid(),
  /** Slug of the tenant. */
  tenant: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirectUri: z.url(),
  issuer: z.string(),
  clientId: z.string(),
  next: z.string(),
  /** Epoch milliseconds of the beginning. */
  at: z.number(),
});
export type StoredAttempt = z.infer<typeof Attempt>;

/**
 * Keeps a log-in in the browser that began it, sealed with a key made of the master key: no other browser can end it, and
 * nobody reads or changes it. Any node opens it.
 */
@Injectable()
export class SsoCookie {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly newest: string;

  constructor(@Inject(CONFIG) { masterKeys }: Config) {
    this.keys = new Map(
      masterKeys.map(({ name, key }) => [name, Buffer.from(hkdfSync('sha256', key, '', PURPOSE, KEY_BYTES))]),
    );
    this.newest = masterKeys[0]?.name ?? '';
  }

  seal(attempt: StoredAttempt): string {
    return `${this.newest}~${seal(this.keyOf(this.newest), 0, PURPOSE, JSON.stringify(attempt))}`;
  }

  /** The attempt, or undefined when the cookie is none of ours or too old. */
  open(value: string): StoredAttempt | undefined {
    const [name = '', sealed = ''] = value.split('~');
    try {
      const attempt = Attempt.parse(JSON.parse(open(this.keyOf(name), PURPOSE, sealed)));
      return Date.now() - attempt.at < GOOD_FOR_MS ? attempt : undefined;
    } catch {
      return undefined;
    }
  }

  private keyOf(name: string): Buffer {
    const key = this.keys.get(name);
    if (!key) throw new Error('no such master key');
    return key;
  }
}

/** @param secure as the session's cookie */
export function setSsoCookie(reply: FastifyReply, value: string, secure: boolean): void {
  // Lax: the provider leads back from another site.
  reply.setCookie(NAME, value, { ...place, secure, maxAge: GOOD_FOR_MS / 1000 });
}

export function clearSsoCookie(reply: FastifyReply, secure: boolean): void {
  reply.setCookie(NAME, '', { ...place, secure, expires: new Date(0) });
}

export function ssoCookieOf(request: FastifyRequest): string {
  return request.cookies[NAME] ?? '';
}

const place = { path: ssoCallbackPath, httpOnly: true, sameSite: 'lax' } as const;
