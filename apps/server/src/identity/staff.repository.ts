import { Injectable } from '@nestjs/common';
import type { Role } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

/** A person as who manages staff sees him or her. Instants are epoch milliseconds. */
export interface StaffRecord {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: Role[];
  readonly officeIds: string[];
  readonly active: boolean;
  readonly secondFactor: boolean;
  readonly pinSet: boolean;
  readonly pinFailures: number;
  readonly lockedUntil: number | null;
  readonly lastSeenAt: number | null;
}

export interface NewStaff {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly roles: readonly Role[];
  readonly officeIds: readonly string[];
}

export type StaffChange = Pick<StaffRecord, 'name' | 'roles' | 'officeIds'>;

const columns = `p.id, p.email, p.name, p.roles, p.office_ids as "officeIds", p.active, p.locked_until as "lockedUntil",
  p.pin_hash is not null as "pinSet", p.pin_failures as "pinFailures",
  exists (select from second_factor f where f.tenant_id = p.tenant_id and f.staff_id = p.id
    and f.confirmed_at is not null) as "secondFactor",
  (select max(greatest(s.used_at, s.active_at)) from session s where s.tenant_id = p.tenant_id and s.staff_id = p.id)
    as "lastSeenAt"`;
const list = statement(
  'identity.staff',
  `select ${columns} from staff p where p.tenant_id = $1 order by p.active desc, p.name, p.id`,
);
const lock = statement(
  'identity.lock_staff',
  `select ${columns} from staff p where p.tenant_id = $1 and p.id = $2 for update of p`,
);
const insert = statement(
  'identity.insert_staff',
  `insert into staff (tenant_id, id, email, name, password_hash, roles, office_ids) values ($1, $2, $3, $4, $5, $6, $7)`,
);
const update = statement(
  'identity.update_staff',
  'update staff set name = $3, roles = $4, office_ids = $5 where tenant_id = $1 and id = $2',
);
const setActive = statement('identity.set_active', 'update staff set active = $3 where tenant_id = $1 and id = $2');
// In one order, so that two owners who remove each other at once take turns, and the second is refused.
const lockOwners = statement(
  'identity.lock_owners',
  `select id from staff where tenant_id = $1 and active and 'owner' = any (roles) and office_ids = '{}'
   order by id for update`,
);
const liveSessions = statement(
  'identity.live_sessions',
  'select id from session where tenant_id = $1 and staff_id = $2 and revoked_at is null and expires_at > now()',
);

/** People of a tenant (담당자). */
@Injectable()
export class StaffRepository {
  /** Who is let in first, then by name. */
  list(tx: Transaction): Promise<StaffRecord[]> {
    return tx.rows<StaffRecord>(list, [tx.scope.tenantId]);
  }

  lock(tx: Transaction, id: string): Promise<StaffRecord | undefined> {
    return tx.row<StaffRecord>(lock, [tx.scope.tenantId, id]);
  }

  /** @throws staff_email_key when the e-mail is in use */
  async insert(tx: Transaction, person: NewStaff): Promise<void> {
    const { id, email, name, passwordHash, roles, officeIds } = person;
    await tx.rows(insert, [tx.scope.tenantId, id, email, name, passwordHash, roles, officeIds]);
  }

  async update(tx: Transaction, id: string, { name, roles, officeIds }: StaffChange): Promise<void> {
    await tx.rows(update, [tx.scope.tenantId, id, name, roles, officeIds]);
  }

  async setActive(tx: Transaction, id: string, active: boolean): Promise<void> {
    await tx.rows(setActive, [tx.scope.tenantId, id, active]);
  }

  /** Ids of those who own the whole tenant and are let in; none of them changes until the end of the transaction. */
  async owners(tx: Transaction): Promise<string[]> {
    return (await tx.rows<{ id: string }>(lockOwners, [tx.scope.tenantId])).map(({ id }) => id);
  }

  async sessionsOf(tx: Transaction, id: string): Promise<string[]> {
    return (await tx.rows<{ id: string }>(liveSessions, [tx.scope.tenantId, id])).map((row) => row.id);
  }
}
