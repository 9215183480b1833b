import { Injectable } from '@nestjs/common';
import { ssoCallbackPath } from '@sunbeon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Database, type TenantScope } from '../../platform/database/database.ts';
import { codeOf } from '../../platform/http/problem.filter.ts';
import { Sealing } from '../../platform/sealing/sealing.ts';

const NAME = 'sunbeon_sso';
const PURPOSE = 'cookie.sso';
const GOOD_FOR_MS = 10 * 60_000;

/** One log-in between its two halves. */
const Attempt = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirectUri: z.url(),
  issuer: z.string(),
  clientId: z.string(),
  tenant: z.string(),
  next: z.string(),
  /** Epoch milliseconds of the beginning. */
  at: z.number(),
});
export type StoredAttempt = z.infer<typeof Attempt>;

/** Keeps a log-in in the browser that began it, sealed with the tenant's key: no other browser can end it. */
@Injectable()
export class SsoCookie {
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  async seal(scope: TenantScope, attempt: StoredAttempt): Promise<string> {
    const sealed = await this.database.transaction(scope, (tx) =>
      this.sealing.seal(tx, PURPOSE, JSON.stringify(attempt)),
    );
    return `${scope.tenantId}~${sealed}`;
  }

  /** The attempt, or undefined when the cookie is none of ours or too old. */
  async open(value: string): Promise<{ readonly scope: TenantScope; readonly attempt: StoredAttempt } | undefined> {
    const [tenantId = '', sealed = ''] = value.split('~');
    if (!z.uuid().safeParse(tenantId).success || tenantId !== tenantId.toLowerCase()) return undefined;
    const scope = { tenantId };
    const text = await this.database.transaction(scope, (tx) => this.sealing.open(tx, PURPOSE, sealed)).catch(orBroken);
    const attempt = text === undefined ? undefined : Attempt.parse(JSON.parse(text));
    return attempt && Date.now() - attempt.at < GOOD_FOR_MS ? { scope, attempt } : undefined;
  }
}

/** A cookie that does not open is none; a database that is away is another matter. */
function orBroken(error: unknown): undefined {
  if (codeOf(error) === 'unavailable') throw error;
  return undefined;
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
