import { Global, Injectable, Module } from '@nestjs/common';
import type { DeviceIdentity } from '../platform/auth/identity.ts';
import { DeviceTokens } from '../platform/auth/resolvers.ts';
import { TokenCache } from '../platform/auth/token-cache.ts';
import { readToken, type TokenParts } from '../platform/auth/tokens.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { isServed } from '../tenants/tenants.reader.ts';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import { DevicesRepository, type DeviceRecord } from './devices.repository.ts';

/** Whose device token this is. A token that dies is seen here at once, on other nodes within five seconds. */
@Injectable()
export class StoredDeviceTokens extends DeviceTokens {
  private readonly cache = new TokenCache<DeviceIdentity>();

  constructor(
    private readonly database: Database,
    private readonly devices: DevicesRepository,
    events: DeviceEvents,
  ) {
    super();
    events.onRevoked(({ deviceId }) => this.cache.evict(deviceId));
  }

  /** @throws device_revoked when the token was the device's own and was revoked; tenant_inactive */
  override async resolve(token: string): Promise<DeviceIdentity | undefined> {
    const parts = readToken(token);
    return parts && this.cache.through(parts.hash, parts.rowId, () => this.read(parts));
  }

  override async isAlive(token: string): Promise<boolean> {
    const parts = readToken(token);
    const row = parts && (await this.rowOf(parts));
    return row !== undefined && row.revokedAt === null;
  }

  private async read(parts: TokenParts) {
    const row = await this.rowOf(parts);
    if (!row) return undefined;
    if (row.revokedAt !== null) return refuse('device_revoked');
    if (!isServed({ status: row.tenantStatus })) return refuse('tenant_inactive');
    return { identity: identityFrom(parts.tenantId, row), validUntil: Infinity };
  }

  /** Undefined unless the token is the one that the device has, or had last. */
  private async rowOf({ tenantId, rowId, hash }: TokenParts): Promise<DeviceRecord | undefined> {
    const row = await this.database.transaction({ tenantId }, (tx) => this.devices.read(tx, rowId));
    return row?.tokenHash === hash ? row : undefined;
  }
}

function identityFrom(tenantId: string, row: DeviceRecord): DeviceIdentity {
  return { kind: 'device', tenantId, deviceId: row.id, deviceKind: row.kind, officeId: row.officeId };
}

/** The port DeviceTokens for every role: the guard of all routes and the sockets ask it. */
@Global()
@Module({
  providers: [
    DeviceEvents,
    DevicesRepository,
    StoredDeviceTokens,
    { provide: DeviceTokens, useExisting: StoredDeviceTokens },
  ],
  exports: [DeviceEvents, DevicesRepository, DeviceTokens],
})
export class DeviceTokensModule {}
