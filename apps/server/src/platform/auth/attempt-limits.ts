import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../database/database.ts';
import { TooManyRequests } from '../http/problem.ts';
import { sha256 } from './tokens.ts';

/** So many attempts per key within so many seconds. */
export interface Limit {
  readonly name: string;
  readonly attempts: number;
  readonly seconds: number;
}

/**
 * Limits of guesses (log-in, pairing), counted in the table rate_limit and so for all nodes together. Every attempt
 * counts before its outcome is known, so that a thousand at once are no more than a thousand in turn; a success is
 * given back. Keys are hashed: the table knows no address and no e-mail.
 */
@Injectable()
export class AttemptLimits {
  private readonly limiters = new Map<string, RateLimiterPostgres>();

  constructor(private readonly database: Database) {}

  /** @returns attempts that are left. @throws too_many_requests when the key has none */
  async spend(limit: Limit, key: string): Promise<number> {
    try {
      return (await this.limiterOf(limit).consume(sha256(key))).remainingPoints;
    } catch (reason) {
      if (reason instanceof RateLimiterRes)
        throw new TooManyRequests(Math.max(1, Math.ceil(reason.msBeforeNext / 1000)));
      throw reason;
    }
  }

  /** Gives one attempt back: it was no guess. */
  async giveBack(limit: Limit, key: string): Promise<void> {
    await this.limiterOf(limit).reward(sha256(key));
  }

  /** No attempt is left to a key for the whole time of the limit, counted from now. */
  async block(limit: Limit, key: string): Promise<void> {
    await this.limiterOf(limit).block(sha256(key), limit.seconds);
  }

  /** Forgets all attempts of a key. */
  async forget(limit: Limit, key: string): Promise<void> {
    await this.limiterOf(limit).delete(sha256(key));
  }

  private limiterOf(limit: Limit): RateLimiterPostgres {
    const known = this.limiters.get(limit.name);
    if (known) return known;
    const limiter = new RateLimiterPostgres({
      storeClient: this.database.pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      // Made by a migration: the serving role owns no tables.
      tableCreated: true,
      keyPrefix: limit.name,
      points: limit.attempts,
      duration: limit.seconds,
    });
    this.limiters.set(limit.name, limiter);
    return limiter;
  }
}
