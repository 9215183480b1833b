import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.ts';
import { Passwords } from '../platform/auth/passwords.ts';
import { Clock, instantOf, iso, type ClockAnchor } from '../platform/clock/clock.ts';
import { violates } from '../platform/database/constraints.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { presentTenant } from './tenant.presenter.ts';
import { TenantsReader, type TenantSummary } from './tenants.reader.ts';
import { TenantsRepository } from './tenants.repository.ts';

/** Instants for which there can be business days: partitions are made between these (sys.ensure_month). */
const EARLIEST = Date.parse('2000-01-02T00:00:00Z');
const LATEST = Date.parse('2099-12-30T00:00:00Z');

/** What the operator does with tenants. */
@Injectable()
export class TenantsService {
  constructor(
    private readonly database: Database,
    private readonly reader: TenantsReader,
    private readonly repository: TenantsRepository,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Makes a tenant with its owner. A rehearsal tenant begins at real time. */
  async create({ owner, ...wish }: RouteInput<'tenantCreate'>['body']): Promise<RouteOutput<'tenantCreate'>> {
    const id = uuidv7();
    const plan = wish.plan ?? (wish.kind === 'rehearsal' ? 'unlimited' : 'standard');
    const tenant = { ...wish, plan, status: 'active' as const };
    const passwordHash = await this.passwords.hash(owner.password);
    await this.database
      .transaction({ tenantId: id }, async (tx) => {
        await this.repository.insert(tx, { ...tenant, id, areaCode: tenant.areaCode ?? null });
        if (tenant.kind === 'rehearsal') await this.repository.setClock(tx, realTime());
        await this.repository.insertPerson(tx, { email: owner.email, name: owner.name, passwordHash, role: 'owner' });
        const after = { ...tenant, owner: { email: owner.email, name: owner.name } };
        await this.audit.record(tx, { action: 'tenant.create', target: { kind: 'tenant', id }, after });
      })
      .catch(refuseTaken);
    return presentTenant({ ...tenant, id });
  }

  async list(): Promise<RouteOutput<'tenantList'>> {
    return (await this.reader.all()).filter(({ kind }) => kind !== 'region').map(presentTenant);
  }

  /** A region over tenants, with its first reader: an account that sees figures and nothing else. */
  async createRegion(wish: RouteInput<'regionCreate'>['body']): Promise<RouteOutput<'regionCreate'>> {
    const id = uuidv7();
    const { slug, name, prefix, person } = wish;
    const passwordHash = await this.passwords.hash(person.password);
    const areaCode = prefix.padEnd(10, '0');
    const region = { id, slug, name, areaCode, kind: 'region', status: 'active', plan: 'unlimited' } as const;
    await this.database
      .transaction({ tenantId: id }, async (tx) => {
        await this.repository.insert(tx, { ...region, zone: 'Asia/Seoul' });
        await this.repository.insertPerson(tx, {
          email: person.email,
          name: person.name,
          passwordHash,
          role: 'region',
        });
        const after = { slug, name, prefix, person: { email: person.email, name: person.name } };
        await this.audit.record(tx, { action: 'region.create', target: { kind: 'tenant', id }, after });
      })
      .catch(refuseTaken);
    return { id, slug, name, prefix };
  }

  /** One more reader of a region. @throws not_found when it is none; conflict when the e-mail is in use */
  async addToRegion(
    tenantId: string,
    { email, name, password }: RouteInput<'regionPersonCreate'>['body'],
  ): Promise<RouteOutput<'regionPersonCreate'>> {
    const region = await this.reader.byId({ tenantId });
    if (region?.kind !== 'region') refuse('not_found');
    const passwordHash = await this.passwords.hash(password);
    const id = await this.database
      .transaction({ tenantId }, async (tx) => {
        const personId = await this.repository.insertPerson(tx, { email, name, passwordHash, role: 'region' });
        const target = { kind: 'staff', id: personId };
        await this.audit.record(tx, { action: 'region.person', target, after: { email, name }, people: true });
        return personId;
      })
      .catch(refuseTaken);
    return { id, email: email.toLowerCase(), name };
  }

  /** Sets the clock of a rehearsal tenant; its offices are looked at again at once. */
  async setClock(wish: RouteInput<'clockSet'>['body']): Promise<RouteOutput<'clockSet'>> {
    const tenant = await this.rehearsalTenant(wish.tenant);
    const scope = { tenantId: tenant.id };
    const wanted = wish.now === undefined ? undefined : checkInstant(Date.parse(wish.now));
    const anchor = await this.database.transaction(scope, (tx) => this.moveClock(tx, wanted, wish.rate));
    return { tenant: tenant.slug, now: iso(instantOf(anchor)), rate: anchor.rate };
  }

  private async moveClock(tx: Transaction, wanted: number | undefined, rate: number): Promise<ClockAnchor> {
    const present = await this.repository.lockClock(tx);
    const anchorNow = wanted ?? Math.round(instantOf(present ?? null));
    const anchor = { anchorReal: Date.now(), anchorNow, rate };
    await this.repository.setClock(tx, anchor);
    await this.repository.wakeOffices(tx, anchorNow);
    const after = { now: iso(anchorNow), rate };
    await this.audit.record(tx, { action: 'clock.set', target: { kind: 'tenant', id: tx.scope.tenantId }, after });
    tx.onCommit(() => this.clock.remember(tx.scope, anchor));
    return anchor;
  }

  private async rehearsalTenant(slug: string | undefined): Promise<TenantSummary> {
    if (slug === undefined) {
      const rehearsals = (await this.reader.all()).filter(({ kind }) => kind === 'rehearsal');
      const [only] = rehearsals;
      return only && rehearsals.length === 1 ? only : refuse('tenant_required');
    }
    const tenant = (await this.reader.bySlug(slug)) ?? refuse('not_found');
    return tenant.kind === 'rehearsal' ? tenant : refuse('clock_is_real');
  }
}

function realTime(): ClockAnchor {
  const now = Date.now();
  return { anchorReal: now, anchorNow: now, rate: 1 };
}

function checkInstant(at: number): number {
  if (at >= EARLIEST && at <= LATEST) return at;
  throw new ProblemException('validation', undefined, [
    { path: 'body.now', message: 'must lie between 2000-01-02 and 2099-12-30' },
  ]);
}

function refuseTaken(error: unknown): never {
  if (violates(error, 'tenant_slug_key')) refuse('slug_taken');
  if (violates(error, 'staff_email_key')) refuse('conflict', 'this e-mail is in use');
  throw error;
}
