import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/**
 * Where nodes add up how many requests somebody sent in the present minute. Unlogged: after a crash the count begins anew,
 * which costs a minute. No tenant, since an address belongs to none; keys are hashes.
 */
export class Migration20261124002100RequestCounts extends Migration {
  override async up(): Promise<void> {
    await this.execute(`
      create unlogged table request_count (key text primary key, requests integer not null, until timestamptz not null);
      create index request_count_until on request_count (until);
      grant select, insert, update, delete on request_count to ${appRole()};`);
  }
}
