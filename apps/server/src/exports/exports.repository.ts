import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../platform/database/database.ts';

const columns = `id, state, asked_by as "askedBy", asked_at as "askedAt", reason, personal, attempts, bytes, sha256, rows,
  ready_at as "readyAt", expires_at as "expiresAt", taken_at as "takenAt", stored`;
const insert = statement(
  'exports.insert',
  `insert into data_export (tenant_id, id, asked_by, reason, personal) values ($1, $2, $3, $4, $5) returning ${columns}`,
);
const pending = statement(
  'exports.pending',
  "select id from data_export where tenant_id = $1 and state = 'asked' limit 1",
);
const readAll = statement(
  'exports.all',
  `select ${columns} from data_export where tenant_id = $1 order by asked_at desc limit 100`,
);
const read = statement('exports.read', `select ${columns} from data_export where tenant_id = $1 and id = $2`);
const claim = statement(
  'exports.claim',
  `update data_export set claimed_until = clock_timestamp() + interval '5 minutes', attempts = attempts + 1
   where tenant_id = $1 and id = $2 and state = 'asked' and coalesce(claimed_until, asked_at) <= clock_timestamp()
   returning ${columns}`,
);
const goOn = statement(
  'exports.go_on',
  "update data_export set claimed_until = clock_timestamp() + interval '5 minutes' where tenant_id = $1 and id = $2",
);
const dropParts = statement(
  'exports.drop_parts',
  'delete from data_export_part where tenant_id = $1 and export_id = $2',
);
const addPart = statement(
  'exports.add_part',
  'insert into data_export_part (tenant_id, export_id, part, data) values ($1, $2, $3, $4)',
);
const readPart = statement(
  'exports.part',
  'select data from data_export_part where tenant_id = $1 and export_id = $2 and part = $3',
);
const setStored = statement('exports.stored', 'update data_export set stored = $3 where tenant_id = $1 and id = $2');
const setReady = statement(
  'exports.ready',
  `update data_export set state = 'ready', bytes = $3, sha256 = $4, rows = $5, code_hash = $6, ready_at = now(),
     expires_at = now() + interval '24 hours', claimed_until = null
   where tenant_id = $1 and id = $2 and state = 'asked'`,
);
const setFailed = statement(
  'exports.failed',
  "update data_export set state = 'failed', claimed_until = null where tenant_id = $1 and id = $2 and state = 'asked'",
);
const take = statement(
  'exports.take',
  `update data_export set state = 'taken', taken_at = now()
   where tenant_id = $1 and id = $2 and asked_by = $3 and code_hash = $4 and state = 'ready' and expires_at > clock_timestamp()
   returning ${columns}`,
);
const giveBack = statement(
  'exports.give_back',
  `update data_export set state = 'ready', taken_at = null
   where tenant_id = $1 and id = $2 and state = 'taken' and expires_at > clock_timestamp()`,
);
const requester = statement('exports.requester', 'select email, name from staff where tenant_id = $1 and id = $2');
const tenant = statement('exports.tenant', 'select id, slug, name from tenant where id = $1');

export interface ExportRecord {
  readonly id: string;
  readonly state: 'asked' | 'ready' | 'taken' | 'failed';
  readonly askedBy: string;
  readonly askedAt: number;
  readonly reason: string;
  readonly personal: boolean;
  readonly attempts: number;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly rows: number | null;
  readonly readyAt: number | null;
  readonly expiresAt: number;
  readonly takenAt: number | null;
  /** Its parts are in the database. */
  readonly stored: boolean;
}

/** Archives asked for, and their parts. */
@Injectable()
export class ExportsRepository {
  async insert(tx: Transaction, id: string, by: string, reason: string, personal: boolean): Promise<ExportRecord> {
    const row = await tx.row<ExportRecord>(insert, [tx.scope.tenantId, id, by, reason, personal]);
    if (!row) throw new Error('an export was not stored');
    return row;
  }

  async hasPending(tx: Transaction): Promise<boolean> {
    return (await tx.row(pending, [tx.scope.tenantId])) !== undefined;
  }

  all(tx: Transaction): Promise<ExportRecord[]> {
    return tx.rows<ExportRecord>(readAll, [tx.scope.tenantId]);
  }

  read(tx: Transaction, id: string): Promise<ExportRecord | undefined> {
    return tx.row<ExportRecord>(read, [tx.scope.tenantId, id]);
  }

  /** For five minutes nobody else makes it. Undefined when somebody does already. */
  claim(tx: Transaction, id: string): Promise<ExportRecord | undefined> {
    return tx.row<ExportRecord>(claim, [tx.scope.tenantId, id]);
  }

  async goOn(tx: Transaction, id: string): Promise<void> {
    await tx.rows(goOn, [tx.scope.tenantId, id]);
  }

  async dropParts(tx: Transaction, id: string): Promise<void> {
    await tx.rows(dropParts, [tx.scope.tenantId, id]);
    await tx.rows(setStored, [tx.scope.tenantId, id, false]);
  }

  async addPart(tx: Transaction, id: string, part: number, data: Buffer): Promise<void> {
    await tx.rows(addPart, [tx.scope.tenantId, id, part, data]);
    if (part === 0) await tx.rows(setStored, [tx.scope.tenantId, id, true]);
  }

  async part(tx: Transaction, id: string, part: number): Promise<Buffer | undefined> {
    return (await tx.row<{ data: Buffer }>(readPart, [tx.scope.tenantId, id, part]))?.data;
  }

  async ready(
    tx: Transaction,
    id: string,
    made: { bytes: number; sha256: string; rows: number; codeHash: string },
  ): Promise<void> {
    await tx.rows(setReady, [tx.scope.tenantId, id, made.bytes, made.sha256, made.rows, made.codeHash]);
  }

  async failed(tx: Transaction, id: string): Promise<void> {
    await tx.rows(setFailed, [tx.scope.tenantId, id]);
  }

  /** Of two who come with the same code at once one gets it. */
  take(tx: Transaction, id: string, by: string, codeHash: string): Promise<ExportRecord | undefined> {
    return tx.row<ExportRecord>(take, [tx.scope.tenantId, id, by, codeHash]);
  }

  /** It did not arrive whole: the code works again. */
  async giveBack(tx: Transaction, id: string): Promise<void> {
    await tx.rows(giveBack, [tx.scope.tenantId, id]);
  }

  requester(tx: Transaction, staffId: string): Promise<{ email: string; name: string } | undefined> {
    return tx.row(requester, [tx.scope.tenantId, staffId]);
  }

  async tenant(tx: Transaction): Promise<{ id: string; slug: string; name: string }> {
    const row = await tx.row<{ id: string; slug: string; name: string }>(tenant, [tx.scope.tenantId]);
    if (!row) throw new Error('an export of a tenant that is not there');
    return row;
  }
}
