import { Injectable } from '@nestjs/common';
import type { OfficeHours, OfficeSettings, OfficeYear } from '@sunbeon/contract';
import { localTime } from '@sunbeon/domain';
import { calendarOf } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { OfficeChange } from './office-change.ts';
import { officeYear } from './office-year.ts';
import { presentSettings } from './settings.presenter.ts';
import { SettingsReader } from './settings.reader.ts';
import { SettingsRepository } from './settings.repository.ts';
import { holdHours } from './whole-check.ts';

/** When an office is open: its week, lunch turns, one-off days, and the year that comes of them. */
@Injectable()
export class HoursService {
  constructor(
    private readonly database: Database,
    private readonly change: OfficeChange,
    private readonly reader: SettingsReader,
    private readonly settings: SettingsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(staff: StaffIdentity): Promise<OfficeSettings[]> {
    const offices = await this.database.transaction(staff, (tx) => this.reader.all(tx));
    return offices.filter(({ id }) => worksAt(staff, id)).map(presentSettings);
  }

  /** Other hours, from now on: an office that closes by them closes at once. @throws changed_meanwhile, validation */
  update(staff: StaffIdentity, officeId: string, version: number, hours: OfficeHours): Promise<OfficeSettings> {
    return this.change.run(staff, officeId, async ({ tx, office }) => {
      if (office.version !== version) refuse('changed_meanwhile');
      const after = { ...office, version: version + 1, settings: { ...office.settings, hours } };
      holdHours(after);
      await this.settings.saveHours(tx, officeId, hours);
      const target = { kind: 'office', id: officeId };
      await this.audit.record(tx, { action: 'office.hours', target, before: office.settings.hours, after: hours });
      return presentSettings(after);
    });
  }

  /** @throws not_found */
  async year(staff: StaffIdentity, officeId: string, year: number | undefined): Promise<OfficeYear> {
    if (!worksAt(staff, officeId)) refuse('not_found');
    const office = await this.database.transaction(staff, (tx) => this.reader.whole(tx, officeId));
    const { settings } = office ?? refuse('not_found');
    const present = localTime(await this.clock.now(staff), settings.zone).date.slice(0, 4);
    return officeYear(calendarOf(settings, new Map()), year ?? Number(present));
  }
}
