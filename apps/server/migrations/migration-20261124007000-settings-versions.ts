import { Migration } from '@mikro-orm/migrations';

/** Offices, services and counters carry a version: of two who change the same thing, the second hears of the first. */
export class Migration20261124007000SettingsVersions extends Migration {
  override async up(): Promise<void> {
    await this.execute(`
      alter table office add column version integer not null default 1;
      alter table service add column version integer not null default 1;
      alter table counter add column version integer not null default 1;
    `);
  }
}
