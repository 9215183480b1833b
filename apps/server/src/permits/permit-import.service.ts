import { Injectable } from '@nestjs/common';
import type { ImportCheck, ImportDone } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { csvOf } from '../platform/imports/csv-lines.ts';
import { importedSheet, type Sheet } from '../platform/imports/import-file.ts';
import type { Column, PlannedRow } from '../platform/imports/import-kind.ts';
import { checkOf, holdShown, planImport } from '../platform/imports/import-plan.ts';
import { blankPermit, codeColumn, permitColumns, type PermitThing } from './permit-columns.ts';
import { permitStarters } from './permit-starters.ts';
import { fieldsOf } from './permits.presenter.ts';
import { PermitsReader, type PermitRow } from './permits.reader.ts';
import { PermitsRepository } from './permits.repository.ts';
import { holdAllOffices } from './permits.service.ts';

interface Planned {
  readonly stored: readonly PermitRow[];
  readonly rows: readonly PlannedRow<PermitThing>[];
  readonly check: ImportCheck;
}

/** Permits from a table: first what it would do, then exactly that. */
@Injectable()
export class PermitImportService {
  constructor(
    private readonly database: Database,
    private readonly reader: PermitsReader,
    private readonly permits: PermitsRepository,
    private readonly audit: Audit,
  ) {}

  /** What is there; where nothing is, the fields of the three groups without days. */
  async template(staff: StaffIdentity): Promise<string> {
    const all = await this.database.transaction(staff, (tx) => this.reader.all(tx));
    const used = all.filter(({ archivedAt }) => archivedAt === null);
    if (used.length > 0) return csvOf([codeColumn, ...permitColumns], used);
    const empty = (column: Column<PermitThing>) =>
      column.head.startsWith('처리기간') ? { ...column, show: () => '' } : column;
    return csvOf(
      [codeColumn, ...permitColumns].map(empty),
      permitStarters.map((row) => ({ ...blankPermit, ...row })),
    );
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
    return this.database.transaction(staff, async (tx) => {
      await this.permits.lock(tx);
      const planned = await this.plan(tx, sheet);
      holdShown(planned.check, token);
      await this.write(tx, planned);
      const { counts } = planned.check;
      return { created: counts.new, changed: counts.changed };
    });
  }

  private async plan(tx: Transaction, sheet: Sheet): Promise<Planned> {
    const stored = await this.reader.all(tx);
    const known = new Map(
      stored.map((row) => [row.code, { thing: thingOf(row), isArchived: row.archivedAt !== null }]),
    );
    const kind = { code: codeColumn, columns: permitColumns, nameOf: nameOf, blank: blankPermit, known };
    const rows = planImport(sheet, kind);
    const basis = stored.map(({ id, version }) => [id, version]);
    return { stored, rows, check: checkOf(rows, basis) };
  }

  private async write(tx: Transaction, { stored, rows }: Planned): Promise<void> {
    const ids = new Map(stored.map(({ code, id }) => [code, id]));
    const touched = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
    await this.permits.put(
      tx,
      touched.map(({ after }) => ({ ...after, id: ids.get(after.code) ?? uuidv7() })),
    );
    const told = (things: readonly (PermitThing | undefined)[]) =>
      Object.fromEntries(things.flatMap((thing) => (thing ? [[thing.code, fieldsOf(thing)]] : [])));
    await this.audit.record(tx, {
      action: 'permit.import',
      target: { kind: 'permit' },
      before: told(touched.map(({ before }) => before)),
      after: told(touched.map(({ after }) => after)),
    });
  }
}

const nameOf = ({ name }: PermitThing) => name;
const thingOf = (row: PermitRow): PermitThing => ({ code: row.code, ...fieldsOf(row) });
