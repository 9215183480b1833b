import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addDays } from '@sunbeon/domain';
import { isDeepStrictEqual } from 'node:util';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { PrivacyReader } from '../privacy/privacy.reader.ts';
import { AgedRows } from './aged-rows.ts';
import { FiguresRepository } from './figures.repository.ts';
import { FiguresService } from './figures.service.ts';
import { RetentionRepository, type OfficeDay } from './retention.repository.ts';

const tenants = statement(
  'retention.tenants',
  "select id from sys.tenant_ids() union all select id from sys.tenant_by_slug('platform')",
);
const dropMonths = statement('retention.months', 'select sys.drop_empty_months()');

/** The figures of a day are not what its events give: somebody must look, and nothing of the day is deleted. */
export class FiguresDiffer extends Error {}

/**
 * Deletes what was kept long enough. Tickets and events go day by day, and only once the day's figures were worked out
 * again from them and found to be the stored ones.
 */
@Injectable()
export class RetentionKeeper implements OnModuleInit {
  private readonly logger = new Logger('retention');
  private running = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly offices: OfficesReader,
    private readonly privacy: PrivacyReader,
    private readonly aged: AgedRows,
    private readonly figures: FiguresService,
    private readonly stored: FiguresRepository,
    private readonly repository: RetentionRepository,
    private readonly audit: Audit,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('retention.keep', () => this.keep());
  }

  /** One tenant that fails does not keep the others waiting. Another run of this process is left alone. */
  async keep(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      for (const { id } of await this.database.system<{ id: string }>(tenants)) await this.keepTenant({ tenantId: id });
      await this.aged.ofNobody();
      await this.database.system(dropMonths);
    } finally {
      this.running = false;
    }
  }

  private async keepTenant(scope: TenantScope): Promise<void> {
    try {
      await this.aged.ofTenant(scope);
      for (const { id } of await this.offices.officesOf(scope)) await this.figures.fillOffice(scope, id);
      await this.purgeTickets(scope);
    } catch (error) {
      this.logger.error({ msg: 'retention of a tenant failed', tenantId: scope.tenantId, err: error });
    }
  }

  private async purgeTickets(scope: TenantScope): Promise<void> {
    const cutoff = await this.cutoff(scope);
    const missing = await this.database.transaction(scope, (tx) => this.repository.unfigured(tx, cutoff));
    for (const { officeId, businessOn } of missing)
      await this.database.transaction(scope, (tx) => this.figures.fillDay(tx, officeId, businessOn));
    const days = await this.database.transaction(scope, (tx) => this.repository.due(tx, cutoff));
    for (const day of days) await this.purgeDay(scope, day);
  }

  /** First day that is still kept, on the tenant's own clock; a day more, so that no zone makes it too early. */
  private async cutoff(scope: TenantScope): Promise<string> {
    const { retentionYears } = await this.database.transaction(scope, (tx) => this.privacy.rules(tx));
    const now = new Date(await this.clock.now(scope));
    now.setUTCFullYear(now.getUTCFullYear() - retentionYears);
    return addDays(now.toISOString().slice(0, 10), -2);
  }

  private async purgeDay(scope: TenantScope, day: OfficeDay): Promise<void> {
    try {
      await this.database.transaction(scope, (tx) => this.compare(tx, day));
    } catch (error) {
      if (!(error instanceof FiguresDiffer)) throw error;
      this.logger.error({ msg: 'figures of a day are not what its events give; nothing was deleted', ...day });
      return;
    }
    let deleted = 0;
    for (let n = 1; n > 0; deleted += n)
      n = await this.database.transaction(scope, (tx) => this.repository.purge(tx, day));
    await this.database.transaction(scope, (tx) => this.prove(tx, day, deleted));
  }

  /** @throws FiguresDiffer. More events than the figures were made of are late news: then they are worked out anew. */
  private async compare(tx: Transaction, { officeId, businessOn }: OfficeDay): Promise<void> {
    const mark = await this.stored.mark(tx, officeId, businessOn);
    const source = await this.stored.source(tx, officeId, businessOn);
    if (!mark || source.events < mark.events || source.tickets < mark.tickets) {
      // A run that broke off had compared the day before it began to delete: what it began is finished.
      if (!mark?.begun) throw new FiguresDiffer();
      return;
    }
    if (source.events > mark.events || source.tickets > mark.tickets)
      await this.figures.fillDay(tx, officeId, businessOn);
    const figures = await this.stored.day(tx, officeId, businessOn);
    const limits = new Map(figures.flatMap(({ serviceId, limitMinutes }) => limitOf(serviceId, limitMinutes)));
    const again = await this.figures.workOut(tx, officeId, businessOn, limits);
    if (!isDeepStrictEqual(again, figures)) throw new FiguresDiffer();
    await this.repository.begin(tx, { officeId, businessOn });
  }

  private async prove(tx: Transaction, day: OfficeDay, deleted: number): Promise<void> {
    const remaining = await this.repository.left(tx, day);
    await this.repository.markPurged(tx, day);
    const proof = { ...day, deleted, remaining };
    const id = await this.repository.prove(tx, proof);
    await this.audit.record(tx, { action: 'tickets.delete', target: { kind: 'deletion', id }, after: proof });
  }
}

function limitOf(serviceId: string, limitMinutes: number | null): [string, number][] {
  return limitMinutes === null ? [] : [[serviceId, limitMinutes]];
}
