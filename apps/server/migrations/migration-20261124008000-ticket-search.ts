import { Migration } from '@mikro-orm/migrations';

/** The tickets of an office in the order in which they are listed: a page is read from where the one before it ended. */
export class Migration20261124008000TicketSearch extends Migration {
  override async up(): Promise<void> {
    await this.execute('create index ticket_office_day on ticket (tenant_id, office_id, business_on, id);');
  }
}
