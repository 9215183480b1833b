import { Injectable } from '@nestjs/common';
import type { ClockReading } from '@sunbeon/contract';
import type { DeviceIdentity } from '../platform/auth/identity.ts';
import { sha256 } from '../platform/auth/tokens.ts';
import { Clock, instantOf, iso } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { PermitsReader } from '../permits/permits.reader.ts';
import { PrivacyReader } from '../privacy/privacy.reader.ts';
import { ScreensReader } from '../screens/screens.reader.ts';
import { presentConfig, presentPermits } from './device-config.presenter.ts';
import { DevicesRepository } from './devices.repository.ts';

/** Of heartbeats that say the same, at most one of a device is stored within so long; what is new is stored at once. */
const HEARTBEAT_PAUSE_MS = 5_000;

/** A device's configuration with the tag by which it asks for changes only. */
export interface TaggedConfig {
  readonly config: RouteOutput<'deviceConfig'>;
  readonly etag: string;
}

/** What a paired device asks for itself. */
@Injectable()
export class DeviceLifeService {
  constructor(
    private readonly database: Database,
    private readonly devices: DevicesRepository,
    private readonly offices: OfficesReader,
    private readonly clock: Clock,
    private readonly privacy: PrivacyReader,
    private readonly screens: ScreensReader,
    private readonly permits: PermitsReader,
  ) {}

  /** The configuration; its tag changes with anything in it but the clock's hand. */
  async config(who: DeviceIdentity): Promise<TaggedConfig> {
    const clock = await this.readClock(who);
    return this.database.transaction(who, async (tx) => {
      const device = (await this.devices.read(tx, who.deviceId)) ?? refuse('unauthenticated');
      const office = await this.offices.configOf(tx, device.officeId, device.configRevision);
      const rules = device.kind === 'kiosk' ? await this.privacy.rules(tx) : undefined;
      const offered = rules?.notices && this.privacy.hasSender(device.tenantKind) ? rules.consent : null;
      const { kind, officeId, settings } = device;
      const hasScreen = kind === 'display' || kind === 'kiosk';
      const shown = hasScreen ? await this.screens.shown(tx, officeId, kind, settings) : undefined;
      const permits = kind === 'kiosk' && { permits: presentPermits(await this.permits.used(tx), office) };
      const content = { ...presentConfig(device, office, offered), ...shown, ...permits };
      return { config: { ...content, clock }, etag: `"${sha256(JSON.stringify([content, clock.rate]))}"` };
    });
  }

  async heartbeat(who: DeviceIdentity, heard: RouteInput<'heartbeat'>['body']): Promise<RouteOutput<'heartbeat'>> {
    const now = Date.now();
    const offset = heard.clockAt === undefined ? null : Date.parse(heard.clockAt) - now;
    const clock = await this.readClock(who);
    const configVersion = await this.database.transaction(who, async (tx) => {
      await this.devices.hear(tx, who.deviceId, heard, offset, HEARTBEAT_PAUSE_MS);
      return this.devices.configVersion(tx, who.deviceId);
    });
    return { now: iso(now), configVersion, clock };
  }

  private async readClock(who: DeviceIdentity): Promise<ClockReading> {
    const anchor = await this.clock.anchorOf(who);
    return { now: iso(instantOf(anchor)), rate: anchor?.rate ?? 1 };
  }
}
