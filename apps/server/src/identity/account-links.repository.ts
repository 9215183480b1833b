import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { newToken, readToken, type TokenParts } from '../platform/auth/tokens.ts';
import { statement, type Transaction } from '../platform/database/database.ts';

/** What a one-time token is for: the link of a letter, or the second step of a log-in. */
export type LinkPurpose = 'password_reset' | 'second_factor';

const insert = statement(
  'identity.insert_link',
  `insert into account_link (tenant_id, id, staff_id, purpose, token_hash, expires_at)
   values ($1, $2, $3, $4, $5, now() + $6 * interval '1 second')`,
);
const forget = statement(
  'identity.forget_links',
  `delete from account_link where tenant_id = $1 and staff_id = $2 and (expires_at < now() or purpose = $3)`,
);
const read = statement(
  'identity.read_link',
  `select staff_id as "staffId" from account_link where tenant_id = $1 and id = $2 and token_hash = $3 and purpose = $4
     and used_at is null and expires_at > now()`,
);
const use = statement(
  'identity.use_link',
  `update account_link set used_at = now() where tenant_id = $1 and id = $2 and token_hash = $3 and purpose = $4
     and used_at is null and expires_at > now() returning staff_id as "staffId"`,
);

/** One-time tokens of people, stored as hashes. */
@Injectable()
export class AccountLinksRepository {
  /** A new token; older ones of the person for the same purpose are no longer good. */
  async issue(tx: Transaction, staffId: string, purpose: LinkPurpose, seconds: number): Promise<string> {
    const { tenantId } = tx.scope;
    const id = uuidv7();
    const { token, hash } = newToken(tenantId, id);
    await tx.rows(forget, [tenantId, staffId, purpose]);
    await tx.rows(insert, [tenantId, id, staffId, purpose, hash, seconds]);
    return token;
  }

  /** Whose token it is, while it is good. */
  async read(tx: Transaction, { rowId, hash }: TokenParts, purpose: LinkPurpose): Promise<string | undefined> {
    return (await tx.row<{ staffId: string }>(read, [tx.scope.tenantId, rowId, hash, purpose]))?.staffId;
  }

  /** Uses it up: of two who come at once, one gets it. @returns whose it was */
  async use(tx: Transaction, { rowId, hash }: TokenParts, purpose: LinkPurpose): Promise<string | undefined> {
    return (await tx.row<{ staffId: string }>(use, [tx.scope.tenantId, rowId, hash, purpose]))?.staffId;
  }
}

/** Parts of a token that somebody sent, or undefined when it cannot be one. */
export const linkParts = (token: string): TokenParts | undefined => readToken(token);
