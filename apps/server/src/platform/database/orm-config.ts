import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { migrations } from '../../../migrations/index.ts';

/** Schemas that are not ours to compare: BullMQ's, the socket adapter's, partitions, and the SQL functions. */
const foreignSchemas = ['bullmq', 'realtime', 'part', 'sys'];

/**
 * MikroORM for migrations: the owner's connection. Migrations are SQL by hand, for partitions, policies and grants,
 * so no entity takes part here.
 */
export function migrationConfig(ownerUrl: string) {
  return defineConfig({
    clientUrl: ownerUrl,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, transactional: true, allOrNothing: true, silent: true },
    schemaGenerator: { ignoreSchema: foreignSchemas },
    pool: { min: 0, max: 2 },
  });
}
