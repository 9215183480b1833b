import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';

/**
 * The connection that queue and worker share: Redis when REDIS_URL is set, else PostgreSQL (schema `bullmq`). BullMQ
 * does not close a connection that was handed to it, so this ends it, after the workers.
 */
@Injectable()
export class JobConnection implements OnApplicationShutdown {
  readonly options: ConnectionOptions;
  private readonly end: () => Promise<unknown>;
  private readonly redis: Redis | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    if (config.redisUrl) {
      const redis = new Redis(config.redisUrl, { maxRetriesPerRequest: null });
      this.redis = redis;
      this.options = redis;
      // Nothing to wait for where Redis is gone: what was under way is done again by whoever comes next.
      this.end = async () => (redis.status === 'ready' ? redis.quit() : redis.disconnect());
    } else {
      setDefaultBackendFactory(createPostgresBackend as never);
      const connectionString = config.database.url;
      const pool = new pg.Pool({
        connectionString,
        max: 6,
        options: '-c search_path=bullmq',
        keepAlive: true,
        application_name: 'sunbeon-jobs',
      });
      pool.on('connect', (client) => client.on('error', () => undefined));
      pool.on('error', () => undefined);
      this.options = pool as unknown as ConnectionOptions;
      this.end = () => pool.end();
    }
  }

  /** False while Redis is gone: what is asked of it waits. PostgreSQL has been asked already when jobs start. */
  get isThere(): boolean {
    return this.redis === undefined || this.redis.status === 'ready';
  }

  /** Calls whenever Redis is there again: it may have forgotten everything. PostgreSQL forgets nothing. */
  onBack(work: () => void): void {
    this.redis?.on('ready', work);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.end().catch(() => undefined);
  }
}
