import { Injectable } from '@nestjs/common';
import type { FirstRun } from '@sunbeon/contract';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { firstRunOf } from './first-run.policy.ts';
import { FirstRunReader } from './first-run.reader.ts';

/** What a new institution does first, told to each person by what they may do. */
@Injectable()
export class FirstRunService {
  constructor(
    private readonly database: Database,
    private readonly reader: FirstRunReader,
    private readonly audit: Audit,
  ) {}

  read(staff: StaffIdentity): Promise<FirstRun> {
    return this.database.transaction(staff, (tx) => this.readIn(tx, staff));
  }

  setAside(staff: StaffIdentity, aside: boolean): Promise<FirstRun> {
    return this.database.transaction(staff, async (tx) => {
      await this.reader.setAside(tx, staff.staffId, aside);
      const target = { kind: 'staff', id: staff.staffId };
      await this.audit.record(tx, { action: 'first_run.aside', target, after: { aside } });
      return this.readIn(tx, staff);
    });
  }

  private async readIn(tx: Transaction, staff: StaffIdentity): Promise<FirstRun> {
    const { facts, aside } = await this.reader.facts(tx, staff.staffId, staff.officeIds);
    return firstRunOf(staff, facts, aside);
  }
}
