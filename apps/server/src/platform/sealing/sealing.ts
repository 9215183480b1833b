import { Inject, Injectable } from '@nestjs/common';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { statement, type SqlScope } from '../database/database.ts';
import { KEY_BYTES, open, seal, versionOf } from './seal.ts';
import type { SealedColumn } from './sealed-columns.ts';

interface KeyRow {
  readonly version: number;
  /** The tenant's key, sealed with the master key of that name. */
  readonly wrapped: string;
  readonly master: string;
}

/** HMAC-SHA256 (base64url) under a key made from the master key of that name. */
export interface Signature {
  readonly key: string;
  readonly value: string;
}

// Held until the commit: an exchange of keys waits for who is sealing, and finds what they sealed.
const newest = statement(
  'sealing.newest',
  'select version, wrapped, master from tenant_key where tenant_id = $1 order by version desc limit 1 for share',
);
const byVersion = statement(
  'sealing.by_version',
  'select version, wrapped, master from tenant_key where tenant_id = $1 and version = $2',
);
const insert = statement(
  'sealing.insert',
  `insert into tenant_key (tenant_id, version, wrapped, master) values ($1, $2, $3, $4)
   on conflict (tenant_id, version) do nothing`,
);
const underOthers = statement(
  'sealing.under_others',
  'select version, wrapped, master from tenant_key where tenant_id = $1 and master <> $2 for update',
);
const rewrap = statement(
  'sealing.rewrap',
  'update tenant_key set wrapped = $3, master = $4 where tenant_id = $1 and version = $2',
);
const destroy = statement('sealing.destroy', 'delete from tenant_key where tenant_id = $1 returning version');

/**
 * Seals what is personal or secret with a key of its tenant. The tenants' keys are in the database, sealed with the master
 * key, which is not: whoever has a copy of the database alone reads nothing, and a tenant whose keys are gone is
 * unreadable in every backup.
 */
@Injectable()
export class Sealing {
  private readonly masters: ReadonlyMap<string, Buffer>;
  private readonly master: string | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.masters = new Map(config.masterKeys.map(({ name, key }) => [name, key]));
    this.master = config.masterKeys[0]?.name;
  }

  /**
   * @param purpose table and column that the text is for; the same when it is opened
   * @returns a text of ASCII characters for a column of type text
   */
  async seal(tx: SqlScope, purpose: SealedColumn, text: string): Promise<string> {
    const row = (await this.row(tx)) ?? (await this.firstKey(tx));
    return seal(this.unwrap(tx, row), row.version, aboutText(tx, purpose), text);
  }

  /** @throws SealBroken when it was not sealed for this tenant and purpose, or its key is gone */
  async open(tx: SqlScope, purpose: SealedColumn, sealed: string): Promise<string> {
    const [row] = await tx.rows<KeyRow>(byVersion, [tx.scope.tenantId, versionOf(sealed)]);
    if (!row) throw new Error('the key of a sealed text is gone');
    return open(this.unwrap(tx, row), aboutText(tx, purpose), sealed);
  }

  /** A new key of the tenant, with which everything is sealed from now on. @returns its version */
  async addKey(tx: SqlScope): Promise<number> {
    return (await this.store(tx, ((await this.row(tx))?.version ?? 0) + 1)).version;
  }

  /** Name of the master key that seals tenants' keys now. */
  get masterName(): string | undefined {
    return this.master;
  }

  /**
   * Seals the tenant's keys with the first master key where another one did: after that the other may be taken out of
   * MASTER_KEYS. @returns how many were
   */
  async rewrap(tx: SqlScope): Promise<number> {
    const { tenantId } = tx.scope;
    const rows = await tx.rows<KeyRow>(underOthers, [tenantId, this.master]);
    for (const row of rows) {
      const key = this.unwrap(tx, row).toString('base64url');
      await tx.rows(rewrap, [tenantId, row.version, this.wrap(tenantId, row.version, key), this.master]);
    }
    return rows.length;
  }

  /** Destroys all keys of the tenant: what they sealed is unreadable from the commit on. @returns how many there were */
  async destroyKeys(tx: SqlScope): Promise<number> {
    return (await tx.rows(destroy, [tx.scope.tenantId])).length;
  }

  /** Signs a text of ours, so that its later reader can tell that it is ours and unchanged. */
  sign(text: string): Signature {
    return { key: this.master ?? '', value: this.signatureOf(this.master, text) };
  }

  /** @returns false also when the master key of that name is not in MASTER_KEYS any more */
  isGenuine(text: string, { key, value }: Signature): boolean {
    if (!this.masters.has(key)) return false;
    const expected = Buffer.from(this.signatureOf(key, text));
    const given = Buffer.from(value);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  private signatureOf(master: string | undefined, text: string): string {
    const key = createHmac('sha256', this.masterKey(master)).update('sunbeon.signature').digest();
    return createHmac('sha256', key).update(text).digest('base64url');
  }

  private wrap(tenantId: string, version: number, key: string): string {
    return seal(this.masterKey(this.master), 0, aboutKey(tenantId, version), key);
  }

  private async row(tx: SqlScope): Promise<KeyRow | undefined> {
    return (await tx.rows<KeyRow>(newest, [tx.scope.tenantId]))[0];
  }

  private firstKey(tx: SqlScope): Promise<KeyRow> {
    return this.store(tx, 1);
  }

  private async store(tx: SqlScope, version: number): Promise<KeyRow> {
    const { tenantId } = tx.scope;
    const key = randomBytes(KEY_BYTES).toString('base64url');
    const wrapped = this.wrap(tenantId, version, key);
    await tx.rows(insert, [tenantId, version, wrapped, this.master]);
    // Another transaction may have been quicker; its key is the one.
    const [row] = await tx.rows<KeyRow>(byVersion, [tenantId, version]);
    if (!row) throw new Error('the key of a tenant could not be stored');
    return row;
  }

  private unwrap(tx: SqlScope, { version, wrapped, master }: KeyRow): Buffer {
    return Buffer.from(open(this.masterKey(master), aboutKey(tx.scope.tenantId, version), wrapped), 'base64url');
  }

  private masterKey(name: string | undefined): Buffer {
    const key = name === undefined ? undefined : this.masters.get(name);
    if (!key) throw new Error(`MASTER_KEYS lacks the key ${name ?? '(none is set)'}`);
    return key;
  }
}

const aboutText = (tx: SqlScope, purpose: string) => `${tx.scope.tenantId}|${purpose}`;
const aboutKey = (tenantId: string, version: number) => `${tenantId}|tenant_key|${version}`;
