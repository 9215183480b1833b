import { Injectable } from '@nestjs/common';
import type { ImportCheck, ImportDone, ServiceTemplate } from '@sunbeon/contract';
import { businessDay } from '@sunbeon/domain';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { refuse } from '../platform/http/problem.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { csvOf } from '../platform/imports/csv-lines.ts';
import { importedSheet, type Sheet } from '../platform/imports/import-file.ts';
import type { PlannedRow } from '../platform/imports/import-kind.ts';
import { checkOf, holdShown, planImport } from '../platform/imports/import-plan.ts';
import { OfficeChange, type OfficeChanging } from './office-change.ts';
import { blankService, serviceCodeColumn, serviceColumns } from './service-columns.ts';
import { withImported, withOfficeFaults, withUsedNumbers, type ImportedOffice } from './service-import.policy.ts';
import { SettingsReader } from './settings.reader.ts';
import { SettingsRepository } from './settings.repository.ts';
import { inUse, type WholeOffice } from './whole-office.ts';

type Row = PlannedRow<ServiceTemplate>;
interface Planned extends ImportedOffice {
  readonly rows: readonly Row[];
  readonly check: ImportCheck;
}

/** Services of an office from a table: first what it would do, then exactly that. */
@Injectable()
export class ServiceImportService {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesReader,
    private readonly change: OfficeChange,
    private readonly reader: SettingsReader,
    private readonly settings: SettingsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws not_found */
  async template(staff: StaffIdentity, slug: string): Promise<string> {
    const { id } = await this.offices.theirs(staff, slug);
    const office = await this.database.transaction(staff, (tx) => this.reader.whole(tx, id));
    const { services, settings } = office ?? refuse('not_found');
    return csvOf(
      [serviceCodeColumn, ...serviceColumns(settings.groups)],
      inUse(services).map(({ fields }) => fields),
    );
  }

  /** @throws not_found, body_too_large, file_unreadable, file_too_long */
  async check(staff: StaffIdentity, slug: string, file: string): Promise<ImportCheck> {
    const { id } = await this.offices.theirs(staff, slug);
    const sheet = await importedSheet(file);
    const now = await this.clock.now(staff);
    return this.database.transaction(staff, async (tx) => {
      const office = (await this.reader.whole(tx, id)) ?? refuse('not_found');
      const { zone, dayStart } = office.settings;
      return (await this.plan(tx, office, businessDay(now, zone, dayStart), sheet)).check;
    });
  }

  /** All or nothing. @throws as check; import_faulty; changed_meanwhile when the office is not as the dry run showed it */
  async apply(staff: StaffIdentity, slug: string, file: string, token: string): Promise<ImportDone> {
    const { id } = await this.offices.theirs(staff, slug);
    const sheet = await importedSheet(file);
    return this.change.run(staff, id, async (changing) => {
      const { tx, office, hall } = changing;
      const planned = await this.plan(tx, office, hall.businessOn, sheet);
      holdShown(planned.check, token);
      await this.write(changing, planned);
      const { counts } = planned.check;
      return { created: counts.new, changed: counts.changed };
    });
  }

  private async plan(tx: Transaction, office: WholeOffice, businessOn: string, sheet: Sheet): Promise<Planned> {
    const known = new Map(
      office.services.map(({ fields, archivedAt }) => [
        fields.code,
        { thing: fields, isArchived: archivedAt !== null },
      ]),
    );
    const columns = serviceColumns(office.settings.groups);
    const nameOf = ({ name }: ServiceTemplate) => name.ko;
    const read = planImport(sheet, { code: serviceCodeColumn, columns, nameOf, blank: blankService, known });
    const made = withImported(office, read);
    const isUsed = (numbers: ServiceTemplate['numbers']) => this.reader.isUsedOn(tx, office.id, businessOn, numbers);
    const rows = await withUsedNumbers(office, made, withOfficeFaults(made, read), isUsed);
    const basis = [office.version, office.services.map(({ id, version }) => [id, version])];
    return { ...made, rows, check: checkOf(rows, basis) };
  }

  private async write({ tx, office: stored }: OfficeChanging, { office, touched }: Planned): Promise<void> {
    const ids = new Map(office.services.map(({ id, fields }) => [fields.code, id]));
    for (const service of office.services) {
      if (touched.has(service.fields.code)) await this.settings.putService(tx, office.id, service, ids);
    }
    const target = { kind: 'office', id: office.id };
    const told = (from: WholeOffice) =>
      Object.fromEntries(
        from.services.flatMap(({ fields: { code, ...fields } }) => (touched.has(code) ? [[code, fields]] : [])),
      );
    await this.audit.record(tx, { action: 'service.import', target, before: told(stored), after: told(office) });
  }
}
