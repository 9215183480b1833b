import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.ts';
import { canonicalJson } from '../platform/audit/chain.ts';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { Sealing } from '../platform/sealing/sealing.ts';
import { certificateOf } from './certificate.ts';
import { ErasureRepository, type ErasureRecord } from './erasure.repository.ts';
import { TenantRows } from './tenant-rows.ts';

const due = statement('erasure.due', 'select tenant_id as "tenantId", id from sys.erasures_due()');

/**
 * Erases tenants whose time has come: counts, destroys the keys, deletes all rows, counts again, and signs what it found.
 * Every step may be done again, so one that broke off goes on where it was.
 */
@Injectable()
export class ErasureRunner implements OnModuleInit {
  private readonly logger = new Logger('erasure');
  private running = false;

  constructor(
    private readonly database: Database,
    private readonly repository: ErasureRepository,
    private readonly rows: TenantRows,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('erasure.run', () => this.runAll());
  }

  async runAll(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      for (const { tenantId, id } of await this.database.system<{ tenantId: string; id: string }>(due))
        await this.run({ tenantId }, id);
    } finally {
      this.running = false;
    }
  }

  private async run(platform: TenantScope, id: string): Promise<void> {
    try {
      const record = await this.begin(platform, id);
      if (!record) return;
      const subject = { tenantId: record.subjectId };
      await this.database.transaction(subject, (tx) => this.sealing.destroyKeys(tx));
      await this.rows.erase(record.subjectId);
      await this.prove(platform, record);
    } catch (error) {
      this.logger.error({ msg: 'a tenant could not be erased', erasure: id, err: error });
    }
  }

  /** Counted before the first row goes. Undefined when it was called off meanwhile, or the tenant is open again. */
  private async begin(platform: TenantScope, id: string): Promise<ErasureRecord | undefined> {
    const planned = await this.database.transaction(platform, (tx) => this.repository.read(tx, id));
    if (!planned) return undefined;
    const subject = await this.rows.subject(planned.subjectId);
    if (subject && subject.status !== 'closed') return undefined;
    const counted = await this.rows.count({ tenantId: planned.subjectId });
    return this.database.transaction(platform, async (tx) => {
      const row = await this.repository.lock(tx, id);
      if (!row || row.cancelledAt !== null || row.finishedAt !== null) return undefined;
      await this.repository.begin(tx, id, counted);
      return this.repository.read(tx, id);
    });
  }

  private async prove(platform: TenantScope, record: ErasureRecord): Promise<void> {
    const left = Object.entries(await this.rows.count({ tenantId: record.subjectId })).filter(([, n]) => n !== 0);
    if (left.length > 0) throw new Error(`rows are left in ${left.map(([table]) => table).join(', ')}`);
    const certificate = certificateOf(record, Date.now());
    const signature = this.sealing.sign(canonicalJson(certificate));
    await this.database.transaction(platform, async (tx) => {
      if (!(await this.repository.finish(tx, certificate, signature))) return;
      const target = { kind: 'tenant', id: record.subjectId };
      await this.audit.record(tx, {
        action: 'erasure.finish',
        target,
        after: { certificate, signature: signature.value },
      });
    });
    this.logger.log({ msg: 'a tenant was erased', erasure: record.id });
  }
}
