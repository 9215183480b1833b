import type { DeviceKind, Permission, Role, SessionKind } from '@sunbeon/contract';

/** A person with a valid access token. */
export interface StaffIdentity {
  readonly kind: 'staff';
  readonly tenantId: string;
  readonly staffId: string;
  readonly sessionId: string;
  /** What the session is good for. */
  readonly session: SessionKind;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  /** Ids of the offices the person works for; empty = all of the tenant. */
  readonly officeIds: readonly string[];
}

/** A paired device with a valid token. */
export interface DeviceIdentity {
  readonly kind: 'device';
  readonly tenantId: string;
  readonly deviceId: string;
  readonly deviceKind: DeviceKind;
  readonly officeId: string;
}

export type Identity = StaffIdentity | DeviceIdentity;

/** Who an idempotency key and an event belong to: `staff:<id>`, `device:<id>`. */
export function actorOf(identity: Identity): string {
  return identity.kind === 'staff' ? `staff:${identity.staffId}` : `device:${identity.deviceId}`;
}

/** True when the person works for this office. */
export function worksAt(staff: StaffIdentity, officeId: string): boolean {
  return staff.officeIds.length === 0 || staff.officeIds.includes(officeId);
}
