import { Injectable } from '@nestjs/common';
import type { Role } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

/** An invitation as it is stored. Instants are epoch milliseconds. */
export interface InvitationRecord {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: Role[];
  readonly officeIds: string[];
  readonly invitedBy: string | null;
  readonly inviter: string | null;
  readonly tokenHash: string;
  readonly sentAt: number;
  readonly expiresAt: number;
  readonly acceptedAt: number | null;
  readonly withdrawnAt: number | null;
}

export type NewInvitation = Pick<InvitationRecord, 'id' | 'email' | 'name' | 'roles' | 'officeIds' | 'tokenHash'> & {
  /** Null when it was somebody of another tenant: the operator. */
  readonly invitedBy: string | null;
};

/** The link of an invitation is good for so long. */
const DAYS = 7;

const columns = `i.id, i.email, i.name, i.roles, i.office_ids as "officeIds", i.invited_by as "invitedBy", p.name as inviter,
  i.token_hash as "tokenHash", i.sent_at as "sentAt", i.expires_at as "expiresAt", i.accepted_at as "acceptedAt",
  i.withdrawn_at as "withdrawnAt"`;
const from =
  'invitation i left join staff p on p.tenant_id = i.tenant_id and p.id = i.invited_by where i.tenant_id = $1';
const insert = statement(
  'identity.insert_invitation',
  `insert into invitation (tenant_id, id, email, name, roles, office_ids, invited_by, token_hash, sent_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, now(), now() + ${DAYS} * interval '1 day')`,
);
const withdrawOthers = statement(
  'identity.withdraw_invitations',
  `update invitation set withdrawn_at = now() where tenant_id = $1 and email = $2 and accepted_at is null
     and withdrawn_at is null`,
);
const list = statement(
  'identity.invitations',
  `select ${columns} from ${from} order by i.sent_at desc, i.id limit 1000`,
);
const lock = statement('identity.lock_invitation', `select ${columns} from ${from} and i.id = $2 for update of i`);
const resend = statement(
  'identity.resend_invitation',
  `update invitation set token_hash = $3, sent_at = now(), expires_at = now() + ${DAYS} * interval '1 day'
   where tenant_id = $1 and id = $2`,
);
const withdraw = statement(
  'identity.withdraw_invitation',
  'update invitation set withdrawn_at = now() where tenant_id = $1 and id = $2',
);
const accept = statement(
  'identity.accept_invitation',
  'update invitation set accepted_at = now() where tenant_id = $1 and id = $2',
);

/** Invitations of people who have no account yet. */
@Injectable()
export class InvitationsRepository {
  /** Earlier ones to the same e-mail are no longer good. */
  async insert(tx: Transaction, invitation: NewInvitation): Promise<void> {
    const { id, email, name, roles, officeIds, invitedBy, tokenHash } = invitation;
    const { tenantId } = tx.scope;
    await tx.rows(withdrawOthers, [tenantId, email]);
    await tx.rows(insert, [tenantId, id, email, name, roles, officeIds, invitedBy, tokenHash]);
  }

  /** The newest first. */
  list(tx: Transaction): Promise<InvitationRecord[]> {
    return tx.rows<InvitationRecord>(list, [tx.scope.tenantId]);
  }

  /** Nobody else accepts, withdraws or sends it again until the end of the transaction. */
  lock(tx: Transaction, id: string): Promise<InvitationRecord | undefined> {
    return tx.row<InvitationRecord>(lock, [tx.scope.tenantId, id]);
  }

  async resend(tx: Transaction, id: string, tokenHash: string): Promise<void> {
    await tx.rows(resend, [tx.scope.tenantId, id, tokenHash]);
  }

  async withdraw(tx: Transaction, id: string): Promise<void> {
    await tx.rows(withdraw, [tx.scope.tenantId, id]);
  }

  async accept(tx: Transaction, id: string): Promise<void> {
    await tx.rows(accept, [tx.scope.tenantId, id]);
  }
}
