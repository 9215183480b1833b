import type { RegionReader } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import type { InvitationRecord } from './invitations.repository.ts';
import type { StaffRecord } from './staff.repository.ts';

export function presentReader({ id, email, name, active, lastSeenAt }: StaffRecord): RegionReader {
  const seen = lastSeenAt === null ? null : iso(lastSeenAt);
  return { id, email, name, state: active ? 'active' : 'removed', lastSeenAt: seen, invitedAt: null };
}

/** @param record one that was neither accepted nor withdrawn. @param now epoch milliseconds */
export function presentInvited({ id, email, name, sentAt, expiresAt }: InvitationRecord, now: number): RegionReader {
  const state = expiresAt > now ? 'invited' : 'expired';
  return { id, email, name, state, lastSeenAt: null, invitedAt: iso(sentAt) };
}
