import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.ts';
import { canonicalJson } from '../platform/audit/chain.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { PasswordAgain } from '../platform/auth/password-again.ts';
import { violates } from '../platform/database/constraints.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { Sealing } from '../platform/sealing/sealing.ts';
import { certificateText } from './certificate.ts';
import { presentErasure } from './erasure.presenter.ts';
import { ErasureRepository, type ErasureRecord } from './erasure.repository.ts';
import { TenantRows, type Subject } from './tenant-rows.ts';

/** Days in which a planned erasure can be called off. */
const GRACE_DAYS = 30;

/** The two steps of the operator before a tenant is erased, and the proof afterwards. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly repository: ErasureRepository,
    private readonly rows: TenantRows,
    private readonly password: PasswordAgain,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
  ) {}

  /** @throws not_found; tenant_not_closed; conflict where one is planned already */
  async plan(
    who: StaffIdentity,
    tenantId: string,
    { reason, immediate }: RouteInput<'erasurePlan'>['body'],
  ): Promise<RouteOutput<'erasurePlan'>> {
    const subject = await this.closed(tenantId);
    const by = { id: who.staffId, name: who.name };
    const days = immediate ? 0 : GRACE_DAYS;
    return this.database
      .transaction(who, async (tx) => {
        const row = await this.repository.insert(tx, uuidv7(), subject, by, reason, days);
        await this.record(tx, 'erasure.plan', row, { immediate }, reason);
        return presentErasure(row);
      })
      .catch((error: unknown) => {
        if (violates(error, 'erasure_open')) refuse('conflict', 'the erasure of this tenant is planned already');
        throw error;
      });
  }

  /** @throws not_found; bad_credentials; tenant_not_closed; validation for another slug; conflict in another state */
  async confirm(
    who: StaffIdentity,
    id: string,
    { slug, password }: RouteInput<'erasureConfirm'>['body'],
  ): Promise<RouteOutput<'erasureConfirm'>> {
    const planned = await this.one(who, id);
    await this.password.check(who, password);
    if (slug !== planned.subjectSlug) {
      throw new ProblemException('validation', undefined, [
        { path: 'body.slug', message: 'is not the slug of the tenant that is to be erased' },
      ]);
    }
    await this.closed(planned.subjectId);
    return this.database.transaction(who, async (tx) => {
      const row = (await this.repository.lock(tx, id)) ?? refuse('not_found');
      if (row.confirmedAt !== null || row.cancelledAt !== null) refuse('conflict', 'it waits for no confirmation');
      const confirmed = await this.repository.confirm(tx, id, { id: who.staffId, name: who.name });
      await this.record(tx, 'erasure.confirm', confirmed);
      return presentErasure(confirmed);
    });
  }

  /** @throws not_found; conflict once it has begun */
  cancel(who: StaffIdentity, id: string): Promise<RouteOutput<'erasureCancel'>> {
    return this.database.transaction(who, async (tx) => {
      const row = (await this.repository.lock(tx, id)) ?? refuse('not_found');
      if (row.startedAt !== null || row.cancelledAt !== null) refuse('conflict', 'it cannot be called off any more');
      const cancelled = await this.repository.cancel(tx, id);
      await this.record(tx, 'erasure.cancel', cancelled);
      return presentErasure(cancelled);
    });
  }

  async list(who: StaffIdentity): Promise<RouteOutput<'erasureList'>> {
    const rows = await this.database.transaction(who, (tx) => this.repository.all(tx));
    return rows.map(presentErasure);
  }

  /** @throws not_found also while there is none yet */
  async certificate(who: StaffIdentity, id: string): Promise<RouteOutput<'erasureCertificate'>> {
    const { certificate, signature } = await this.one(who, id);
    if (certificate === null || signature === null) return refuse('not_found');
    const [key = '', value = ''] = signature.split(':');
    const genuine = this.sealing.isGenuine(canonicalJson(certificate), { key, value });
    return { certificate, signature: { key, value, genuine }, text: certificateText(certificate, { key, value }) };
  }

  private async one(who: StaffIdentity, id: string): Promise<ErasureRecord> {
    const row = await this.database.transaction(who, (tx) => this.repository.read(tx, id));
    return row ?? refuse('not_found');
  }

  private async closed(tenantId: string): Promise<Subject> {
    const subject = await this.rows.subject(tenantId);
    if (!subject || subject.kind === 'platform') return refuse('not_found');
    return subject.status === 'closed' ? subject : refuse('tenant_not_closed');
  }

  private record(tx: Transaction, action: string, row: ErasureRecord, more: object = {}, reason: string | null = null) {
    const after = { tenant: row.subjectSlug, name: row.subjectName, ...more };
    return this.audit.record(tx, { action, target: { kind: 'tenant', id: row.subjectId }, after, reason });
  }
}
