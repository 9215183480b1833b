import type { InvitationRow } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import type { InvitationRecord } from './invitations.repository.ts';

/** @param now epoch milliseconds */
export function stateOf(record: InvitationRecord, now: number): InvitationRow['state'] {
  if (record.acceptedAt !== null) return 'accepted';
  if (record.withdrawnAt !== null) return 'withdrawn';
  return record.expiresAt > now ? 'open' : 'expired';
}

/** @param slugOf id of an office -> its slug */
export function presentInvitation(record: InvitationRecord, slugOf: ReadonlyMap<string, string>): InvitationRow {
  const { id, email, name, roles, officeIds, invitedBy, inviter, sentAt, expiresAt } = record;
  return {
    id,
    email,
    name,
    roles,
    offices: officeIds.flatMap((office) => slugOf.get(office) ?? []),
    state: stateOf(record, Date.now()),
    invitedBy: invitedBy === null ? null : { id: invitedBy, name: inviter ?? '' },
    sentAt: iso(sentAt),
    expiresAt: iso(expiresAt),
  };
}
