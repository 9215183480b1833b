import { Injectable } from '@nestjs/common';
import type { CounterCreate, CounterRow, CounterUpdate } from '@sunbeon/contract';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { OfficeChange, type OfficeChanging } from './office-change.ts';
import { presentCounter } from './settings.presenter.ts';
import { SettingsReader } from './settings.reader.ts';
import { SettingsRepository } from './settings.repository.ts';
import { holdUnused, usesOfCounter } from './uses.ts';
import { holdWhole } from './whole-check.ts';
import { newLast, ofVersion, withOne, type KeptCounter, type WholeOffice } from './whole-office.ts';

/** Counters (창구) of offices, as their supervisors change them. */
@Injectable()
export class CountersSettingsService {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesReader,
    private readonly change: OfficeChange,
    private readonly reader: SettingsReader,
    private readonly settings: SettingsRepository,
    private readonly audit: Audit,
  ) {}

  async list(staff: StaffIdentity): Promise<CounterRow[]> {
    const offices = await this.database.transaction(staff, (tx) => this.reader.all(tx));
    return offices
      .filter(({ id }) => worksAt(staff, id))
      .flatMap((office) => office.counters.map((counter) => presentCounter(office, counter)));
  }

  /** @throws validation */
  async create(staff: StaffIdentity, { office: slug, ...fields }: CounterCreate): Promise<CounterRow> {
    const { id: officeId } = await this.offices.theirs(staff, slug);
    return this.change.run(staff, officeId, async (changing) => {
      return this.put(changing, 'counter.create', undefined, newLast(changing.office.counters, fields));
    });
  }

  /** The counter's present ticket goes on; what it calls next follows its new services. @throws changed_meanwhile, validation */
  update(staff: StaffIdentity, id: string, wish: CounterUpdate): Promise<CounterRow> {
    const { version, position, ...fields } = wish;
    return this.change.of(staff, 'counter', id, async (changing) => {
      const before = ofVersion(changing.office.counters, id, version);
      if (before.archivedAt !== null) refuse('conflict', 'an archived counter is restored first');
      const { number } = before.fields;
      const after = {
        ...before,
        version: version + 1,
        position: position ?? before.position,
        fields: { ...fields, number },
      };
      return this.put(changing, 'counter.update', before, after);
    });
  }

  /** @throws changed_meanwhile; in_use with what still needs it */
  archive(staff: StaffIdentity, id: string, version: number): Promise<CounterRow> {
    return this.change.of(staff, 'counter', id, async (changing) => {
      const { tx, hall, office } = changing;
      const before = ofVersion(office.counters, id, version);
      if (before.archivedAt !== null) return presentCounter(office, before);
      const screens = await this.reader.screensOf(tx, office.id, before.fields.number);
      holdUnused(usesOfCounter(hall, office, before, screens));
      return this.setArchived(changing, before, true);
    });
  }

  /** Comes back closed. @throws changed_meanwhile, validation */
  restore(staff: StaffIdentity, id: string, version: number): Promise<CounterRow> {
    return this.change.of(staff, 'counter', id, async (changing) => {
      const before = ofVersion(changing.office.counters, id, version);
      if (before.archivedAt === null) return presentCounter(changing.office, before);
      holdWhole(withCounter(changing.office, { ...before, archivedAt: null }), { list: 'counters', id });
      return this.setArchived(changing, before, false);
    });
  }

  private async put(
    { tx, office: stored }: OfficeChanging,
    action: string,
    before: KeptCounter | undefined,
    after: KeptCounter,
  ): Promise<CounterRow> {
    const office = withCounter(stored, after);
    holdWhole(office, { list: 'counters', id: after.id });
    const ids = new Map(office.services.map(({ id, fields }) => [fields.code, id]));
    const serviceIds = after.fields.services.flatMap((code) => ids.get(code) ?? []);
    await this.settings.putCounter(tx, office.id, after, serviceIds);
    const target = { kind: 'counter', id: after.id };
    const known = before && { before: { ...before.fields, position: before.position } };
    await this.audit.record(tx, { action, target, ...known, after: { ...after.fields, position: after.position } });
    return presentCounter(office, after);
  }

  private async setArchived(
    { tx, office }: OfficeChanging,
    counter: KeptCounter,
    archived: boolean,
  ): Promise<CounterRow> {
    await this.settings.setArchived(tx, 'counter', counter.id, archived);
    await this.settings.setLive(tx, office.id, counter.id, !archived);
    const target = { kind: 'counter', id: counter.id };
    const { number, name } = counter.fields;
    await this.audit.record(tx, {
      action: archived ? 'counter.archive' : 'counter.restore',
      target,
      after: { number, name },
    });
    const stored = (await this.reader.whole(tx, office.id)) ?? refuse('not_found');
    return presentCounter(stored, ofVersion(stored.counters, counter.id, counter.version + 1));
  }
}

const withCounter = (office: WholeOffice, counter: KeptCounter): WholeOffice => ({
  ...office,
  counters: withOne(office.counters, counter),
});
