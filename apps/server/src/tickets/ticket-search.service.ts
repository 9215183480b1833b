import { Injectable } from '@nestjs/common';
import type { TicketExport, TicketQuery } from '@sunbeon/contract';
import { businessDay } from '@sunbeon/domain';
import { OfficesReader } from '../offices/offices.reader.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { csvMark } from '../platform/http/csv.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { csvHead, csvOf, presentFound, presentMoment } from './ticket-search.presenter.ts';
import { searchedDays, startOf } from './ticket-search.policy.ts';
import { TicketsReader, type FoundTicket, type TicketSearch } from './tickets.reader.ts';

/** Rows of a file in one read. */
const CHUNK = 1_000;

/** Looking tickets up, and what happened to them. They hold no personal data, so that no reading is written down. */
@Injectable()
export class TicketSearchService {
  constructor(
    private readonly database: Database,
    private readonly offices: OfficesReader,
    private readonly tickets: TicketsReader,
    private readonly clock: Clock,
  ) {}

  async list(who: StaffIdentity, slug: string, query: TicketQuery): Promise<RouteOutput<'ticketList'>> {
    const now = await this.clock.now(who);
    return this.database.snapshot(who, async (tx) => {
      const search = await this.searchOf(tx, who, slug, query, now);
      const { from, to } = search;
      const rows = await this.tickets.search(tx, search, startOf(query.before, to), query.limit + 1);
      const page = rows.slice(0, query.limit);
      const last = rows.length > query.limit ? page.at(-1) : undefined;
      return { rows: page.map(presentFound), next: last ? placeOf(last) : null, from, to };
    });
  }

  /** All that a search finds as CSV, read piece by piece while it is sent. */
  async export(who: StaffIdentity, slug: string, query: TicketExport): Promise<AsyncGenerator<string>> {
    const now = await this.clock.now(who);
    const search = await this.database.snapshot(who, (tx) => this.searchOf(tx, who, slug, query, now));
    return this.lines(who, search);
  }

  private async *lines(who: StaffIdentity, search: TicketSearch): AsyncGenerator<string> {
    yield csvMark + csvHead;
    for (let before: string | undefined; ;) {
      const start = startOf(before, search.to);
      const rows = await this.database.snapshot(who, (tx) => this.tickets.search(tx, search, start, CHUNK));
      yield rows.map(csvOf).join('');
      const last = rows.at(-1);
      if (!last || rows.length < CHUNK) return;
      before = placeOf(last);
    }
  }

  private async searchOf(
    tx: Transaction,
    who: StaffIdentity,
    slug: string,
    query: TicketExport,
    now: number,
  ): Promise<TicketSearch> {
    const { id: officeId, zone } = await this.offices.theirsIn(tx, who, slug);
    const lastDay = (await this.tickets.lastDay(tx, officeId)) ?? businessDay(now, zone);
    const { number = null, state = null, service = null, counter = null } = query;
    return { officeId, ...searchedDays(query, lastDay), number, state, service, counter };
  }

  life(who: StaffIdentity, asked: RouteInput<'ticketLife'>['params']): Promise<RouteOutput<'ticketLife'>> {
    const { day, id } = asked;
    return this.database.snapshot(who, async (tx) => {
      const { id: officeId } = await this.offices.theirsIn(tx, who, asked.office);
      const found = (await this.tickets.one(tx, officeId, day, id)) ?? refuse('not_found');
      const events = await this.tickets.events(tx, day, id);
      const { callCount, outcome } = found;
      // Hardware tickets have no events of ours, and are not corrected.
      const version = events.at(-1)?.seq ?? 1;
      return { ticket: presentFound(found), version, callCount, outcome, events: events.map(presentMoment) };
    });
  }
}

const placeOf = ({ businessOn, id }: FoundTicket): string => `${businessOn}_${id}`;
