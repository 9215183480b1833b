import { Migration } from '@mikro-orm/migrations';

/** A person may put the first steps of a new institution aside. */
export class Migration20261124013100FirstRun extends Migration {
  override async up(): Promise<void> {
    await this.execute('alter table staff add column first_run_aside_at timestamptz');
  }
}
