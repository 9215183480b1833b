import { Injectable } from '@nestjs/common';
import {
  UNMANNED_KIOSKS_MOST,
  type UnmannedKiosk,
  type UnmannedKioskCondition,
  type UnmannedKioskCreate,
  type UnmannedKioskUpdate,
} from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import { fieldsOf, presentUnmannedKiosk } from './unmanned-kiosk.presenter.ts';
import { UnmannedKiosksReader, type UnmannedKioskFields, type UnmannedKioskRow } from './unmanned-kiosks.reader.ts';
import { UnmannedKiosksRepository } from './unmanned-kiosks.repository.ts';

/**
 * The directory of unmanned kiosks (무인민원발급기). A machine beside an office is looked after by the people of that office; one
 * that stands elsewhere is read by all who configure an office, and changed by people of all offices.
 */
@Injectable()
export class UnmannedKiosksService {
  constructor(
    private readonly database: Database,
    private readonly reader: UnmannedKiosksReader,
    private readonly machines: UnmannedKiosksRepository,
    private readonly offices: OfficesReader,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async list(staff: StaffIdentity): Promise<UnmannedKiosk[]> {
    const rows = await this.database.transaction(staff, (tx) => this.reader.all(tx));
    return rows.filter((row) => isVisible(staff, row)).map(presentUnmannedKiosk);
  }

  /** @throws forbidden; validation when the code is taken, archived or not; conflict when there are too many */
  create(staff: StaffIdentity, { code, ...fields }: UnmannedKioskCreate): Promise<UnmannedKiosk> {
    return this.change(staff, async (tx, now) => {
      const all = await this.reader.all(tx);
      if (all.some((other) => other.code === code)) refuseField('code', 'is taken');
      if (all.length >= UNMANNED_KIOSKS_MOST) refuse('conflict', `at most ${UNMANNED_KIOSKS_MOST} machines`);
      const id = uuidv7();
      await this.write(tx, staff, { id, code, fields }, now);
      const target = { kind: 'unmanned_kiosk', id };
      await this.audit.record(tx, { action: 'unmanned_kiosk.create', target, after: { code, ...fields } });
      return id;
    });
  }

  /** @throws forbidden, not_found, changed_meanwhile; conflict when it is archived */
  update(staff: StaffIdentity, id: string, { version, ...fields }: UnmannedKioskUpdate): Promise<UnmannedKiosk> {
    return this.change(staff, async (tx, now) => {
      const before = await this.used(tx, staff, id, version);
      await this.write(tx, staff, { id, code: before.code, fields }, now);
      const target = { kind: 'unmanned_kiosk', id };
      await this.audit.record(tx, {
        ...{ action: 'unmanned_kiosk.update', target },
        ...{ before: fieldsOf(before), after: fields },
      });
      return id;
    });
  }

  /** What it is told of a machine in passing; a note about another condition goes. @throws as update */
  report(
    staff: StaffIdentity,
    id: string,
    { condition, version }: { condition: UnmannedKioskCondition; version: number },
  ): Promise<UnmannedKiosk> {
    return this.change(staff, async (tx, now) => {
      const row = await this.used(tx, staff, id, version);
      const conditionNote = condition === row.condition ? row.conditionNote : null;
      const fields = { ...fieldsOf(row), condition, conditionNote };
      await this.machines.put(tx, [{ ...fields, id, code: row.code, officeId: row.officeId }], now);
      const target = { kind: 'unmanned_kiosk', id };
      const before = { condition: row.condition };
      await this.audit.record(tx, { action: 'unmanned_kiosk.report', target, before, after: { condition } });
      return id;
    });
  }

  /** @throws forbidden, not_found, changed_meanwhile */
  setArchived(staff: StaffIdentity, id: string, version: number, archived: boolean): Promise<UnmannedKiosk> {
    return this.change(staff, async (tx) => {
      const { archivedAt, code, place } = await this.ofVersion(tx, staff, id, version);
      const isSo = (archivedAt !== null) === archived;
      if (!isSo) await this.machines.setArchived(tx, id, archived);
      const action = archived ? 'unmanned_kiosk.archive' : 'unmanned_kiosk.restore';
      const target = { kind: 'unmanned_kiosk', id };
      await this.audit.record(tx, { action, target, after: { code, place: place.ko } });
      return id;
    });
  }

  private async change(
    staff: StaffIdentity,
    work: (tx: Transaction, now: number) => Promise<string>,
  ): Promise<UnmannedKiosk> {
    const now = await this.clock.now(staff);
    return this.database.transaction(staff, async (tx) => {
      await this.machines.lock(tx);
      const id = await work(tx, now);
      return presentUnmannedKiosk((await this.reader.one(tx, id)) ?? refuse('not_found'));
    });
  }

  private async write(
    tx: Transaction,
    staff: StaffIdentity,
    { id, code, fields }: { id: string; code: string; fields: UnmannedKioskFields },
    now: number,
  ): Promise<void> {
    const { office, ...rest } = fields;
    const found = office === null ? null : await this.offices.officeIn(tx, office);
    if (found === undefined || (found && !worksAt(staff, found.id))) refuseField('office', 'there is no such office');
    const officeId = found?.id ?? null;
    holdTheirs(staff, officeId);
    await this.machines.put(tx, [{ ...rest, id, code, officeId }], now);
  }

  private async used(tx: Transaction, staff: StaffIdentity, id: string, version: number): Promise<UnmannedKioskRow> {
    const row = await this.ofVersion(tx, staff, id, version);
    return row.archivedAt === null ? row : refuse('conflict', 'an archived machine is restored first');
  }

  private async ofVersion(
    tx: Transaction,
    staff: StaffIdentity,
    id: string,
    version: number,
  ): Promise<UnmannedKioskRow> {
    const row = (await this.reader.one(tx, id)) ?? refuse('not_found');
    if (!isVisible(staff, row)) refuse('not_found');
    holdTheirs(staff, row.officeId);
    return row.version === version ? row : refuse('changed_meanwhile');
  }
}

function refuseField(field: string, message: string): never {
  throw new ProblemException('validation', undefined, [{ path: `body.${field}`, message }]);
}

/** What stands beside the office of others is not there; what stands beside none is there for all. */
export function isVisible(staff: StaffIdentity, { officeId }: Pick<UnmannedKioskRow, 'officeId'>): boolean {
  return officeId === null || worksAt(staff, officeId);
}

/** @throws forbidden: a machine beside no office is not changed by people of some offices */
function holdTheirs(staff: StaffIdentity, officeId: string | null): void {
  if (officeId === null && staff.officeIds.length > 0) refuse('forbidden');
}
