import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.ts';
import { AttemptLimits, type Limit } from '../platform/auth/attempt-limits.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { PasswordAgain } from '../platform/auth/password-again.ts';
import { sha256 } from '../platform/auth/tokens.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database, type TenantScope } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { ExportsRepository, type ExportRecord } from './exports.repository.ts';

const guesses: Limit = { name: 'export_code', attempts: 10, seconds: 900 };

/** All of a tenant's data for its owner: asked for with a reason and the password, made by a job, fetched once. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    private readonly repository: ExportsRepository,
    private readonly password: PasswordAgain,
    private readonly limits: AttemptLimits,
    private readonly audit: Audit,
  ) {}

  /** @throws bad_credentials; conflict while another one is being made */
  async ask(who: StaffIdentity, wish: RouteInput<'exportAsk'>['body']): Promise<RouteOutput<'exportAsk'>> {
    await this.password.check(who, wish.password);
    const { reason, personal } = wish;
    return this.database.transaction(who, async (tx) => {
      if (await this.repository.hasPending(tx)) refuse('conflict', 'an archive is being made already');
      const row = await this.repository.insert(tx, uuidv7(), who.staffId, reason, personal);
      const target = { kind: 'export', id: row.id };
      await this.audit.record(tx, { action: 'export.ask', target, after: { personal }, reason });
      return presentExport(row);
    });
  }

  async list(scope: TenantScope): Promise<RouteOutput<'exportList'>> {
    const rows = await this.database.transaction(scope, (tx) => this.repository.all(tx));
    return rows.map(presentExport);
  }

  /**
   * The archive's bytes. Written down before the first of them leaves; if they do not all leave, the code works again.
   * @throws export_code_invalid also for somebody else's archive; export_not_ready
   */
  async fetch(who: StaffIdentity, id: string, code: string): Promise<AsyncGenerator<Buffer>> {
    await this.limits.spend(guesses, who.staffId);
    await this.database.transaction(who, async (tx) => {
      const row = (await this.repository.read(tx, id)) ?? refuse('not_found');
      if (row.state === 'asked' || row.state === 'failed') refuse('export_not_ready');
      const taken = await this.repository.take(tx, id, who.staffId, sha256(code));
      if (!taken) refuse('export_code_invalid');
      const { personal, reason } = taken;
      await this.audit.record(tx, {
        action: 'export.take',
        target: { kind: 'export', id },
        after: { personal },
        reason,
      });
    });
    await this.limits.giveBack(guesses, who.staffId);
    return this.parts({ tenantId: who.tenantId }, id);
  }

  private async *parts(scope: TenantScope, id: string): AsyncGenerator<Buffer> {
    let whole = false;
    try {
      for (let n = 0; ; n += 1) {
        const data = await this.database.transaction(scope, (tx) => this.repository.part(tx, id, n));
        if (!data) break;
        yield data;
      }
      whole = true;
    } finally {
      await this.database.transaction(scope, (tx) =>
        whole ? this.repository.dropParts(tx, id) : this.repository.giveBack(tx, id),
      );
    }
  }
}

function presentExport(row: ExportRecord): RouteOutput<'exportAsk'> {
  const { id, askedBy, reason, personal, bytes, sha256: hash, rows } = row;
  const expired = row.state === 'ready' && row.expiresAt < Date.now();
  return {
    id,
    state: expired ? 'expired' : row.state,
    askedBy,
    askedAt: iso(row.askedAt),
    reason,
    personal,
    bytes,
    sha256: hash,
    rows,
    readyAt: iso(row.readyAt),
    expiresAt: iso(row.expiresAt),
    takenAt: iso(row.takenAt),
  };
}
