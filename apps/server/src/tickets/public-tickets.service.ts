import { Injectable } from '@nestjs/common';
import type { PublicTicket } from '@sunbeon/contract';
import { addDays, businessDay, compareInLine, simpleWait, type SimpleWait } from '@sunbeon/domain';
import { readToken } from '../platform/auth/tokens.ts';
import { Clock } from '../platform/clock/clock.ts';
import { localIso } from '../platform/clock/local-iso.ts';
import { Database, statement } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { isResting, isServed, TenantsReader, type TenantSummary } from '../tenants/tenants.reader.ts';
import { asTicket } from '../hall/hall-draft.ts';
import { viewServices, type ServiceView } from '../hall/hall-view.ts';
import { ticketSelect, type StoredTicket } from '../hall/stored-ticket.ts';
import { counterLabelOf, presentWait } from '../hall/ticket.presenter.ts';
import { TicketsService } from './tickets.service.ts';
import { BoardsReader, type BoardEntry } from '../boards/boards.reader.ts';

const byToken = statement(
  'public.ticket',
  `select ${ticketSelect} from ticket where tenant_id = $1 and business_on >= $2 and id = $3 and token_hash = $4`,
);

/** A resident at the ticket page: one's own ticket, and nothing of others. */
const resident = { kind: 'resident', id: null } as const;

/** What residents see of their own ticket and do with it, without logging in. */
@Injectable()
export class PublicTicketsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tenants: TenantsReader,
    private readonly boards: BoardsReader,
    private readonly tickets: TicketsService,
  ) {}

  /** @throws not_found for an unknown token, and after the business day */
  async read(token: string): Promise<PublicTicket> {
    const { ticket, tenant, entry } = await this.find(token);
    return presentTicket(ticket, entry, await this.clock.now({ tenantId: tenant.id }));
  }

  async cancel(token: string): Promise<PublicTicket> {
    const { ticket, tenant } = await this.find(token);
    await this.tickets.cancel({ tenantId: tenant.id, officeIds: [] }, resident, ticket.id, 'by_resident');
    this.boards.changed(ticket.officeId);
    return this.read(token);
  }

  async postpone(token: string, behind: number): Promise<PublicTicket> {
    const { ticket, tenant } = await this.find(token);
    await this.tickets.postpone({ tenantId: tenant.id, officeIds: [] }, resident, ticket.id, behind);
    this.boards.changed(ticket.officeId);
    return this.read(token);
  }

  /** True for a ticket, whichever, of an institution whose use is suspended or over. */
  async rests(token: string): Promise<boolean> {
    const parts = readToken(token);
    const tenant = parts && (await this.tenants.byId(parts));
    return tenant !== undefined && isResting(tenant);
  }

  private async find(token: string): Promise<{ ticket: StoredTicket; tenant: TenantSummary; entry: BoardEntry }> {
    const parts = readToken(token) ?? refuse('not_found');
    const tenant = await this.tenants.byId(parts);
    if (!tenant || !isServed(tenant)) return refuse('not_found');
    const now = await this.clock.now(parts);
    const since = addDays(new Date(now).toISOString().slice(0, 10), -2);
    const values = [parts.tenantId, since, parts.rowId, parts.hash];
    const ticket = await this.database.transaction(parts, (tx) => tx.row<StoredTicket>(byToken, values));
    const entry = ticket && (await this.boards.of(tenant, ticket.officeId));
    if (!entry || isOver(ticket, entry, now)) return refuse('not_found');
    return { ticket, tenant, entry };
  }
}

/** Its day was ended, or is over by the clock: then it is so, too, while no worker is there to end it. */
function isOver({ businessOn }: StoredTicket, { facts: { live, config } }: BoardEntry, now: number): boolean {
  return businessOn !== live.businessOn || businessOn < businessDay(now, config.zone, config.dayStart);
}

function presentTicket(ticket: StoredTicket, entry: BoardEntry, now: number): PublicTicket {
  const { config, live } = entry.facts;
  const service = config.services.get(ticket.serviceId);
  const ahead = ticket.state === 'waiting' ? entry.ahead(ticket.id) : null;
  const at = (instant: number) => localIso(instant, config.zone);
  const active = ticket.state === 'called' || ticket.state === 'serving';
  const view = viewServices(entry.facts).find((one) => one.service.id === ticket.serviceId);
  const waits =
    ahead !== null && view ? presentWait(waitOf(ticket, entry, view)) : { wait: null, waitUnavailable: null };
  return {
    number: ticket.label,
    tenant: entry.tenant.slug,
    office: { slug: config.slug, name: config.name.ko, names: config.name, zone: config.zone },
    service: {
      code: service?.code ?? '',
      name: service?.name.ko ?? '',
      names: service?.name ?? { ko: '-' },
      zone: service?.zone ?? null,
      line: service?.line ?? null,
    },
    state: ticket.state,
    ahead,
    ...waits,
    counter: active ? counterLabelOf(config, ticket) : null,
    issuedAt: at(ticket.firstJoinedAt ?? ticket.joinedAt),
    calledAt: ticket.calledAt === null ? null : at(ticket.calledAt),
    revision: live.revision,
    at: at(Math.floor(now / 1000) * 1000),
  };
}

/** The counters' shares belong to the service's own line, so its own people are counted; the board does the same. */
function waitOf(ticket: StoredTicket, { facts }: BoardEntry, view: ServiceView): SimpleWait {
  const own = asTicket(ticket);
  const isBefore = (other: StoredTicket) =>
    other.state === 'waiting' && other.serviceId === ticket.serviceId && compareInLine(asTicket(other), own) < 0;
  return simpleWait({
    open: facts.openState.openNow,
    ahead: facts.tickets.filter(isBefore).length,
    targetMinutes: view.service.targetMinutes,
    counters: view.share,
    counterIdle: false,
  });
}
