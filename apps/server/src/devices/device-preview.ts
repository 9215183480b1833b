import { Injectable } from '@nestjs/common';
import type { DeviceSettings } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { OfficesReader } from '../offices/offices.reader.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Clock, instantOf, iso } from '../platform/clock/clock.ts';
import { Database, statement } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import { ScreensReader } from '../screens/screens.reader.ts';
import { presentConfig } from './device-config.presenter.ts';

const readTenant = statement('devices.preview_tenant', 'select slug, name, kind from tenant where id = $1');

/** The configuration of a device that is not there, for people who want to see what one would show. */
@Injectable()
export class DevicePreview {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesReader,
    private readonly screens: ScreensReader,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found when the person does not work for the office */
  async config(staff: StaffIdentity, slug: string, kind: 'display' | 'kiosk'): Promise<RouteOutput<'screenPreview'>> {
    const anchor = await this.clock.anchorOf(staff);
    return this.database.transaction(staff, async (tx) => {
      const { id } = await this.offices.theirsIn(tx, staff, slug);
      const office = await this.offices.configOf(tx, id, Number.MAX_SAFE_INTEGER);
      const tenant = (await tx.row<Tenant>(readTenant, [staff.tenantId])) ?? refuse('not_found');
      const settings: DeviceSettings = kind === 'display' ? { screen: 'hall', voice: false } : {};
      const named = { tenantSlug: tenant.slug, tenantName: tenant.name, tenantKind: tenant.kind };
      const device = { ...{ id: uuidv7(), kind, name: '', settings, settingsRevision: 0 }, ...named };
      return {
        ...presentConfig(device, office, null),
        ...(await this.screens.shown(tx, id, kind, settings)),
        clock: { now: iso(instantOf(anchor)), rate: anchor?.rate ?? 1 },
      };
    });
  }
}

interface Tenant {
  readonly slug: string;
  readonly name: string;
  readonly kind: 'live' | 'rehearsal';
}
