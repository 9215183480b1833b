import { Injectable } from '@nestjs/common';
import type { AuditExport, AuditQuery } from '@sunbeon/contract';
import { Audit } from '../platform/audit/audit.ts';
import { Database, type TenantScope } from '../platform/database/database.ts';
import { csvMark } from '../platform/http/csv.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import { csvHead, csvOf, presentAudit } from './audit.presenter.ts';
import { AuditReader, type AuditSearch } from './audit.reader.ts';

/** The audit of a tenant as its owner sees it; the platform's own as the operator does. */
@Injectable()
export class AuditService {
  constructor(
    private readonly reader: AuditReader,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  async list(scope: TenantScope, query: AuditQuery): Promise<RouteOutput<'auditList'>> {
    const rows = await this.reader.search(
      scope,
      searchOf(query),
      query.before ?? Number.MAX_SAFE_INTEGER,
      query.limit + 1,
    );
    const page = rows.slice(0, query.limit);
    return { rows: page.map(presentAudit), next: rows.length > page.length ? (page.at(-1)?.seq ?? null) : null };
  }

  async verify(scope: TenantScope): Promise<RouteOutput<'auditVerify'>> {
    const { check, anchor } = await this.reader.verify(scope);
    const fault = check.broken ? { seq: check.broken.seq, kind: check.broken.fault } : null;
    return { whole: fault === null, checked: check.checked, anchorSeq: anchor.seq, head: check.head, fault };
  }

  /** The rows as CSV. That they were taken out, by whom and why, is written down before the first of them leaves. */
  async export(scope: TenantScope, wish: AuditExport): Promise<AsyncGenerator<string>> {
    const { reason, ...filters } = wish;
    await this.database.transaction(scope, (tx) =>
      this.audit.record(tx, { action: 'audit.export', target: { kind: 'audit' }, after: filters, reason }),
    );
    return this.lines(scope, searchOf(wish));
  }

  private async *lines(scope: TenantScope, search: AuditSearch): AsyncGenerator<string> {
    yield csvMark + csvHead;
    for await (const rows of this.reader.all(scope, search)) yield rows.map(csvOf).join('');
  }
}

function searchOf({ actor, action, target, from, to }: Partial<AuditQuery>): AuditSearch {
  const at = (text: string | undefined) => (text === undefined ? null : Date.parse(text));
  return { actor: actor ?? null, action: action ?? null, target: target ?? null, from: at(from), to: at(to) };
}
