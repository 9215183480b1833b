import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../../platform/database/database.ts';

export interface SignupRow {
  /** Becomes the id of the tenant. */
  readonly id: string;
  readonly emailHash: string;
  /** Sealed. */
  readonly application: string;
  readonly tokenHash: string;
  readonly createdAt: number;
  /** Epoch milliseconds of the link's end. */
  readonly expiresAt: number;
}

const insert = statement(
  'signup.insert',
  `insert into signup (tenant_id, id, email_hash, application, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6)`,
);
const read = statement(
  'signup.read',
  `select id, email_hash as "emailHash", application, token_hash as "tokenHash", created_at as "createdAt",
     expires_at as "expiresAt" from signup where tenant_id = $1 and id = $2`,
);
const removeOf = statement('signup.remove_of', 'delete from signup where tenant_id = $1 and email_hash = $2');
const removeOld = statement(
  'signup.remove_old',
  `delete from signup where tenant_id = $1 and created_at < now() - $2 * interval '1 day'`,
);

/** Sign-ups that were not confirmed yet, in the scope of the platform's own tenant. */
@Injectable()
export class SignupRepository {
  async insert(tx: Transaction, row: Omit<SignupRow, 'createdAt'>): Promise<void> {
    const { id, emailHash, application, tokenHash, expiresAt } = row;
    await tx.rows(insert, [tx.scope.tenantId, id, emailHash, application, tokenHash, new Date(expiresAt)]);
  }

  read(tx: Transaction, id: string): Promise<SignupRow | undefined> {
    return tx.row<SignupRow>(read, [tx.scope.tenantId, id]);
  }

  /** All of an e-mail: one of them was confirmed. */
  async removeOf(tx: Transaction, emailHash: string): Promise<void> {
    await tx.rows(removeOf, [tx.scope.tenantId, emailHash]);
  }

  async removeOlderThan(tx: Transaction, days: number): Promise<void> {
    await tx.rows(removeOld, [tx.scope.tenantId, days]);
  }
}
