import { Injectable } from '@nestjs/common';
import { businessDay, openState } from '@sunbeon/domain';
import { AnnouncementsReader } from '../announcements/announcements.reader.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { instantOf } from '../platform/clock/clock.ts';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';
import type { TenantSummary } from '../tenants/tenants.reader.ts';
import type { CounterLive } from '../hall/hall-live.ts';
import type { StoredTicket } from '../hall/stored-ticket.ts';
import { anchorIn } from '../hall/hall.commands.ts';
import { HallRepository } from '../hall/hall.repository.ts';
import { IssuedReader } from '../hall/issued.reader.ts';
import type { BoardFacts } from './board-facts.ts';

const readNames = statement('boards.names', 'select id, name from staff where tenant_id = $1 and id = any($2::uuid[])');

/** Reads of the live hall for screens. */
@Injectable()
export class BoardFactsReader {
  constructor(
    private readonly database: Database,
    private readonly halls: HallRepository,
    private readonly offices: OfficesReader,
    private readonly issued: IssuedReader,
    private readonly announcements: AnnouncementsReader,
  ) {}

  /** Facts of an office now, or undefined when the tenant has no such office. Never older than the last commit. */
  facts(tenant: TenantSummary, officeId: string): Promise<BoardFacts | undefined> {
    const scope = { tenantId: tenant.id };
    return this.database.transaction(scope, async (tx) => {
      // The revision is read first: what is read after it can only be newer, and a newer board replaces this one.
      const live = await this.halls.read(tx, officeId);
      if (!live) return undefined;
      const config = await this.offices.configOf(tx, officeId, live.configRevision);
      const anchor = anchorIn(live);
      const now = Math.round(instantOf(anchor));
      const businessOn = live.businessOn ?? businessDay(now, config.zone, config.dayStart);
      const state = openState(config.calendar, now);
      const counters = await this.halls.counters(tx, officeId);
      const ofToday = await this.halls.tickets(tx, officeId, businessOn);
      const tickets = [...ofToday, ...(await this.overnight(tx, officeId, counters, ofToday))];
      const issued = await this.issued.counts(tx, config, businessOn, state.minuteOfDay);
      const staffNames = await this.names(tx, scope, counters);
      const announcements = await this.announcements.shown(tx, officeId, now);
      const hall = { config, live, tickets, counters, openState: state, now, issued };
      return { ...hall, tenant, anchor, staffNames, announcements };
    });
  }

  /** Tickets still served since an earlier day: their counters must show them. */
  private async overnight(
    tx: Transaction,
    officeId: string,
    counters: readonly CounterLive[],
    known: readonly StoredTicket[],
  ): Promise<StoredTicket[]> {
    const ids = new Set(known.map(({ id }) => id));
    const missing = counters.flatMap(({ ticketId }) => (ticketId === null || ids.has(ticketId) ? [] : [ticketId]));
    const found: StoredTicket[] = [];
    for (const id of missing) {
      const ticket = await this.halls.ticket(tx, officeId, id);
      if (ticket) found.push(ticket);
    }
    return found;
  }

  private async names(
    tx: Transaction,
    scope: TenantScope,
    counters: readonly CounterLive[],
  ): Promise<Map<string, string>> {
    const ids = counters.map(({ staffId }) => staffId).filter((id) => id !== null);
    if (ids.length === 0) return new Map();
    const rows = await tx.rows<{ id: string; name: string }>(readNames, [scope.tenantId, ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
