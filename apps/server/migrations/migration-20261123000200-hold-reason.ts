import { Migration } from '@mikro-orm/migrations';

/** Why a ticket is on hold, so that whoever takes it up knows what was waited for. */
export class Migration20261123000200HoldReason extends Migration {
  override async up(): Promise<void> {
    await this.execute('alter table ticket add column hold_reason text;');
  }
}
