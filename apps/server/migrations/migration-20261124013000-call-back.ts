import { Migration } from '@mikro-orm/migrations';

/** Who is on a break can be asked to come back. */
export class Migration20261124013000CallBack extends Migration {
  override async up(): Promise<void> {
    await this.execute('alter table counter_live add column call_back jsonb');
  }
}
