import { stepIdsOf } from '../hall/steps.ts';
import { Injectable } from '@nestjs/common';
import type { IssuedTicket } from '@sunbeon/contract';
import {
  issueTicket,
  newcomersAhead,
  type Actor,
  type IssuedCounts,
  type Ticket,
  type TicketChannel,
} from '@sunbeon/domain';
import { v7 as uuidv7 } from 'uuid';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import type { ServiceConfig } from '../offices/offices.reader.ts';
import { newToken } from '../platform/auth/tokens.ts';
import { iso } from '../platform/clock/clock.ts';
import type { TenantScope } from '../platform/database/database.ts';
import type { IdempotentRequest } from '../platform/http/idempotency.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import { asTicket, type HallDraft } from '../hall/hall-draft.ts';
import { mayIssueNow, pickingCounters, viewServices } from '../hall/hall-view.ts';
import { HallCommands } from '../hall/hall.commands.ts';
import { presentWait } from '../hall/ticket.presenter.ts';
import { ContactsService, type PreparedContact } from './contacts.service.ts';
import { NumbersRepository } from './numbers.repository.ts';

export interface IssueOrder {
  readonly serviceId: string;
  readonly addOns: readonly string[];
  readonly priority?: string | undefined;
  readonly language: string;
  readonly channel: TicketChannel;
  /** Epoch milliseconds. */
  readonly appointmentAt?: number | undefined;
  /** The visitor's phone number, for notices. */
  readonly contact?: PreparedContact | undefined;
  /** Device at which the visitor stands: the receipt comes out there, if it has a printer. */
  readonly printAt?: string | undefined;
}

/** Whose ticket it is, and for which offices the person works (empty = all; residents: their own ticket only). */
export interface Corrector extends TenantScope {
  readonly officeIds: readonly string[];
}

const refusalOf = {
  closed: 'office_closed',
  not_yet: 'not_yet_issuing',
  quota: 'quota_reached',
  stopped: 'issuing_stopped',
} as const;

/** Gives out tickets, and what may be done to a ticket that is not at a counter. */
@Injectable()
export class TicketsService {
  constructor(
    private readonly commands: HallCommands,
    private readonly numbers: NumbersRepository,
    private readonly offices: OfficesReader,
    private readonly contacts: ContactsService,
  ) {}

  /**
   * Gives out the next number of the service's series.
   * @throws service_unknown, add_on_unknown, unknown_priority, hardware_authority; office_closed, not_yet_issuing,
   *   quota_reached, issuing_stopped; phone_not_allowed, consent_required
   */
  issue(
    scope: TenantScope,
    actor: Actor,
    officeId: string,
    order: IssueOrder,
    idempotent?: IdempotentRequest,
  ): Promise<IssuedTicket> {
    return this.commands.run(scope, actor, { officeId }, { idempotent }, async (hall, tx) => {
      const { contact } = order;
      if (contact && 'refusal' in contact) refuse(contact.refusal);
      const service = checkOrder(hall, order);
      checkIssuing(hall, service);
      const { ordinal, label, issued } = await this.numbers.draw(tx, hall, service);
      if (issued) checkIssuing(hall, service, issued); // refused, the number goes back with the transaction
      const id = uuidv7();
      const { token, hash } = newToken(scope.tenantId, id, 'ticket');
      const { ticket, event } = issueTicket(
        {
          id,
          officeId,
          seriesId: service.series.id,
          businessOn: hall.businessOn,
          ordinal,
          label,
          serviceIds: stepIdsOf(service),
          addOns: order.addOns,
          priority: order.priority ?? null,
          appointmentAt: order.appointmentAt ?? null,
          language: order.language,
          channel: order.channel,
        },
        hall.now,
        hall.actor,
      );
      const ahead = peopleAhead(hall, ticket);
      const answer = presentIssued(hall, { id, label, service: serviceOf(hall, ticket.serviceId), token, ahead });
      hall.putTicket(
        {
          ...ticket,
          source: 'sunbeon',
          sourceRef: null,
          counterLabel: null,
          note: null,
          holdReason: null,
          tokenHash: hash,
        },
        event,
        undefined,
        service.id,
      );
      if (order.printAt !== undefined)
        hall.print({
          id: uuidv7(),
          device_id: order.printAt,
          ticket_id: id,
          business_on: hall.businessOn,
          label,
          language: order.language,
          asked_by: null,
          facts: factsToPrint(answer),
        });
      if (contact) await this.contacts.store(tx, ticket, contact, hall.now);
      return answer;
    });
  }

  cancel(by: Corrector, actor: Actor, ticketId: string, reason: string | null): Promise<HallDraft> {
    return this.change(by, actor, ticketId, (hall) => {
      const counter = hall.counters.find((one) => one.ticketId === ticketId);
      hall.move(ticketId, 'cancel', { reason });
      if (counter) hall.setCounter(counter.counterId, { ticketId: null, undo: null });
    });
  }

  reinstate(by: Corrector, actor: Actor, ticketId: string): Promise<HallDraft> {
    return this.change(by, actor, ticketId, (hall) => {
      const { serviceId } = hall.ticket(ticketId);
      const line = hall.waiting.filter((ticket) => ticket.serviceId === serviceId).map((ticket) => ticket.place);
      hall.move(ticketId, 'reinstate', { line });
    });
  }

