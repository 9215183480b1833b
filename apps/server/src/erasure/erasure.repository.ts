import { Injectable } from '@nestjs/common';
import type { ErasureCertificate } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { Signature } from '../platform/sealing/sealing.ts';

const columns = `id, subject_id as "subjectId", subject_slug as "subjectSlug", subject_name as "subjectName", reason,
  asked_by_name as "askedByName", asked_at as "askedAt", due_at as "dueAt", confirmed_by_name as "confirmedByName",
  confirmed_at as "confirmedAt", cancelled_at as "cancelledAt", started_at as "startedAt", counted,
  finished_at as "finishedAt", certificate, signature`;
const insert = statement(
  'erasure.insert',
  `insert into erasure (tenant_id, id, subject_id, subject_slug, subject_name, reason, asked_by, asked_by_name, due_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + $9 * interval '1 day') returning ${columns}`,
);
const readAll = statement(
  'erasure.all',
  `select ${columns} from erasure where tenant_id = $1 order by asked_at desc, id desc limit 200`,
);
const read = statement('erasure.read', `select ${columns} from erasure where tenant_id = $1 and id = $2`);
const lock = statement('erasure.lock', `select ${columns} from erasure where tenant_id = $1 and id = $2 for update`);
const confirm = statement(
  'erasure.confirm',
  `update erasure set confirmed_by = $3, confirmed_by_name = $4, confirmed_at = now()
   where tenant_id = $1 and id = $2 returning ${columns}`,
);
const cancel = statement(
  'erasure.cancel',
  `update erasure set cancelled_at = now() where tenant_id = $1 and id = $2 returning ${columns}`,
);
const begin = statement(
  'erasure.begin',
  `update erasure set started_at = now(), counted = $3 where tenant_id = $1 and id = $2 and started_at is null`,
);
const finish = statement(
  'erasure.finish',
  `update erasure set finished_at = $3, certificate = $4, signature = $5
   where tenant_id = $1 and id = $2 and finished_at is null returning id`,
);

export interface ErasureRecord {
  readonly id: string;
  readonly subjectId: string;
  readonly subjectSlug: string;
  readonly subjectName: string;
  readonly reason: string;
  readonly askedByName: string;
  readonly askedAt: number;
  readonly dueAt: number;
  readonly confirmedByName: string | null;
  readonly confirmedAt: number | null;
  readonly cancelledAt: number | null;
  readonly startedAt: number | null;
  /** Rows by table before the first one went. */
  readonly counted: Record<string, number> | null;
  readonly finishedAt: number | null;
  readonly certificate: ErasureCertificate | null;
  /** `key:value` of the signature. */
  readonly signature: string | null;
}

/** Erasures, in the scope of the platform's own tenant. */
@Injectable()
export class ErasureRepository {
  /** @throws unique violation erasure_open while there is one that is neither done nor called off */
  async insert(
    tx: Transaction,
    id: string,
    subject: { id: string; slug: string; name: string },
    by: { id: string; name: string },
    reason: string,
    days: number,
  ): Promise<ErasureRecord> {
    const about = [subject.id, subject.slug, subject.name, reason];
    return one(await tx.row<ErasureRecord>(insert, [tx.scope.tenantId, id, ...about, by.id, by.name, days]));
  }

  all(tx: Transaction): Promise<ErasureRecord[]> {
    return tx.rows<ErasureRecord>(readAll, [tx.scope.tenantId]);
  }

  read(tx: Transaction, id: string): Promise<ErasureRecord | undefined> {
    return tx.row<ErasureRecord>(read, [tx.scope.tenantId, id]);
  }

  lock(tx: Transaction, id: string): Promise<ErasureRecord | undefined> {
    return tx.row<ErasureRecord>(lock, [tx.scope.tenantId, id]);
  }

  async confirm(tx: Transaction, id: string, by: { id: string; name: string }): Promise<ErasureRecord> {
    return one(await tx.row<ErasureRecord>(confirm, [tx.scope.tenantId, id, by.id, by.name]));
  }

  async cancel(tx: Transaction, id: string): Promise<ErasureRecord> {
    return one(await tx.row<ErasureRecord>(cancel, [tx.scope.tenantId, id]));
  }

  /** The counts of the first begin stand, also when it broke off and is begun again. */
  async begin(tx: Transaction, id: string, counted: Record<string, number>): Promise<void> {
    await tx.rows(begin, [tx.scope.tenantId, id, JSON.stringify(counted)]);
  }

  /** @returns false when another node was quicker */
  async finish(tx: Transaction, certificate: ErasureCertificate, { key, value }: Signature): Promise<boolean> {
    const { id, finishedAt } = certificate;
    const values = [tx.scope.tenantId, id, finishedAt, JSON.stringify(certificate), `${key}:${value}`];
    return (await tx.rows(finish, values)).length === 1;
  }
}

function one(row: ErasureRecord | undefined): ErasureRecord {
  if (!row) throw new Error('an erasure was not stored');
  return row;
}
