import { createHash } from 'node:crypto';

export const actorKinds = ['staff', 'operator', 'device', 'system', 'public'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** One row of the audit as it is hashed. */
export interface AuditFacts {
  readonly tenantId: string;
  /** 1, 2, 3 … within the tenant, without a gap. */
  readonly seq: number;
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly targetKind: string | null;
  readonly targetId: string | null;
  /** Whose data it was, masked. */
  readonly subject: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly traceId: string | null;
}

/** A row with its place in the chain. */
export interface AuditRow extends AuditFacts {
  readonly previousHash: string;
  readonly hash: string;
}

/** Where a chain begins: before its first row, or after the last row that retention took. */
export interface AuditAnchor {
  readonly seq: number;
  readonly hash: string;
}

/** The chain of a tenant that never lost a row to retention. */
export const firstAnchor = (tenantId: string): AuditAnchor => ({ seq: 0, hash: sha256(`sunbeon.audit:${tenantId}`) });

/** SHA-256 (hex) of the previous hash, a line feed, and the canonical JSON of the row. */
export function hashOf(previousHash: string, facts: AuditFacts): string {
  const { tenantId, seq, id, at, actorKind, actorId, actorName, address, action } = facts;
  const { targetKind, targetId, subject, before, after, reason, traceId } = facts;
  const who = { actorKind, actorId, actorName, address };
  const what = { action, targetKind, targetId, subject, before, after, reason, traceId };
  return sha256(`${previousHash}\n${canonicalJson({ tenantId, seq, id, at, ...who, ...what })}`);
}

export const auditFaults = ['missing', 'unchained', 'changed'] as const;
/** missing = a number is not there; unchained = it does not follow the row before; changed = its content is another. */
export type AuditFault = (typeof auditFaults)[number];

/** First fault of a chain, with the number of the row at which it shows. */
export interface BrokenChain {
  readonly seq: number;
  readonly fault: AuditFault;
}

/** Follows a chain row by row, so that millions of rows need the memory of one. */
export class ChainCheck {
  private last: AuditAnchor;
  private count = 0;
  private found: BrokenChain | undefined;

  constructor(anchor: AuditAnchor) {
    this.last = anchor;
  }

  get head(): AuditAnchor {
    return this.last;
  }

  get checked(): number {
    return this.count;
  }

  get broken(): BrokenChain | undefined {
    return this.found;
  }

  /** @param row the next one in order of seq */
  take(row: AuditRow): void {
    const fault = this.faultOf(row);
    if (fault) this.found ??= { seq: fault === 'missing' ? this.last.seq + 1 : row.seq, fault };
    this.last = { seq: row.seq, hash: row.hash };
    this.count += 1;
  }

  private faultOf(row: AuditRow): AuditFault | undefined {
    if (row.seq !== this.last.seq + 1) return 'missing';
    if (row.previousHash !== this.last.hash) return 'unchained';
    return hashOf(row.previousHash, row) === row.hash ? undefined : 'changed';
  }
}

/** JSON with the keys of every object in one order and no spaces. `undefined` is left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
