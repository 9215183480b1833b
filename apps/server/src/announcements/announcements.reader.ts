import { Injectable, Module } from '@nestjs/common';
import type { LocalText, ShownAnnouncement } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

/** An announcement as stored. Instants are epoch milliseconds of the tenant's clock. */
export interface AnnouncementRow {
  readonly id: string;
  /** null = all offices. */
  readonly officeId: string | null;
  readonly office: string | null;
  readonly text: LocalText;
  readonly level: ShownAnnouncement['level'];
  readonly places: ShownAnnouncement['places'];
  readonly startsAt: number;
  readonly endsAt: number | null;
}

const columns = `a.id, a.office_id as "officeId", o.slug as office, a.text, a.level, a.places, a.starts_at as "startsAt",
  a.ends_at as "endsAt"`;
const from = 'announcement a left join office o on o.tenant_id = a.tenant_id and o.id = a.office_id';

const readShown = statement(
  'announcements.shown',
  `select text, level, places from announcement
   where tenant_id = $1 and (office_id is null or office_id = $2)
     and starts_at <= $3::timestamptz and (ends_at is null or ends_at > $3::timestamptz)
   order by level = 'important' desc, starts_at desc, id desc limit 20`,
);
const readTurn = statement(
  'announcements.turn',
  `select min(t.at) as at from announcement a, lateral (values (a.starts_at), (a.ends_at)) t (at)
   where a.tenant_id = $1 and (a.office_id is null or a.office_id = $2)
     and (a.ends_at is null or a.ends_at > $3::timestamptz) and t.at > $3::timestamptz`,
);
/** Of all offices ($2 null), or of some, to which those of all offices do not belong. */
const readAll = statement(
  'announcements.all',
  `select ${columns} from ${from} where a.tenant_id = $1 and ($2::uuid[] is null or a.office_id = any($2))
   order by a.starts_at desc, a.id desc limit 500`,
);
const readOne = statement('announcements.one', `select ${columns} from ${from} where a.tenant_id = $1 and a.id = $2`);

/** Reads of announcements (공지) for screens and for those who manage them. */
@Injectable()
export class AnnouncementsReader {
  /** What the screens of an office show at an instant. @param now epoch milliseconds of the tenant's clock */
  async shown(tx: Transaction, officeId: string, now: number): Promise<ShownAnnouncement[]> {
    const rows = await tx.rows<Pick<AnnouncementRow, 'text' | 'level' | 'places'>>(readShown, at(tx, officeId, now));
    return rows.map(({ text, level, places }) => ({ ...text, level, places }));
  }

  /** When the next one of an office begins or ends, epoch milliseconds; null = none does. */
  async nextTurn(tx: Transaction, officeId: string, now: number): Promise<number | null> {
    return (await tx.row<{ at: number | null }>(readTurn, at(tx, officeId, now)))?.at ?? null;
  }

  /** The newest 500. @param officeIds of these offices only; empty = all, and those of the whole tenant */
  all(tx: Transaction, officeIds: readonly string[]): Promise<AnnouncementRow[]> {
    return tx.rows(readAll, [tx.scope.tenantId, officeIds.length === 0 ? null : officeIds]);
  }

  one(tx: Transaction, id: string): Promise<AnnouncementRow | undefined> {
    return tx.row(readOne, [tx.scope.tenantId, id]);
  }
}

const at = (tx: Transaction, officeId: string, now: number) => [
  tx.scope.tenantId,
  officeId,
  new Date(now).toISOString(),
];

/** For the hall and its boards. */
@Module({ providers: [AnnouncementsReader], exports: [AnnouncementsReader] })
export class AnnouncementsReaderModule {}
