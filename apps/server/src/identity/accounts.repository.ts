import { Injectable } from '@nestjs/common';
import { Database, statement, type Transaction } from '../platform/database/database.ts';
import type { Account } from './sessions.service.ts';

const findByEmail = statement(
  'identity.by_email',
  'select tenant_id as "tenantId", id as "staffId" from sys.staff_by_email($1)',
);
const setPassword = statement(
  'identity.set_password',
  `update staff set previous_hashes = (array_prepend(password_hash, previous_hashes))[1:2], password_hash = $3,
     locked_until = null where tenant_id = $1 and id = $2`,
);
const setLock = statement('identity.set_lock', 'update staff set locked_until = $3 where tenant_id = $1 and id = $2');
const setPin = statement(
  'identity.set_pin',
  'update staff set pin_hash = $3, pin_failures = 0 where tenant_id = $1 and id = $2',
);
const countPin = statement(
  'identity.count_pin',
  'update staff set pin_failures = pin_failures + 1 where tenant_id = $1 and id = $2 and pin_failures < $3 returning pin_failures as "failures"',
);
const forgivePin = statement(
  'identity.forgive_pin',
  'update staff set pin_failures = 0 where tenant_id = $1 and id = $2 and pin_failures > 0',
);
const pinPeople = statement(
  'identity.pin_people',
  `select id, name from staff where tenant_id = $1 and active and pin_hash is not null
     and (office_ids = '{}' or $2 = any (office_ids)) and roles && $3::text[] order by name, id limit 200`,
);

/** What accounts are opened with: written here, read by SessionsRepository. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  /** Who has this e-mail, in whatever tenant. */
  async byEmail(email: string): Promise<Account | undefined> {
    return (await this.database.system<Account>(findByEmail, [email.trim().toLowerCase()]))[0];
  }

  /** The old hash joins the earlier ones, of which two are kept; a lock is over. */
  async setPassword(tx: Transaction, staffId: string, passwordHash: string): Promise<void> {
    await tx.rows(setPassword, [tx.scope.tenantId, staffId, passwordHash]);
  }

  /** @param until epoch milliseconds, or null: not locked */
  async setLock(tx: Transaction, staffId: string, until: number | null): Promise<void> {
    await tx.rows(setLock, [tx.scope.tenantId, staffId, until === null ? null : new Date(until)]);
  }

  async setPin(tx: Transaction, staffId: string, pinHash: string | null): Promise<void> {
    await tx.rows(setPin, [tx.scope.tenantId, staffId, pinHash]);
  }

  /** Counts a try before its outcome is known. @returns how many there were, or undefined when none is left */
  async countPin(tx: Transaction, staffId: string, most: number): Promise<number | undefined> {
    const row = await tx.row<{ failures: number }>(countPin, [tx.scope.tenantId, staffId, most]);
    return row?.failures;
  }

  async forgivePin(tx: Transaction, staffId: string): Promise<void> {
    await tx.rows(forgivePin, [tx.scope.tenantId, staffId]);
  }

  /** People with a PIN who work for an office in one of these roles. */
  pinPeople(tx: Transaction, officeId: string, roles: readonly string[]): Promise<{ id: string; name: string }[]> {
    return tx.rows(pinPeople, [tx.scope.tenantId, officeId, roles]);
  }
}
