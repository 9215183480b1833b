import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Service } from './service.entity.ts';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Clock } from '../platform/clock/clock.ts';
import { violates } from '../platform/database/constraints.ts';
import { TenantEntities } from '../platform/database/entities.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { PlanLimits } from '../tenants/plan-limits.reader.ts';
import { Counter, CounterLive, CounterService } from './counter.entity.ts';
import { NumberSeries, Office, OfficeLive } from './office.entity.ts';
import { seedAnnouncements } from './first-announcements.ts';
import { officeRows } from './office-rows.ts';
import { checkTemplate } from './template-check.ts';

/** Issues told at once; whoever sends a template with more has a general mistake. */
const ISSUES = 50;

/** Offices (민원실) as they are made and configured. */
@Injectable()
export class OfficesService {
  constructor(
    private readonly entities: TenantEntities,
    private readonly limits: PlanLimits,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Makes a whole office, or nothing. @throws validation naming every place; slug_taken; plan_limit; forbidden */
  async create(
    staff: StaffIdentity,
    template: RouteInput<'officeCreate'>['body'],
  ): Promise<RouteOutput<'officeCreate'>> {
    // Whoever works for certain offices only would not see the new one.
    if (staff.officeIds.length > 0) refuse('forbidden');
    const issues = checkTemplate(template);
    if (issues.length > 0) throw new ProblemException('validation', undefined, issues.slice(0, ISSUES));
    const now = await this.clock.now(staff);
    const rows = officeRows(staff.tenantId, template, now);
    await this.entities
      .run(staff, async (em, sql) => {
        await this.limits.hold(sql, 'offices');
        await insertOffice(em, rows);
        await seedAnnouncements(sql, rows.office.id, template.announcements, now);
        const target = { kind: 'office', id: rows.office.id };
        await this.audit.record(sql, { action: 'office.create', target, after: template });
      })
      .catch(refuseTaken);
    return { id: rows.office.id, slug: template.slug };
  }
}

async function insertOffice(em: EntityManager, rows: ReturnType<typeof officeRows>): Promise<void> {
  await em.insert(Office, rows.office);
  await em.insert(OfficeLive, rows.live);
  await em.insertMany(NumberSeries, rows.series);
  await em.insertMany(Service, rows.services);
  if (rows.counters.length === 0) return;
  await em.insertMany(Counter, rows.counters);
  await em.insertMany(CounterLive, rows.countersLive);
  if (rows.counterServices.length > 0) await em.insertMany(CounterService, rows.counterServices);
}

function refuseTaken(error: unknown): never {
  if (violates(error, 'office_tenant_id_slug_key')) refuse('slug_taken');
  throw error;
}
