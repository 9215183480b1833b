import { Injectable } from '@nestjs/common';
import type { Permit, PermitCreate, PermitPage, PermitQuery, PermitUpdate } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import { fieldsOf, presentPermit } from './permits.presenter.ts';
import { PermitsReader, type PermitRow } from './permits.reader.ts';
import { PermitsRepository } from './permits.repository.ts';

/**
 * The catalogue of permits (허가민원). It is of the whole institution: whoever configures an office reads it, and whoever
 * works for all offices changes it.
 */
@Injectable()
export class PermitsService {
  constructor(
    private readonly database: Database,
    private readonly reader: PermitsReader,
    private readonly permits: PermitsRepository,
    private readonly audit: Audit,
  ) {}

  page(staff: StaffIdentity, query: PermitQuery): Promise<PermitPage> {
    return this.database.transaction(staff, async (tx) => {
      const { rows, total } = await this.reader.page(tx, query);
      return { rows: rows.map(presentPermit), total, groups: await this.reader.groups(tx) };
    });
  }

  show(staff: StaffIdentity, id: string): Promise<Permit> {
    return this.database.transaction(staff, async (tx) =>
      presentPermit((await this.reader.one(tx, id)) ?? refuse('not_found')),
    );
  }

  /** @throws forbidden; validation when the code is taken, archived or not */
  create(staff: StaffIdentity, { code, ...fields }: PermitCreate): Promise<Permit> {
    return this.change(staff, async (tx) => {
      const taken = (await this.reader.all(tx)).some((other) => other.code === code);
      if (taken) throw new ProblemException('validation', undefined, [{ path: 'body.code', message: 'is taken' }]);
      const id = uuidv7();
      await this.permits.put(tx, [{ id, code, ...fields }]);
      const target = { kind: 'permit', id };
      await this.audit.record(tx, { action: 'permit.create', target, after: { code, ...fields } });
      return id;
    });
  }

  /** @throws forbidden, changed_meanwhile; conflict when it is archived */
  update(staff: StaffIdentity, id: string, { version, ...fields }: PermitUpdate): Promise<Permit> {
    return this.change(staff, async (tx) => {
      const before = await this.ofVersion(tx, id, version);
      if (before.archivedAt !== null) refuse('conflict', 'an archived permit is restored first');
      await this.permits.put(tx, [{ id, code: before.code, ...fields }]);
      const target = { kind: 'permit', id };
      await this.audit.record(tx, { action: 'permit.update', target, before: fieldsOf(before), after: fields });
      return id;
    });
  }

  /** @throws forbidden, changed_meanwhile */
  setArchived(staff: StaffIdentity, id: string, version: number, archived: boolean): Promise<Permit> {
    return this.change(staff, async (tx) => {
      const { archivedAt, code, name } = await this.ofVersion(tx, id, version);
      const isSo = (archivedAt !== null) === archived;
      if (!isSo) await this.permits.setArchived(tx, id, archived);
      const action = archived ? 'permit.archive' : 'permit.restore';
      await this.audit.record(tx, { action, target: { kind: 'permit', id }, after: { code, name } });
      return id;
    });
  }

  private change(staff: StaffIdentity, work: (tx: Transaction) => Promise<string>): Promise<Permit> {
    holdAllOffices(staff);
    return this.database.transaction(staff, async (tx) => {
      await this.permits.lock(tx);
      const id = await work(tx);
      return presentPermit((await this.reader.one(tx, id)) ?? refuse('not_found'));
    });
  }

  private async ofVersion(tx: Transaction, id: string, version: number): Promise<PermitRow> {
    const row = (await this.reader.one(tx, id)) ?? refuse('not_found');
    return row.version === version ? row : refuse('changed_meanwhile');
  }
}

/** @throws forbidden: what all offices share is not changed by people of some */
export function holdAllOffices({ officeIds }: StaffIdentity): void {
  if (officeIds.length > 0) refuse('forbidden');
}
