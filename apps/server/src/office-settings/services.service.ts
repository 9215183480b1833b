import { Injectable } from '@nestjs/common';
import type { ServiceCreate, ServiceRow, ServiceUpdate } from '@sunbeon/contract';
import { OfficesReader, seriesKey } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { OfficeChange, type OfficeChanging } from './office-change.ts';
import { presentService } from './settings.presenter.ts';
import { SettingsReader } from './settings.reader.ts';
import { SettingsRepository } from './settings.repository.ts';
import { holdUnused, usesOfService } from './uses.ts';
import { holdWhole } from './whole-check.ts';
import { inUse, newLast, ofVersion, withOne, type KeptService, type WholeOffice } from './whole-office.ts';

/** Services (업무) of offices, as their supervisors change them. */
@Injectable()
export class ServicesService {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesReader,
    private readonly change: OfficeChange,
    private readonly reader: SettingsReader,
    private readonly settings: SettingsRepository,
    private readonly audit: Audit,
  ) {}

  async list(staff: StaffIdentity): Promise<ServiceRow[]> {
    const offices = await this.database.transaction(staff, (tx) => this.reader.all(tx));
    return offices
      .filter(({ id }) => worksAt(staff, id))
      .flatMap((office) => office.services.map((service) => presentService(office, service)));
  }

  /** @throws validation, numbers_used_today */
  async create(staff: StaffIdentity, { office: slug, ...fields }: ServiceCreate): Promise<ServiceRow> {
    const { id: officeId } = await this.offices.theirs(staff, slug);
    return this.change.run(staff, officeId, async (changing) => {
      return this.put(changing, 'service.create', undefined, newLast(changing.office.services, fields));
    });
  }

  /** @throws changed_meanwhile, validation, numbers_used_today */
  update(staff: StaffIdentity, id: string, wish: ServiceUpdate): Promise<ServiceRow> {
    const { version, position, ...fields } = wish;
    return this.change.of(staff, 'service', id, async (changing) => {
      const before = ofVersion(changing.office.services, id, version);
      if (before.archivedAt !== null) refuse('conflict', 'an archived service is restored first');
      const { code } = before.fields;
      const after = {
        ...before,
        version: version + 1,
        position: position ?? before.position,
        fields: { ...fields, code },
      };
      return this.put(changing, 'service.update', before, after);
    });
  }

  /** @throws changed_meanwhile; in_use with what still needs it */
  archive(staff: StaffIdentity, id: string, version: number): Promise<ServiceRow> {
    return this.change.of(staff, 'service', id, async (changing) => {
      const before = ofVersion(changing.office.services, id, version);
      if (before.archivedAt !== null) return presentService(changing.office, before);
      holdUnused(usesOfService(changing.hall, changing.office, before));
      return this.setArchived(changing, before, true);
    });
  }

  /** @throws changed_meanwhile; validation when the office cannot have it back as it was; numbers_used_today */
  restore(staff: StaffIdentity, id: string, version: number): Promise<ServiceRow> {
    return this.change.of(staff, 'service', id, async (changing) => {
      const before = ofVersion(changing.office.services, id, version);
      if (before.archivedAt === null) return presentService(changing.office, before);
      const after = { ...before, archivedAt: null };
      holdWhole(withService(changing.office, after), { list: 'services', id });
      await this.holdNumbers(changing, after);
      return this.setArchived(changing, before, false);
    });
  }

  private async put(
    changing: OfficeChanging,
    action: string,
    before: KeptService | undefined,
    after: KeptService,
  ): Promise<ServiceRow> {
    const { tx } = changing;
    const office = withService(changing.office, after);
    holdWhole(office, { list: 'services', id: after.id });
    if (!before || seriesKey(before.fields.numbers) !== seriesKey(after.fields.numbers)) {
      await this.holdNumbers(changing, after);
    }
    const ids = new Map(office.services.map(({ id, fields }) => [fields.code, id]));
    await this.settings.putService(tx, office.id, after, ids);
    const target = { kind: 'service', id: after.id };
    const known = before && { before: { ...before.fields, position: before.position } };
    await this.audit.record(tx, { action, target, ...known, after: { ...after.fields, position: after.position } });
    return presentService(office, after);
  }

  private async setArchived(changing: OfficeChanging, service: KeptService, archived: boolean): Promise<ServiceRow> {
    const { tx, office } = changing;
    await this.settings.setArchived(tx, 'service', service.id, archived);
    const target = { kind: 'service', id: service.id };
    const { code, name } = service.fields;
    await this.audit.record(tx, {
      action: archived ? 'service.archive' : 'service.restore',
      target,
      after: { code, name },
    });
    const stored = (await this.reader.whole(tx, office.id)) ?? refuse('not_found');
    return presentService(stored, ofVersion(stored.services, service.id, service.version + 1));
  }

  /** A number is given out once a day: of a new range none may be out already. Joining the range of another is no new one. */
  private async holdNumbers({ tx, hall, office }: OfficeChanging, { id, fields }: KeptService): Promise<void> {
    const key = seriesKey(fields.numbers);
    const shared = inUse(office.services).some((other) => other.id !== id && seriesKey(other.fields.numbers) === key);
    if (shared) return;
    if (await this.reader.isUsedOn(tx, office.id, hall.businessOn, fields.numbers)) refuse('numbers_used_today');
  }
}

const withService = (office: WholeOffice, service: KeptService): WholeOffice => ({
  ...office,
  services: withOne(office.services, service),
});