  postpone(by: Corrector, actor: Actor, ticketId: string, behind: number): Promise<HallDraft> {
    return this.change(by, actor, ticketId, (hall) => {
      const { serviceId } = hall.ticket(ticketId);
      const others = hall.waiting.filter((ticket) => ticket.serviceId === serviceId && ticket.id !== ticketId);
      hall.move(ticketId, 'postpone', { behind, line: others.map((ticket) => ticket.place) });
    });
  }

  addService(by: Corrector, actor: Actor, ticketId: string, serviceId: string): Promise<HallDraft> {
    return this.change(by, actor, ticketId, (hall) => {
      for (const stepId of stepIdsOf(serviceOf(hall, serviceId)))
        hall.move(ticketId, 'add_service', { serviceId: stepId });
    });
  }

  setPriority(by: Corrector, actor: Actor, ticketId: string, priority: string | null): Promise<HallDraft> {
    return this.change(by, actor, ticketId, (hall) => {
      hall.move(ticketId, 'set_priority', { priority });
    });
  }

  /** Stops giving out tickets of a service with a reason, or goes on (reason null). Returns the office's revision. */
  async switchIssuing(staff: StaffIdentity, actor: Actor, serviceId: string, reason: string | null): Promise<number> {
    const officeId = (await this.offices.officeOfService(staff, serviceId)) ?? refuse('not_found');
    if (!worksAt(staff, officeId)) refuse('not_found');
    return this.commands.run(staff, actor, { officeId }, {}, (hall) => {
      const { [serviceId]: _gone, ...others } = hall.live.stopped;
      hall.live.stopped = reason === null ? others : { ...others, [serviceId]: reason };
      hall.log(reason === null ? 'issuing.resumed' : 'issuing.stopped', { serviceId, data: { reason } });
      hall.touch();
      return hall.live.revision + 1;
    });
  }

  private change(by: Corrector, actor: Actor, ticketId: string, work: (hall: HallDraft) => void): Promise<HallDraft> {
    return this.commands.run(by, actor, { ticketId }, {}, async (hall, tx) => {
      if (by.officeIds.length > 0 && !by.officeIds.includes(hall.config.id)) refuse('not_found');
      hall.refuseOnHardware();
      await this.commands.admit(tx, hall, ticketId);
      work(hall);
      return hall;
    });
  }
}

function checkOrder(hall: HallDraft, order: IssueOrder): ServiceConfig {
  hall.refuseOnHardware();
  const service = hall.config.services.get(order.serviceId) ?? refuse('service_unknown');
  const known = new Set(service.addOns.map((addOn) => addOn.code));
  if (order.channel === 'kiosk' && !service.atKiosk) refuse('service_unknown');
  if (order.addOns.some((code) => !known.has(code))) refuse('add_on_unknown');
  if (order.priority !== undefined && !hall.config.rules.priorityCodes.includes(order.priority))
    refuse('unknown_priority');
  return service;
}

/** @param issued tickets given out before; left out = quotas are not asked */
function checkIssuing(hall: HallDraft, service: ServiceConfig, issued?: IssuedCounts): void {
  const { config, live, tickets, counters, openState, now } = hall;
  const counts = issued && new Map([[service.id, issued]]);
  const result = mayIssueNow({ config, live, tickets, counters, openState, now, issued: counts }, service);
  if (result.accepting || result.acceptingReason === null) return;
  throw new ProblemException(refusalOf[result.acceptingReason], result.acceptingText ?? undefined);
}

/** People whom the rules would call before a ticket that joins now: the same count as on its page. */
function peopleAhead(hall: HallDraft, { serviceId, priority }: Pick<Ticket, 'serviceId' | 'priority'>): number {
  const { policy } = hall.config;
  const line = { waiting: hall.waiting.map(asTicket), policy, turns: hall.live.turns };
  return newcomersAhead(line, { serviceId, priority }, pickingCounters(hall), hall.now);
}

/** What the receipt tells of the ticket; the rest stands in the office's configuration. */
function factsToPrint({ serviceId, issuedAt, ahead, wait, path }: IssuedTicket) {
  return { serviceId, issuedAt, ahead, wait, path };
}

function serviceOf(hall: HallDraft, id: string): ServiceConfig {
  return hall.config.services.get(id) ?? refuse('service_unknown');
}

/** What the kiosk prints. The range is the newcomer's, worked out before this ticket joins. */
function presentIssued(
  hall: HallDraft,
  issued: { id: string; label: string; service: ServiceConfig; token: string; ahead: number },
): IssuedTicket {
  const { config, live, tickets, counters, openState, now } = hall;
  const views = viewServices({ config, live, tickets, counters, openState, now });
  const wait = views.find((view) => view.service.id === issued.service.id)?.wait ?? {
    unavailable: 'too_few_data' as const,
  };
  return {
    id: issued.id,
    number: issued.label,
    serviceId: issued.service.id,
    serviceCode: issued.service.code,
    issuedAt: iso(now),
    ahead: issued.ahead,
    ...presentWait(wait),
    zone: issued.service.zone,
    line: issued.service.line,
    token: issued.token,
    path: `/t/${issued.token}`,
  };
}
