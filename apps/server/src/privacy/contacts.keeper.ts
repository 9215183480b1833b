import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.ts';
import { Database, statement, type Transaction } from '../platform/database/database.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { DeletionsRepository, type DeletedDay } from './deletions.repository.ts';

const offices = statement(
  'contacts.to_forget',
  'select tenant_id as "tenantId", office_id as "officeId" from sys.contacts_to_forget()',
);

/**
 * Deletes the phone numbers of days that were closed, and proves it: deleted, counted again, written down and chained in
 * the audit, all in one transaction. It looks at what is there and not at what was announced, so that a day closed late, an
 * office without a live hall or a worker that was away leave nothing behind.
 */
@Injectable()
export class ContactsKeeper implements OnModuleInit {
  private readonly logger = new Logger('privacy');

  constructor(
    private readonly database: Database,
    private readonly deletions: DeletionsRepository,
    private readonly audit: Audit,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('contacts.forget', () => this.forget());
  }

  /** One office that fails does not keep the others waiting. */
  async forget(): Promise<void> {
    for (const { tenantId, officeId } of await this.database.system<{ tenantId: string; officeId: string }>(offices)) {
      try {
        await this.database.transaction({ tenantId }, (tx) => this.forgetOffice(tx, officeId));
      } catch (error) {
        this.logger.error({ msg: 'phone numbers could not be deleted', officeId, err: error });
      }
    }
  }

  private async forgetOffice(tx: Transaction, officeId: string): Promise<void> {
    for (const day of await this.deletions.deleteDays(tx, officeId)) await this.prove(tx, officeId, day);
  }

  private async prove(tx: Transaction, officeId: string, day: DeletedDay): Promise<void> {
    const remaining = await this.deletions.remaining(tx, officeId, day.businessOn);
    const proof = { ...day, officeId, remaining };
    const id = await this.deletions.prove(tx, proof);
    await this.audit.record(tx, { action: 'contacts.delete', target: { kind: 'deletion', id }, after: proof });
  }
}
