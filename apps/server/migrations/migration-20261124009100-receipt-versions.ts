import { Migration } from '@mikro-orm/migrations';

/** Layouts of receipts have a version: who saves says which one they saw. */
export class Migration20261124009100ReceiptVersions extends Migration {
  override async up(): Promise<void> {
    await this.execute('alter table receipt_layout add column version integer not null default 1');
  }
}
