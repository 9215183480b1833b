import { Migration } from '@mikro-orm/migrations';

/** Announcements are rows of their own since the migration before; what the office's row still held was read by nobody. */
export class Migration20261124008200NoSecondAnnouncements extends Migration {
  override async up(): Promise<void> {
    await this.execute('alter table office drop column announcements;');
  }
}
