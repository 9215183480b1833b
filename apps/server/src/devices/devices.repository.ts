import { Injectable } from '@nestjs/common';
import type { DeviceKind, DeviceSettings } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { TenantStatus } from '../tenants/tenants.reader.ts';

/** A device as its token finds it. */
export interface DeviceRecord {
  readonly id: string;
  readonly officeId: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly settings: DeviceSettings;
  readonly tokenHash: string | null;
  readonly revokedAt: number | null;
  readonly tenantSlug: string;
  readonly tenantName: string;
  readonly tenantKind: 'live' | 'rehearsal';
  readonly tenantStatus: TenantStatus;
  readonly officeSlug: string;
  /** Revision of the office's configuration, and of the device's own settings; the sum is the device's version. */
  readonly configRevision: number;
  readonly settingsRevision: number;
}

const readDevice = statement(
  'devices.read',
  `select d.id, d.office_id as "officeId", d.kind, d.name, d.settings, d.token_hash as "tokenHash",
     d.revoked_at as "revokedAt", t.slug as "tenantSlug", t.name as "tenantName", t.kind as "tenantKind",
     t.status as "tenantStatus", o.slug as "officeSlug", l.config_revision as "configRevision",
     d.settings_revision as "settingsRevision"
   from device d join tenant t on t.id = d.tenant_id join office o on o.tenant_id = d.tenant_id and o.id = d.office_id
     join office_live l on l.tenant_id = d.tenant_id and l.office_id = d.office_id
   where d.tenant_id = $1 and d.id = $2`,
);
const hear = statement(
  'devices.hear',
  `update device set last_heard_at = now(), heartbeat = $3, clock_offset_ms = $4
   where tenant_id = $1 and id = $2 and (last_heard_at is null or last_heard_at <= now() - $5 * interval '1 millisecond'
     or (heartbeat - 'clockAt') is distinct from ($3::jsonb - 'clockAt'))`,
);
const configRevision = statement(
  'devices.config_revision',
  `select l.config_revision + d.settings_revision as revision from device d
     join office_live l on l.tenant_id = d.tenant_id and l.office_id = d.office_id
   where d.tenant_id = $1 and d.id = $2`,
);
const dropCodes = statement('devices.drop_codes', 'delete from device_pairing where tenant_id = $1 and device_id = $2');
const addCode = statement(
  'devices.add_code',
  'insert into device_pairing (tenant_id, code_hash, device_id, expires_at) values ($1, $2, $3, $4)',
);
const useCode = statement(
  'devices.use_code',
  `update device_pairing set used_at = now() where tenant_id = $1 and code_hash = $2 and used_at is null
     and expires_at > clock_timestamp() returning device_id as "deviceId"`,
);
const giveToken = statement(
  'devices.give_token',
  `update device set token_hash = $3, paired_at = now(), revoked_at = null, last_heard_at = null, heartbeat = null,
     clock_offset_ms = null where tenant_id = $1 and id = $2`,
);
const revoke = statement(
  'devices.revoke',
  'update device set revoked_at = coalesce(revoked_at, now()) where tenant_id = $1 and id = $2',
);

const change = statement(
  'devices.change',
  `update device set name = $3, settings = $4, settings_revision = settings_revision + 1 where tenant_id = $1 and id = $2`,
);

/** Tokens, pairing codes and heartbeats of devices. */
@Injectable()
export class DevicesRepository {
  read(tx: Transaction, id: string): Promise<DeviceRecord | undefined> {
    return tx.row<DeviceRecord>(readDevice, [tx.scope.tenantId, id]);
  }

  /** Stores a heartbeat unless one was stored within `pauseMs`. */
  async hear(
    tx: Transaction,
    id: string,
    heartbeat: object,
    clockOffsetMs: number | null,
    pauseMs: number,
  ): Promise<void> {
    await tx.rows(hear, [tx.scope.tenantId, id, JSON.stringify(heartbeat), clockOffsetMs, pauseMs]);
  }

  /** Version of the configuration that the device should have; rises with the office's and with its own settings. */
  async configVersion(tx: Transaction, deviceId: string): Promise<number> {
    const row = await tx.row<{ revision: number }>(configRevision, [tx.scope.tenantId, deviceId]);
    if (!row) throw new Error('a device without an office');
    return row.revision;
  }

  /** A new code; those before it are worth nothing. @param expiresAt epoch milliseconds, real time */
  async replaceCode(tx: Transaction, deviceId: string, codeHash: string, expiresAt: number): Promise<void> {
    await this.dropCodes(tx, deviceId);
    await tx.rows(addCode, [tx.scope.tenantId, codeHash, deviceId, new Date(expiresAt)]);
  }

  async dropCodes(tx: Transaction, deviceId: string): Promise<void> {
    await tx.rows(dropCodes, [tx.scope.tenantId, deviceId]);
  }

  /** Uses a code up: the device it is for, or undefined when it is used or expired. Of two at once one gets it. */
  async useCode(tx: Transaction, codeHash: string): Promise<string | undefined> {
    return (await tx.row<{ deviceId: string }>(useCode, [tx.scope.tenantId, codeHash]))?.deviceId;
  }

  async giveToken(tx: Transaction, deviceId: string, tokenHash: string): Promise<void> {
    await tx.rows(giveToken, [tx.scope.tenantId, deviceId, tokenHash]);
  }

  async change(tx: Transaction, id: string, name: string, settings: DeviceSettings): Promise<void> {
    await tx.rows(change, [tx.scope.tenantId, id, name, JSON.stringify(settings)]);
  }

  async revoke(tx: Transaction, deviceId: string): Promise<void> {
    await tx.rows(revoke, [tx.scope.tenantId, deviceId]);
    await this.dropCodes(tx, deviceId);
  }
}
