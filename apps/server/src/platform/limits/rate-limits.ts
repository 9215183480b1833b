import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { sha256 } from '../auth/tokens.ts';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { Database, statement } from '../database/database.ts';
import { rateLimits, type RateLimit } from './rate-table.ts';
import { Window, type Verdict } from './window.ts';

const SETTLE_MS = 1_000;
const CLEAN_MS = 60_000;

// In the order of keys: two nodes at once then wait for each other, and do not lock each other out.
const settle = statement(
  'limits.settle',
  `insert into request_count as c (key, requests, until)
   select key, requests, until from unnest($1::text[], $2::integer[], $3::timestamptz[]) r (key, requests, until) order by key
   on conflict (key) do update set requests = c.requests + excluded.requests returning key, requests`,
);
const clean = statement('limits.clean', 'delete from request_count where until < now()');

/**
 * Counts requests against the limits of rate-table.ts. In memory, so that no request waits for it; once a second a node
 * tells the others, through the database, of those who used a tenth of a limit or more. So over n nodes somebody gets at
 * most n tenths and one second more than a limit. While the database is away each node counts for itself.
 */
@Injectable()
export class RateLimits implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('limits');
  private readonly windows: ReadonlyMap<string, Window>;
  private timer: NodeJS.Timeout | undefined;
  private cleanAt = 0;
  private isAway = false;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) { rateLimitFactor: factor }: Config,
  ) {
    const all: readonly RateLimit[] = factor === 0 ? [] : Object.values(rateLimits);
    const scaled = (requests: number) => Math.max(1, Math.round(requests * factor));
    this.windows = new Map(all.map((one) => [one.name, new Window({ ...one, requests: scaled(one.requests) })]));
  }

  /** Counts a request; undefined where the installation has no limits. @param key whose it is, in the limit's sense */
  spend(limit: RateLimit, key: string): Verdict | undefined {
    return this.windows.get(limit.name)?.spend(sha256(key), Date.now());
  }

  isSpent(limit: RateLimit, key: string): boolean {
    return this.windows.get(limit.name)?.isSpent(sha256(key), Date.now()) ?? false;
  }

  onApplicationBootstrap(): void {
    if (this.windows.size > 0) this.again();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private again(): void {
    this.timer = setTimeout(() => void this.settle().then(() => this.timer && this.again()), SETTLE_MS);
    this.timer.unref();
  }

  private async settle(): Promise<void> {
    try {
      await this.tell();
      if (Date.now() >= this.cleanAt) await this.forget();
      this.isAway = false;
    } catch (error) {
      if (!this.isAway)
        this.logger.warn({ msg: 'limits are counted by each node alone', reason: (error as Error).message });
      this.isAway = true;
    }
  }

  private async tell(): Promise<void> {
    const reports = [...this.windows.values()].flatMap((window) =>
      window.reports(Date.now()).map((report) => ({ ...report, window })),
    );
    if (reports.length === 0) return;
    const values = [
      reports.map(({ key }) => key),
      reports.map(({ add }) => add),
      reports.map(({ until }) => new Date(until)),
    ];
    const rows = await this.database.system<{ key: string; requests: number }>(settle, values);
    const totals = new Map(rows.map(({ key, requests }) => [key, requests]));
    for (const { window, key, add } of reports) window.learn(key, add, totals.get(key) ?? add);
  }

  private async forget(): Promise<void> {
    this.cleanAt = Date.now() + CLEAN_MS;
    await this.database.system(clean);
  }
}
