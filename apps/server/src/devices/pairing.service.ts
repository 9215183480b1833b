import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { AttemptLimits, type Limit } from '../platform/auth/attempt-limits.ts';
import { newToken } from '../platform/auth/tokens.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { networkOf } from '../platform/limits/network-of.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import { isServed } from '../tenants/tenants.reader.ts';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import { mayManage } from './devices.policy.ts';
import { DevicesRepository } from './devices.repository.ts';
import { newPairingCode, pairingHash, pairingMs } from './pairing-code.ts';

const findCode = statement('devices.by_code', 'select tenant_id as "tenantId" from sys.pairing_by_code($1)');

/**
 * Wrong codes in ten minutes. 3,000 guesses hit one of 1,000 open codes with a chance of one in 160,000; so many take 150
 * addresses, so that nobody keeps all others from pairing by guessing from a few.
 */
const perAddress: Limit = { name: 'pair_address', attempts: 20, seconds: 600 };
const overall: Limit = { name: 'pair_overall', attempts: 3_000, seconds: 600 };
/** A wrong code is answered no sooner than this: how long it took says nothing on why. */
const REFUSAL_MS = 50;

const nowhere: TenantScope = { tenantId: '00000000-0000-0000-0000-000000000000' };

/** Pairing codes: made in the console, typed at the device. */
@Injectable()
export class PairingService {
  constructor(
    private readonly database: Database,
    private readonly devices: DevicesRepository,
    private readonly limits: AttemptLimits,
    private readonly events: DeviceEvents,
    private readonly audit: Audit,
  ) {}

  /** A new code for a device; the one before is worth nothing any more. */
  newCode(staff: StaffIdentity, deviceId: string): Promise<RouteOutput<'pairingCode'>> {
    return this.database.transaction(staff, async (tx) => {
      const device = (await this.devices.read(tx, deviceId)) ?? refuse('not_found');
      mayManage(staff, device.officeId);
      const answer = await this.giveCode(tx, deviceId);
      const target = { kind: 'device', id: deviceId };
      await this.audit.record(tx, { action: 'device.pairing_code', target, after: { name: device.name } });
      return answer;
    });
  }

  /**
   * The machine that had the device's place is cut off at once, broken or in wrong hands; the code puts another one there,
   * with the same name, settings and history.
   */
  replace(staff: StaffIdentity, deviceId: string): Promise<RouteOutput<'deviceReplace'>> {
    return this.database.transaction(staff, async (tx) => {
      const device = (await this.devices.read(tx, deviceId)) ?? refuse('not_found');
      mayManage(staff, device.officeId);
      await this.devices.revoke(tx, deviceId);
      const answer = await this.giveCode(tx, deviceId);
      const target = { kind: 'device', id: deviceId };
      await this.audit.record(tx, { action: 'device.replace', target, after: { name: device.name } });
      tx.onCommit(() => this.events.revoked({ tenantId: staff.tenantId, deviceId, reason: 'revoked' }));
      return answer;
    });
  }

  private async giveCode(tx: Transaction, deviceId: string): Promise<RouteOutput<'pairingCode'>> {
    const code = newPairingCode();
    const expiresAt = Date.now() + pairingMs;
    await this.devices.replaceCode(tx, deviceId, pairingHash(code), expiresAt);
    return { code, expiresAt: iso(expiresAt) };
  }

  /**
   * Gives a device its token. A token it had before dies at once.
   * @throws pairing_code_invalid for whatever reason the code is not good; too_many_requests
   */
  async pair(code: string, address: string): Promise<RouteOutput<'pair'>> {
    const answerAt = Date.now() + REFUSAL_MS;
    const network = networkOf(address);
    await this.limits.spend(perAddress, network);
    await this.limits.spend(overall, 'all');
    const [found] = await this.database.system<TenantScope>(findCode, [pairingHash(code)]);
    // A code that nobody made is looked for as well, in a tenant that does not exist: the same statements.
    const paired = await this.use(found ?? nowhere, pairingHash(code));
    if (!paired) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, answerAt - Date.now())));
      return refuse('pairing_code_invalid');
    }
    await Promise.all([this.limits.giveBack(perAddress, network), this.limits.giveBack(overall, 'all')]);
    return paired;
  }

  private use(scope: TenantScope, codeHash: string): Promise<RouteOutput<'pair'> | undefined> {
    return this.database.transaction(scope, async (tx) => {
      const deviceId = await this.devices.useCode(tx, codeHash);
      const device = deviceId === undefined ? undefined : await this.devices.read(tx, deviceId);
      if (!device || !isServed({ status: device.tenantStatus })) return undefined;
      const { token, hash } = newToken(scope.tenantId, device.id);
      await this.devices.giveToken(tx, device.id, hash);
      const { tenantId } = scope;
      const target = { kind: 'device', id: device.id };
      await this.audit.record(tx, { action: 'device.pair', target, after: { name: device.name, kind: device.kind } });
      tx.onCommit(() => this.events.revoked({ tenantId, deviceId: device.id, reason: 'paired_again' }));
      return { deviceId: device.id, token, kind: device.kind, tenant: device.tenantSlug, office: device.officeSlug };
    });
  }
}
