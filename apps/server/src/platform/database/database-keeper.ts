import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { Database, statement } from './database.ts';

const ensureMonth = statement('keep.month', "select sys.ensure_month((current_date + $1 * interval '1 month')::date)");
const purge = statement('keep.idempotency', 'select sys.purge_idempotency()');

/** Housekeeping by a job: this and next month's partitions, idempotency keys older than a day. */
@Injectable()
export class DatabaseKeeper implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('database.keep', () => this.keep());
  }

  async keep(): Promise<void> {
    for (const ahead of [0, 1]) await this.database.system(ensureMonth, [ahead]);
    await this.database.system(purge);
  }
}
