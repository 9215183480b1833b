import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { ScreenNews } from './screen-news.ts';
import type { InOffice } from './screens.reader.ts';
import { ScreensRepository } from './screens.repository.ts';

type Kind = 'playlist' | 'layout' | 'kiosk_screen';

/** More of a kind would be a list that nobody keeps an eye on. */
const perOffice = 50;

interface NewWish<Row> {
  readonly kind: Kind;
  /** As the person wrote it; `office` is its slug. */
  readonly facts: { readonly office: string };
  /** All of the tenant, or the one of an id. */
  readonly read: (tx: Transaction, id?: string) => Promise<InOffice<Row>[]>;
  readonly work: (tx: Transaction, officeId: string, id: string) => Promise<void>;
}

interface Wish<Row> {
  readonly kind: Kind;
  readonly action: 'update' | 'delete';
  readonly id: string;
  /** As the person has read it. */
  readonly version: number;
  readonly read: (tx: Transaction) => Promise<InOffice<Row>[]>;
  readonly work: (tx: Transaction, row: InOffice<Row>) => Promise<void>;
}

/** How everything that screens show is changed: by whom it belongs to, one after the other, written down, and pushed. */
@Injectable()
export class ScreenChange {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesReader,
    private readonly repository: ScreensRepository,
    private readonly news: ScreenNews,
    private readonly audit: Audit,
  ) {}

  /** @throws not_found when the office is not theirs; conflict over 50; what `work` throws */
  create<Row>(staff: StaffIdentity, { kind, facts, read, work }: NewWish<Row>): Promise<Row> {
    return this.database.transaction(staff, async (tx) => {
      const office = await this.offices.theirsIn(tx, staff, facts.office);
      await this.repository.turn(tx, office.id);
      const all = await read(tx);
      if (all.filter(({ officeId }) => officeId === office.id).length >= perOffice) refuse('conflict');
      const id = uuidv7();
      await work(tx, office.id, id);
      await this.finish(tx, office.id, { kind, action: 'create', id, after: facts });
      return (await read(tx, id))[0] ?? refuse('not_found');
    });
  }

  /** @throws not_found also when it stands in an office that the person does not work for; changed_meanwhile */
  run<Row extends { version: number }>(staff: StaffIdentity, wish: Wish<Row>): Promise<Row | undefined> {
    return this.database.transaction(staff, async (tx) => {
      const [found] = await wish.read(tx);
      if (!found || !worksAt(staff, found.officeId)) refuse('not_found');
      await this.repository.turn(tx, found.officeId);
      const [row] = await wish.read(tx);
      if (!row) refuse('not_found');
      if (row.version !== wish.version) refuse('changed_meanwhile');
      await wish.work(tx, row);
      const [after] = await wish.read(tx);
      await this.finish(tx, row.officeId, { ...wish, before: row, after });
      return after;
    });
  }

  /** The screens hear of it, and the audit has it. */
  async finish(
    tx: Transaction,
    officeId: string,
    {
      kind,
      action,
      id,
      before,
      after,
    }: { kind: Kind; action: string; id: string; before?: object; after?: object | undefined },
  ): Promise<void> {
    await this.news.tell(tx, officeId);
    const change = { ...(before && { before }), ...(after && { after }) };
    await this.audit.record(tx, { action: `${kind}.${action}`, target: { kind, id }, ...change });
  }
}
