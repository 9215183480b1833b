import { Injectable } from '@nestjs/common';
import type { EndpointName } from '@sunbeon/contract';
import type { ServerResponse } from 'node:http';
import type { Identity } from '../auth/identity.ts';
import { readToken } from '../auth/tokens.ts';
import { TooManyRequests } from '../http/problem.ts';
import { KnownOwners } from './known-owners.ts';
import { networkOf } from './network-of.ts';
import { announce, tightest } from './rate-headers.ts';
import { RateLimits } from './rate-limits.ts';
import { limitsFor, rateLimits, type RateLimit } from './rate-table.ts';

/** Limits of people and devices with tokens, for the guard. */
@Injectable()
export class LimitsOfKnown {
  private readonly owners = new KnownOwners();

  constructor(private readonly limits: RateLimits) {}

  /**
   * Call before a token is looked up. An address from which too many bad ones came may only use those whose owner was here
   * before: a guesser in the hall is stopped, the hall is not.
   * @throws too_many_requests
   */
  refuseGuesser(address: string, token: string): void {
    if (!this.limits.isSpent(rateLimits.badToken, networkOf(address))) return;
    if (this.owners.has(readToken(token)?.rowId ?? '')) return;
    throw new TooManyRequests(rateLimits.badToken.seconds);
  }

  /** The session of a cookie, when it was here before. Says nothing on whether the cookie is good. */
  sessionOf(cookie: string | undefined): string | undefined {
    const id = cookie === undefined ? undefined : readToken(cookie)?.rowId;
    return id !== undefined && this.owners.has(id) ? id : undefined;
  }

  /** Call when a token was no good. */
  countBad(address: string): void {
    this.limits.spend(rateLimits.badToken, networkOf(address));
  }

  /** Counts a request of somebody who is known. @throws too_many_requests */
  spend(name: EndpointName, identity: Identity, response: ServerResponse): void {
    const isPerson = identity.kind === 'staff';
    const id = isPerson ? identity.staffId : identity.deviceId;
    this.owners.add(isPerson ? identity.sessionId : id, Date.now());
    const keyFor = ({ per }: RateLimit) => (per === 'tenant' ? identity.tenantId : id);
    const all = limitsFor(name, isPerson ? 'person' : 'device');
    const verdict = tightest(all.flatMap((limit) => this.limits.spend(limit, keyFor(limit)) ?? []));
    if (!verdict) return;
    announce(response, verdict);
    if (!verdict.allowed) throw new TooManyRequests(verdict.resetSeconds);
  }
}
