import { Injectable } from '@nestjs/common';
import type { ConsentText } from '@sunbeon/contract';
import { isDeepStrictEqual } from 'node:util';
import { Audit } from '../platform/audit/audit.ts';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { KeyRotation } from '../platform/sealing/key-rotation.ts';
import { suggestedConsent } from './consent-suggestion.ts';
import { DeletionsRepository } from './deletions.repository.ts';
import { PrivacyReader, type PrivacyRules } from './privacy.reader.ts';
import { PrivacyRepository } from './privacy.repository.ts';

type Wish = RouteInput<'privacyChange'>['body'];

/** What a tenant's owner decides about the data of people. */
@Injectable()
export class PrivacyService {
  constructor(
    private readonly database: Database,
    private readonly reader: PrivacyReader,
    private readonly repository: PrivacyRepository,
    private readonly deletions: DeletionsRepository,
    private readonly devices: DeviceEvents,
    private readonly keys: KeyRotation,
    private readonly audit: Audit,
  ) {}

  read(scope: TenantScope): Promise<RouteOutput<'privacySettings'>> {
    return this.database.transaction(scope, (tx) => this.present(tx));
  }

  /**
   * Changes the rules; kiosks hear of it at once. Turned off, all numbers are deleted in the same transaction.
   * @throws consent_missing when notices are turned on without a text to agree to
   */
  async change(scope: TenantScope, wish: Wish): Promise<RouteOutput<'privacyChange'>> {
    const { kiosks, settings } = await this.database.transaction(scope, (tx) => this.changeIn(tx, wish));
    const say = ({ id, version }: { id: string; version: number }) =>
      this.devices.say({ to: { deviceId: id }, name: 'config', payload: { version } });
    await Promise.all(kiosks.map(say));
    return settings;
  }

  async rotateKey(scope: TenantScope): Promise<RouteOutput<'keyRotate'>> {
    const rotation = await this.keys.rotate(scope);
    await this.database.transaction(scope, (tx) =>
      this.audit.record(tx, { action: 'key.rotate', target: { kind: 'tenant', id: scope.tenantId }, after: rotation }),
    );
    return rotation;
  }

  async proofs(scope: TenantScope): Promise<RouteOutput<'deletionProofs'>> {
    const rows = await this.database.transaction(scope, (tx) => this.deletions.proofs(tx));
    return rows.map((row) => ({ ...row, at: iso(row.at) }));
  }

  private async changeIn(tx: Transaction, wish: Wish) {
    await this.repository.lock(tx);
    const before = await this.reader.rules(tx);
    const consent = await this.consentAfter(tx, before, wish.consent);
    const notices = wish.notices ?? before.notices;
    if (notices && consent === null) refuse('consent_missing');
    const after: PrivacyRules = { notices, retentionYears: wish.retentionYears ?? before.retentionYears, consent };
    await this.repository.save(tx, after);
    const kiosks = await this.repository.wakeKiosks(tx);
    if (!notices) await this.forgetAll(tx);
    const settings = await this.present(tx);
    const target = { kind: 'tenant', id: tx.scope.tenantId };
    await this.audit.record(tx, { action: 'privacy.change', target, before, after });
    return { kiosks, settings };
  }

  private async consentAfter(tx: Transaction, { consent }: PrivacyRules, text: ConsentText | undefined) {
    if (text === undefined || (consent && isDeepStrictEqual({ ...consent.text }, { ...text }))) return consent;
    const version = await this.repository.addConsent(tx, text);
    return { version, from: iso(Date.now()), text };
  }

  private async forgetAll(tx: Transaction): Promise<void> {
    const deleted = await this.deletions.deleteAllContacts(tx);
    if (deleted === 0) return;
    const remaining = await this.deletions.contacts(tx);
    const proof = { reason: 'notices_off', officeId: null, businessOn: null, deleted, remaining } as const;
    const id = await this.deletions.prove(tx, proof);
    await this.audit.record(tx, { action: 'contacts.delete', target: { kind: 'deletion', id }, after: proof });
  }

  private async present(tx: Transaction): Promise<RouteOutput<'privacySettings'>> {
    const rules = await this.reader.rules(tx);
    const key = await this.repository.key(tx);
    return {
      ...rules,
      sender: this.reader.hasSender(await this.repository.tenantKind(tx)),
      suggestedConsent,
      key: key ? { version: key.version, since: iso(key.since) } : null,
      contacts: await this.deletions.contacts(tx),
    };
  }
}
