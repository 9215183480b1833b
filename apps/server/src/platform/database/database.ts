import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { valueTypes } from './value-types.ts';

/** Whose rows a piece of work may see and write. Row-level security holds the database to it. */
export interface TenantScope {
  readonly tenantId: string;
}

/** A prepared statement. `name` is unique in the program; PostgreSQL plans it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Gives a statement its name. */
export const statement = (name: string, text: string): Statement => ({ name, text });

/** Somewhere in one transaction of one tenant, where statements can be run: of Database, or of entities. */
export interface SqlScope {
  readonly scope: TenantScope;
  rows<R>(query: Statement, values?: readonly unknown[]): Promise<R[]>;
}

/** One transaction in the scope of one tenant. */
export class Transaction implements SqlScope {
  /** Round trips so far, begin included; commands have a budget that their tests assert. */
  statements = 1;
  private readonly afterCommit: (() => void)[] = [];

  constructor(
    private readonly client: pg.PoolClient,
    readonly scope: TenantScope,
  ) {}

  /** Runs a prepared statement. Instants come back as epoch milliseconds, dates as yyyy-MM-dd, bigint as number. */
  async rows<R>(query: Statement, values: readonly unknown[] = []): Promise<R[]> {
    this.statements += 1;
    const result = await this.client.query({ ...query, values: [...values] });
    return result.rows as R[];
  }

  async row<R>(query: Statement, values: readonly unknown[] = []): Promise<R | undefined> {
    return (await this.rows<R>(query, values))[0];
  }

  /** Work that must not happen unless the transaction is committed, such as waking the publisher. */
  onCommit(work: () => void): void {
    this.afterCommit.push(work);
  }

  committed(): void {
    for (const work of this.afterCommit) work();
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The hot way to PostgreSQL: prepared SQL in tenant transactions. Entities (MikroORM) are for configuration; the
 * measured reason stands in docs/adr/0004.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly logger = new Logger(Database.name);
  readonly pool: pg.Pool;
  private observer: ((statements: number) => void) | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.pool = new pg.Pool({
      connectionString: config.database.url,
      max: config.database.pool,
      keepAlive: true,
      application_name: 'sunbeon',
      // Plans of prepared statements are made when a new month's partitions are empty, and kept: never by reading all of it.
      options: '-c enable_seqscan=off',
      types: valueTypes,
      connectionTimeoutMillis: 10_000,
      statement_timeout: 15_000,
    });
    // A connection may also break while it is in use: its statement fails then, and the process must live on.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.pool.on('error', (error) => this.logger.warn({ msg: 'idle database connection lost', reason: error.message }));
  }

  /**
   * Runs `work` in one transaction that sees only the tenant's rows, commits, and then runs what was left to be done
   * after the commit. Any throw rolls back.
   */
  transaction<T>(scope: TenantScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run('begin', scope, work);
  }

  /** Reads only, all of them of one instant, however long it takes. */
  snapshot<T>(scope: TenantScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.run('begin isolation level repeatable read read only', scope, work);
  }

  private async run<T>(begin: string, scope: TenantScope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (!uuid.test(scope.tenantId)) throw new Error('tenant scope without a tenant id');
    const client = await this.pool.connect();
    const tx = new Transaction(client, scope);
    try {
      // One round trip for both; the id was checked, and a simple query takes no parameters.
      await client.query(`${begin}; select set_config('app.tenant_id', '${scope.tenantId}', true)`);
      const result = await work(tx);
      tx.statements += 1;
      await client.query('commit');
      client.release();
      this.observer?.(tx.statements);
      tx.committed();
      return result;
    } catch (error) {
      await this.abandon(client);
      throw error;
    }
  }

  /** One of the narrow functions of schema `sys` that cross tenants. */
  async system<R>(query: Statement, values: readonly unknown[] = []): Promise<R[]> {
    const result = await this.pool.query({ ...query, values: [...values] });
    return result.rows as R[];
  }

  /** Tests watch the number of statements of each transaction. */
  observe(observer: ((statements: number) => void) | undefined): void {
    this.observer = observer;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  private async abandon(client: pg.PoolClient): Promise<void> {
    try {
      await client.query('rollback');
      client.release();
    } catch {
      client.release(true);
    }
  }
}
