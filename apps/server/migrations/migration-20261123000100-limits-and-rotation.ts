import { Migration } from '@mikro-orm/migrations';
import { appRole } from '../src/platform/database/migration-context.ts';

/**
 * Counters of failed attempts (log-in, pairing), shared by all nodes, in the shape that rate-limiter-flexible wants: no
 * tenant, since an attempt belongs to none, and no personal data, since keys are hashes. And the nonce from which a
 * rotated session's tokens follow, so that two tabs that refresh at once get the same ones.
 */
export class Migration20261123000100LimitsAndRotation extends Migration {
  override async up(): Promise<void> {
    await this.execute(`
      create table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint);
      create index rate_limit_expire on rate_limit (expire);
      grant select, insert, update, delete on rate_limit to ${appRole()};
      alter table session add column rotation_nonce text;`);
  }
}
