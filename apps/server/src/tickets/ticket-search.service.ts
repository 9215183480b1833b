import { Injectable } from '@nestjs/common';
import type { TicketQuery } from '@sunbeon/contract';
import { businessDay } from '@sunbeon/domain';
import { OfficesReader } from '../offices/offices.reader.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { presentFound, presentMoment } from './ticket-search.presenter.ts';
import { searchedDays, startOf } from './ticket-search.policy.ts';
import { TicketsReader } from './tickets.reader.ts';

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
      const { id: officeId, zone } = await this.offices.theirsIn(tx, who, slug);
      const lastDay = (await this.tickets.lastDay(tx, officeId)) ?? businessDay(now, zone);
      const days = searchedDays(query, lastDay);
      const { number = null, state = null, service = null, counter = null, limit } = query;
      const search = { officeId, ...days, number, state, service, counter };
      const rows = await this.tickets.search(tx, search, startOf(query.before, days.to), limit + 1);
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return { rows: page.map(presentFound), next: last ? `${last.businessOn}_${last.id}` : null, ...days };
    });
  }

  life(who: StaffIdentity, asked: RouteInput<'ticketLife'>['params']): Promise<RouteOutput<'ticketLife'>> {
    const { day, id } = asked;
    return this.database.snapshot(who, async (tx) => {
      const { id: officeId } = await this.offices.theirsIn(tx, who, asked.office);
      const found = (await this.tickets.one(tx, officeId, day, id)) ?? refuse('not_found');
      const events = await this.tickets.events(tx, day, id);
      const { callCount, outcome } = found;
      return { ticket: presentFound(found), callCount, outcome, events: events.map(presentMoment) };
    });
  }
}
