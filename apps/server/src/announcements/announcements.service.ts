import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { HallWaker } from '../hall/hall.waker.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { presentAnnouncement } from './announcement.presenter.ts';
import { AnnouncementsReader, type AnnouncementRow } from './announcements.reader.ts';
import { AnnouncementsRepository } from './announcements.repository.ts';

type Answer = RouteOutput<'announcementCreate'>;
type Wish = RouteInput<'announcementUpdate'>['body'];

/** What is changed on the row under its lock, at the tenant's present instant. */
type Change = (row: AnnouncementRow, now: number) => AnnouncementRow;

/**
 * Announcements (공지) as people manage them. Those of all offices belong to people of all offices; whoever works for
 * some only neither sees nor makes them here.
 */
@Injectable()
export class AnnouncementsService {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesReader,
    private readonly reader: AnnouncementsReader,
    private readonly repository: AnnouncementsRepository,
    private readonly waker: HallWaker,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async list(staff: StaffIdentity): Promise<RouteOutput<'announcementList'>> {
    const now = await this.clock.now(staff);
    const rows = await this.database.transaction(staff, (tx) => this.reader.all(tx, staff.officeIds));
    return rows.map((row) => presentAnnouncement(row, now));
  }

  /** @throws not_found when the office is not theirs; forbidden for all offices by somebody of some */
  async create(staff: StaffIdentity, wish: RouteInput<'announcementCreate'>['body']): Promise<Answer> {
    const { office, ...facts } = wish;
    const now = Math.round(await this.clock.now(staff));
    return this.write(staff, now, 'announcement.create', async (tx) => {
      const officeId = office === null ? forAll(staff) : (await this.offices.theirsIn(tx, staff, office)).id;
      const row = { id: uuidv7(), officeId, office, ...timed(facts, now) };
      await this.repository.insert(tx, row);
      return { after: row };
    });
  }

  update(staff: StaffIdentity, id: string, wish: Wish): Promise<Answer> {
    return this.change(staff, id, 'announcement.update', (row) => ({ ...row, ...timed(wish, row.startsAt) }));
  }

  /** @throws conflict when it is shown already */
  start(staff: StaffIdentity, id: string): Promise<Answer> {
    return this.change(staff, id, 'announcement.start', (row, now) => {
      const isOver = row.endsAt !== null && row.endsAt <= now;
      if (row.startsAt <= now && !isOver) refuse('conflict');
      return { ...row, startsAt: now, endsAt: isOver ? null : row.endsAt };
    });
  }

  /** @throws conflict when it is over already */
  end(staff: StaffIdentity, id: string): Promise<Answer> {
    return this.change(staff, id, 'announcement.end', (row, now) => {
      if (row.endsAt !== null && row.endsAt <= now) refuse('conflict');
      return { ...row, startsAt: Math.min(row.startsAt, now), endsAt: now };
    });
  }

  private async change(staff: StaffIdentity, id: string, action: string, change: Change): Promise<Answer> {
    const now = Math.round(await this.clock.now(staff));
    return this.write(staff, now, action, async (tx) => {
      await this.repository.lock(tx, id);
      const before = (await this.reader.one(tx, id)) ?? refuse('not_found');
      const isTheirs = before.officeId === null ? staff.officeIds.length === 0 : worksAt(staff, before.officeId);
      if (!isTheirs) refuse('not_found');
      const after = change(before, now);
      await this.repository.update(tx, after);
      return { before, after };
    });
  }

  /** The change, its row in the audit, and the screens, which show it before the answer is given. */
  private async write(
    staff: StaffIdentity,
    now: number,
    action: string,
    work: (tx: Transaction) => Promise<{ before?: AnnouncementRow; after: AnnouncementRow }>,
  ): Promise<Answer> {
    const { after, offices } = await this.database.transaction(staff, async (tx) => {
      const done = await work(tx);
      const concerned = await this.repository.wake(tx, done.after.officeId, now);
      await this.audit.record(tx, { action, target: { kind: 'announcement', id: done.after.id }, ...done });
      return { after: done.after, offices: concerned };
    });
    for (const officeId of offices) await this.waker.wake(staff.tenantId, officeId);
    return presentAnnouncement(after, now);
  }
}

function forAll(staff: StaffIdentity): null {
  return staff.officeIds.length === 0 ? null : refuse('forbidden');
}

/** @param usually when it begins where nobody says so. @throws validation when it would end before */
function timed({ text, level, places, ...times }: Wish, usually: number) {
  const startsAt = times.startsAt === undefined ? usually : Date.parse(times.startsAt);
  const endsAt = times.endsAt === null ? null : Date.parse(times.endsAt);
  if (endsAt !== null && endsAt <= startsAt) refuse('validation');
  return { text: said(text), level, places: [...new Set(places)], startsAt, endsAt };
}

/** Without the languages in which nothing is written. */
function said(text: Wish['text']): AnnouncementRow['text'] {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words !== '')) as AnnouncementRow['text'];
}
