import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../platform/database/database.ts';
import { Sealing } from '../platform/sealing/sealing.ts';
import { recoveryHash } from './recovery-codes.ts';

const purpose = 'second_factor.secret';

const read = statement(
  'identity.second_factor',
  `select secret, confirmed_at as "confirmedAt" from second_factor where tenant_id = $1 and staff_id = $2`,
);
const put = statement(
  'identity.put_second_factor',
  `insert into second_factor (tenant_id, staff_id, secret) values ($1, $2, $3)
   on conflict (tenant_id, staff_id) do update set secret = $3, last_step = 0, created_at = now()
   where second_factor.confirmed_at is null returning staff_id`,
);
const confirm = statement(
  'identity.confirm_second_factor',
  'update second_factor set confirmed_at = now() where tenant_id = $1 and staff_id = $2 and confirmed_at is null',
);
const takeStep = statement(
  'identity.take_step',
  'update second_factor set last_step = $3 where tenant_id = $1 and staff_id = $2 and last_step < $3 returning staff_id',
);
const remove = statement(
  'identity.remove_second_factor',
  'delete from second_factor where tenant_id = $1 and staff_id = $2',
);
const forgetCodes = statement(
  'identity.forget_codes',
  'delete from recovery_code where tenant_id = $1 and staff_id = $2',
);
const insertCodes = statement(
  'identity.insert_codes',
  `insert into recovery_code (tenant_id, staff_id, code_hash) select $1, $2, unnest($3::text[])`,
);
const useCode = statement(
  'identity.use_code',
  `update recovery_code set used_at = now() where tenant_id = $1 and staff_id = $2 and code_hash = $3 and used_at is null
   returning staff_id`,
);

/** Second factors: the secret sealed, recovery codes as hashes. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly sealing: Sealing) {}

  /** The secret of a person, confirmed or not yet. */
  async secretOf(tx: Transaction, staffId: string): Promise<{ secret: string; confirmed: boolean } | undefined> {
    const row = await tx.row<{ secret: string; confirmedAt: number | null }>(read, [tx.scope.tenantId, staffId]);
    if (!row) return undefined;
    return { secret: await this.sealing.open(tx, purpose, row.secret), confirmed: row.confirmedAt !== null };
  }

  /** A secret that is not confirmed yet, in the place of such a one. @returns false when there is a confirmed one */
  async put(tx: Transaction, staffId: string, secret: string): Promise<boolean> {
    const sealed = await this.sealing.seal(tx, purpose, secret);
    return (await tx.rows(put, [tx.scope.tenantId, staffId, sealed])).length > 0;
  }

  async confirm(tx: Transaction, staffId: string): Promise<void> {
    await tx.rows(confirm, [tx.scope.tenantId, staffId]);
  }

  /** Takes the code of a step. @returns false when it, or a newer one, was taken before */
  async takeStep(tx: Transaction, staffId: string, step: number): Promise<boolean> {
    return (await tx.rows(takeStep, [tx.scope.tenantId, staffId, step])).length > 0;
  }

  async remove(tx: Transaction, staffId: string): Promise<void> {
    await tx.rows(remove, [tx.scope.tenantId, staffId]);
    await tx.rows(forgetCodes, [tx.scope.tenantId, staffId]);
  }

  /** @param plain codes without dashes; the old ones are no longer good */
  async replaceCodes(tx: Transaction, staffId: string, plain: readonly string[]): Promise<void> {
    await tx.rows(forgetCodes, [tx.scope.tenantId, staffId]);
    await tx.rows(insertCodes, [tx.scope.tenantId, staffId, plain.map(recoveryHash)]);
  }

  /** Uses a recovery code up. @returns false when it is none of the person's, or was used */
  async useCode(tx: Transaction, staffId: string, plain: string): Promise<boolean> {
    return (await tx.rows(useCode, [tx.scope.tenantId, staffId, recoveryHash(plain)])).length > 0;
  }
}
