import { Injectable } from '@nestjs/common';
import { Database, statement, type TenantScope } from '../database/database.ts';

/** Anchor of a rehearsal tenant's clock, in epoch milliseconds. Null rate-less tenants run on real time. */
export interface ClockAnchor {
  readonly anchorReal: number;
  readonly anchorNow: number;
  /** Tenant seconds per real second, 0-3600. */
  readonly rate: number;
}

const readAnchor = statement(
  'clock.read',
  'select anchor_real as "anchorReal", anchor_now as "anchorNow", rate from tenant_clock where tenant_id = $1',
);

const CACHE_MS = 1000;

/** The one port of time. Nothing else in the server asks the system clock what time it is for a tenant. */
@Injectable()
export class Clock {
  private readonly anchors = new Map<string, { anchor: ClockAnchor | null; readAt: number }>();

  constructor(private readonly database: Database) {}

  /** Present instant of a tenant, epoch milliseconds. Anchors set on another node are seen within a second. */
  async now(scope: TenantScope): Promise<number> {
    return instantOf(await this.anchorOf(scope));
  }

  async anchorOf(scope: TenantScope): Promise<ClockAnchor | null> {
    const known = this.anchors.get(scope.tenantId);
    const begunAt = Date.now();
    if (known && begunAt - known.readAt < CACHE_MS) return known.anchor;
    const anchor = await this.database.transaction(scope, (tx) => tx.row<ClockAnchor>(readAnchor, [scope.tenantId]));
    // One that was set while we read is newer than what we may have read.
    const newer = this.anchors.get(scope.tenantId);
    if (newer && newer.readAt >= begunAt) return newer.anchor;
    this.remember(scope, anchor ?? null);
    return anchor ?? null;
  }

  /** Takes over an anchor that was read or written elsewhere in this process. */
  remember(scope: TenantScope, anchor: ClockAnchor | null): void {
    this.anchors.set(scope.tenantId, { anchor, readAt: Date.now() });
  }
}

/** Instant that an anchor gives now; null = real time. */
export function instantOf(anchor: ClockAnchor | null): number {
  const real = Date.now();
  return anchor ? anchor.anchorNow + (real - anchor.anchorReal) * anchor.rate : real;
}

/** ISO 8601 with offset, in UTC ("…Z"), of epoch milliseconds; null stays null. */
export function iso(at: number): string;
export function iso(at: number | null | undefined): string | null;
export function iso(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : new Date(Math.round(at)).toISOString();
}
