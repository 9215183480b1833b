import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { AnnouncementRow } from './announcements.reader.ts';

/** What is stored of an announcement; where it stands never changes. */
export type AnnouncementRecord = Omit<AnnouncementRow, 'office'>;

const insert = statement(
  'announcements.insert',
  `insert into announcement (tenant_id, id, office_id, text, level, places, starts_at, ends_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const update = statement(
  'announcements.update',
  `update announcement set text = $3, level = $4, places = $5, starts_at = $6, ends_at = $7
   where tenant_id = $1 and id = $2`,
);
const lock = statement('announcements.lock', 'select id from announcement where tenant_id = $1 and id = $2 for update');
// In one order, so that two changes at once do not wait for each other.
const wake = statement(
  'announcements.wake',
  `with concerned as (
     select office_id from office_live where tenant_id = $1 and ($2::uuid is null or office_id = $2)
     order by office_id for update)
   update office_live l set wake_at = $3 from concerned c where l.tenant_id = $1 and l.office_id = c.office_id
   returning l.office_id as "officeId"`,
);

/** Writes of announcements. */
@Injectable()
export class AnnouncementsRepository {
  async insert(tx: Transaction, row: AnnouncementRecord): Promise<void> {
    await tx.rows(insert, [tx.scope.tenantId, row.id, row.officeId, ...valuesOf(row)]);
  }

  async update(tx: Transaction, row: AnnouncementRecord): Promise<void> {
    await tx.rows(update, [tx.scope.tenantId, row.id, ...valuesOf(row)]);
  }

  async lock(tx: Transaction, id: string): Promise<void> {
    await tx.rows(lock, [tx.scope.tenantId, id]);
  }

  /**
   * Marks the offices whose screens are out of date now. They are woken right after the commit; should this process die
   * before, the sweep wakes them within a second.
   * @param officeId null = all offices
   * @returns ids of the offices
   */
  async wake(tx: Transaction, officeId: string | null, now: number): Promise<string[]> {
    const rows = await tx.rows<{ officeId: string }>(wake, [tx.scope.tenantId, officeId, instant(now)]);
    return rows.map((row) => row.officeId);
  }
}

const instant = (at: number) => new Date(at).toISOString();

function valuesOf({ text, level, places, startsAt, endsAt }: AnnouncementRecord): unknown[] {
  return [JSON.stringify(text), level, places, instant(startsAt), endsAt === null ? null : instant(endsAt)];
}
