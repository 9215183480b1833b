import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, statement } from '../platform/database/database.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { AuditReader } from './audit.reader.ts';

const purge = statement('audit.purge', 'select sys.purge_audit() as n');
const tenants = statement('audit.tenants', 'select id from sys.tenant_ids()');

/**
 * Once a day: rows older than two years go, and every chain is followed. A broken one is an ERROR in the log; the newest
 * number and hash of the others are written there, too, out of reach of whoever can write to the database.
 */
@Injectable()
export class AuditKeeper implements OnModuleInit {
  private readonly logger = new Logger('audit');

  constructor(
    private readonly database: Database,
    private readonly reader: AuditReader,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('audit.keep', () => this.keep());
  }

  /** One chain that cannot be read does not keep the others from being followed. */
  async keep(): Promise<void> {
    await this.database.system(purge);
    for (const { id } of await this.database.system<{ id: string }>(tenants)) {
      try {
        await this.follow(id);
      } catch (error) {
        this.logger.error({ msg: 'the chain of the audit could not be followed', tenantId: id, err: error });
      }
    }
  }

  private async follow(tenantId: string): Promise<void> {
    const { check } = await this.reader.verify({ tenantId });
    const { head, broken } = check;
    if (broken) this.logger.error({ msg: 'the chain of the audit is broken', tenantId, ...broken });
    else if (check.checked > 0) this.logger.log({ msg: 'the chain of the audit is whole', tenantId, ...head });
  }
}
