import { MikroOrmModule } from '@mikro-orm/nestjs';
import { MikroORM, PostgreSqlDriver, type EntityManager, type Options } from '@mikro-orm/postgresql';
import { Global, Injectable, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import type { SqlScope, Statement, TenantScope } from './database.ts';

/**
 * Filter of every tenant entity: on by default, throws when no tenant is given, and stages the setting that row-level
 * security reads in the same transaction.
 */
export const tenantFilter = {
  tenant: {
    name: 'tenant',
    cond: (args: Record<string, unknown>) => ({ tenantId: args['id'] }),
    default: true,
    rls: { setting: 'app.tenant_id' },
  },
};

/** Configuration is edited seldom; the hot paths have the big pool of Database. */
const POOL = 3;

/** MikroORM for the entities of a configuration, on the serving role. */
export function entityOptions(url: string, entities: Options['entities']): Options {
  return {
    driver: PostgreSqlDriver,
    clientUrl: url,
    entities,
    pool: { min: 0, max: POOL },
    forceUtcTimezone: true,
    // Nobody works in a global identity map: each piece of work has its own.
    allowGlobalContext: false,
  };
}

/** Entities in one transaction of one tenant. For configuration; hot paths use Database with prepared statements. */
@Injectable()
export class TenantEntities {
  constructor(private readonly orm: MikroORM) {}

  /**
   * Runs `work` in one transaction that sees and writes only this tenant's rows. Any throw rolls back. `sql` runs
   * statements in the same transaction, for what writes beside the entities (the audit).
   */
  run<T>(scope: TenantScope, work: (em: EntityManager, sql: SqlScope) => Promise<T>): Promise<T> {
    const em = this.orm.em.fork() as EntityManager;
    em.setFilterParams('tenant', { id: scope.tenantId });
    return em.transactional((inner) =>
      work(inner as EntityManager, sqlOf(scope, inner as EntityManager)),
    ) as Promise<T>;
  }
}

/** MikroORM writes `?` where PostgreSQL has `$1`; the parameters of a statement stand in their order, each once. */
function sqlOf(scope: TenantScope, em: EntityManager): SqlScope {
  return {
    scope,
    rows: <R>({ text }: Statement, values: readonly unknown[] = []) =>
      em.execute(text.replaceAll(/\$\d+/g, '?'), [...values]) as Promise<unknown> as Promise<R[]>,
  };
}

/** MikroORM with the entities of all slices. */
@Global()
@Module({})
export class EntitiesModule {
  static with(entities: NonNullable<Options['entities']>): DynamicModule {
    return {
      module: EntitiesModule,
      imports: [
        MikroOrmModule.forRootAsync({
          driver: PostgreSqlDriver,
          inject: [CONFIG],
          useFactory: (config: Config) => ({
            ...entityOptions(config.database.url, entities),
            registerRequestContext: false,
          }),
        }),
      ],
      providers: [TenantEntities],
      exports: [TenantEntities],
    };
  }
}
