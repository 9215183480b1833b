import { Logger, type INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { realtimePath } from '@sunbeon/contract';
import { createAdapter as createPostgresAdapter } from '@socket.io/postgres-adapter';
import { createAdapter as createRedisAdapter } from '@socket.io/redis-streams-adapter';
import { Redis, type RedisOptions } from 'ioredis';
import pg from 'pg';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../config/config.ts';
import type { NodeLink } from './node-link.ts';

/**
 * Socket.IO on Nest's HTTP server. With one node there is no adapter between nodes: NOTIFY would take a database-wide
 * lock at commit. A missed message does no harm, since screens get whole snapshots.
 */
export class RealtimeAdapter extends IoAdapter {
  private readonly log = new Logger('realtime');
  private closing = false;
  private readonly closers: (() => Promise<unknown>)[] = [];

  constructor(
    app: INestApplicationContext,
    private readonly settings: Config,
    private readonly link: NodeLink,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const adapter = this.between();
    const server = super.createIOServer(port, {
      ...options,
      path: realtimePath,
      transports: ['websocket', 'polling'],
      // Residents' boards are open to all pages; who shows a token is held to our own (boards.gateway).
      cors: { origin: '*', credentials: false },
      maxHttpBufferSize: 10_000,
      // A line that died silently is known on both sides within ten seconds: no screen shows older figures as live.
      pingInterval: 5_000,
      pingTimeout: 5_000,
      ...(adapter ? { adapter } : {}),
    } as ServerOptions) as Server;
    // Its answers do not come through the web guard.
    server.engine.on('headers', (headers: Record<string, string>) => {
      headers['x-content-type-options'] = 'nosniff';
      headers['cache-control'] = 'no-store';
    });
    return server;
  }

  override async dispose(): Promise<void> {
    this.closing = true;
    await Promise.all(this.closers.map((close) => close().catch(() => undefined)));
  }

  private between() {
    const { realtimeAdapter: kind, redisUrl, database } = this.settings;
    if (kind === 'redis' && redisUrl) {
      // The adapter reads on a copy of this connection, with its settings: once we close, neither comes back.
      const retryStrategy = (times: number) => (this.closing ? null : Math.min(times * 50, 2_000));
      const redis = tellingNow(redisUrl, retryStrategy);
      redis.on('error', (error) => this.log.warn({ msg: 'realtime adapter trouble', reason: error.message }));
      redis.on('close', () => this.link.lost()).on('ready', () => this.link.back());
      this.closers.push(async () => redis.disconnect());
      return createRedisAdapter(redis, { streamName: 'sunbeon:realtime', maxLen: 10_000 });
    }
    if (kind !== 'postgres') return undefined;
    const pool = new pg.Pool({ connectionString: database.url, max: 3, application_name: 'sunbeon-realtime' });
    this.closers.push(() => pool.end());
    const errorHandler = (error: Error) => {
      this.log.warn({ msg: 'realtime adapter trouble', reason: error.message });
      this.link.lost();
      this.link.back(); // it listens again within two seconds
    };
    return createPostgresAdapter(pool, { tableName: 'realtime.socket_io_attachments', errorHandler });
  }
}

/**
 * While Redis is gone, what other nodes should hear is dropped at once: a call is said here without waiting, and none is said
 * late elsewhere. The adapter looks at no answer of PUBLISH, so a refusal must not end the process.
 */
function tellingNow(url: string, retryStrategy: (times: number) => number | null): Redis {
  const redis = new Redis(url, { retryStrategy, enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  const publish = redis.publish.bind(redis);
  redis.publish = ((channel: string, message: Buffer) => publish(channel, message).catch(() => 0)) as Redis['publish'];
  // Reading waits for Redis to come back.
  const duplicate = redis.duplicate.bind(redis);
  const reading: Partial<RedisOptions> = { enableOfflineQueue: true, maxRetriesPerRequest: null };
  redis.duplicate = (more?: Partial<RedisOptions>) => duplicate({ ...reading, ...more });
  return redis;
}
