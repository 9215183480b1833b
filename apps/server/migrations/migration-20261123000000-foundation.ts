import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';
import { foundationSql } from './foundation.sql.ts';

/** First schema: tenants, offices, people, devices, the live hall, tickets and their events. */
export class Migration20261123000000Foundation extends Migration {
  override async up(): Promise<void> {
    await this.execute(foundationSql.replaceAll('{{app}}', appRole()));
  }
}
