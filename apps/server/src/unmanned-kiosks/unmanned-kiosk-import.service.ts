import { Injectable } from '@nestjs/common';
import { UNMANNED_KIOSKS_MOST, type ImportCheck, type ImportDone } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { OfficesReader, type OfficeSummary } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { csvOf } from '../platform/imports/csv-lines.ts';
import { importedSheet, type Sheet } from '../platform/imports/import-file.ts';
import type { PlannedRow } from '../platform/imports/import-kind.ts';
import { checkOf, holdShown, planImport } from '../platform/imports/import-plan.ts';
import {
  blankUnmannedKiosk,
  machineCodeColumn,
  machineColumns,
  type UnmannedKioskThing,
} from './unmanned-kiosk-columns.ts';
import { fieldsOf } from './unmanned-kiosk.presenter.ts';
import { UnmannedKiosksReader, type UnmannedKioskRow } from './unmanned-kiosks.reader.ts';
import { UnmannedKiosksRepository } from './unmanned-kiosks.repository.ts';
import { isVisible } from './unmanned-kiosks.service.ts';

interface Planned {
  readonly stored: readonly UnmannedKioskRow[];
  readonly offices: readonly OfficeSummary[];
  readonly rows: readonly PlannedRow<UnmannedKioskThing>[];
  readonly check: ImportCheck;
}

/** Unmanned kiosks from a table: first what it would do, then exactly that. */
@Injectable()
export class UnmannedKioskImportService {
  constructor(
    private readonly database: Database,
    private readonly reader: UnmannedKiosksReader,
    private readonly machines: UnmannedKiosksRepository,
    private readonly offices: OfficesReader,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** What is in the directory; where nothing is, the head of the table. */
  template(staff: StaffIdentity): Promise<string> {
    return this.database.transaction(staff, async (tx) => {
      const used = (await this.reader.all(tx)).filter((row) => row.archivedAt === null && isVisible(staff, row));
      return csvOf([machineCodeColumn, ...machineColumns(await this.offices.officesIn(tx))], used);
    });
  }

  /** @throws forbidden, body_too_large, file_unreadable, file_too_long */
  async check(staff: StaffIdentity, file: string): Promise<ImportCheck> {
    holdAllOffices(staff);
    const sheet = await importedSheet(file);
    return (await this.database.transaction(staff, (tx) => this.plan(tx, sheet))).check;
  }

  /** All or nothing. @throws as check; import_faulty; changed_meanwhile when something is not as the dry run showed it */
  async apply(staff: StaffIdentity, file: string, token: string): Promise<ImportDone> {
    holdAllOffices(staff);
    const sheet = await importedSheet(file);
    const now = await this.clock.now(staff);
    return this.database.transaction(staff, async (tx) => {
      await this.machines.lock(tx);
      const planned = await this.plan(tx, sheet);
      holdShown(planned.check, token);
      const { counts } = planned.check;
      if (planned.stored.length + counts.new > UNMANNED_KIOSKS_MOST) refuse('file_too_long');
      await this.write(tx, planned, now);
      return { created: counts.new, changed: counts.changed };
    });
  }

  private async plan(tx: Transaction, sheet: Sheet): Promise<Planned> {
    const stored = await this.reader.all(tx);
    const offices = await this.offices.officesIn(tx);
    const known = new Map(
      stored.map((row) => [
        row.code,
        { thing: { code: row.code, ...fieldsOf(row) }, isArchived: row.archivedAt !== null },
      ]),
    );
    const kind = {
      code: machineCodeColumn,
      columns: machineColumns(offices),
      nameOf,
      blank: blankUnmannedKiosk,
      known,
    };
    const rows = planImport(sheet, kind);
    const basis = stored.map(({ id, version }) => [id, version]);
    return { stored, offices, rows, check: checkOf(rows, basis) };
  }

  private async write(tx: Transaction, { stored, offices, rows }: Planned, now: number): Promise<void> {
    const ids = new Map(stored.map(({ code, id }) => [code, id]));
    const officeIds = new Map(offices.map(({ slug, id }) => [slug, id]));
    const touched = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
    await this.machines.put(
      tx,
      touched.map(({ after: { office, ...rest } }) => ({
        ...rest,
        id: ids.get(rest.code) ?? uuidv7(),
        officeId: office === null ? null : (officeIds.get(office) ?? null),
      })),
      now,
    );
    const told = (things: readonly (UnmannedKioskThing | undefined)[]) =>
      Object.fromEntries(things.flatMap((thing) => (thing ? [[thing.code, fieldsOf(thing)]] : [])));
    await this.audit.record(tx, {
      action: 'unmanned_kiosk.import',
      target: { kind: 'unmanned_kiosk' },
      before: told(touched.map(({ before }) => before)),
      after: told(touched.map(({ after }) => after)),
    });
  }
}

const nameOf = ({ place }: UnmannedKioskThing) => place.ko;

/** @throws forbidden: a table may speak of all offices */
function holdAllOffices({ officeIds }: StaffIdentity): void {
  if (officeIds.length > 0) refuse('forbidden');
}
