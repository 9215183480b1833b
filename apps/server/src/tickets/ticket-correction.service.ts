import { Injectable } from '@nestjs/common';
import { TICKET_CORRECTION_DAYS, type TicketCorrection } from '@sunbeon/contract';
import { addDays, type TicketMove } from '@sunbeon/domain';
import type { HallDraft } from '../hall/hall-draft.ts';
import { HallCommands } from '../hall/hall.commands.ts';
import type { StoredTicket } from '../hall/stored-ticket.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import type { Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { CorrectionsRepository } from './corrections.repository.ts';
import { staffActor } from './tickets.policy.ts';

const moves = {
  waiting: 'correct_to_waiting',
  completed: 'correct_to_completed',
  no_show: 'correct_to_no_show',
} as const satisfies Record<NonNullable<TicketCorrection['to']>, TicketMove>;

/** Mistakes put right afterwards. The log keeps what was there before; figures follow the correction. */
@Injectable()
export class TicketCorrectionService {
  constructor(
    private readonly commands: HallCommands,
    private readonly offices: OfficesReader,
    private readonly corrections: CorrectionsRepository,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws not_found; changed_meanwhile when something happened to the ticket since; too_late; move_not_allowed,
   *   transfer_nowhere, service_unknown, service_already_there, hardware_authority
   */
  async correct(
    staff: StaffIdentity,
    { params, body }: RouteInput<'ticketCorrect'>,
  ): Promise<RouteOutput<'ticketCorrect'>> {
    const { id: officeId } = await this.offices.theirs(staff, params.office);
    return this.commands.run(staff, staffActor(staff), { officeId }, {}, async (hall, tx) => {
      const before = await this.found(tx, hall, params);
      if (hall.config.authority === 'hardware' || before.source === 'hardware') refuse('hardware_authority');
      const seen = await this.corrections.version(tx, before.businessOn, before.id);
      if (seen !== body.version) refuse('changed_meanwhile');
      const after = put(hall, before, body);
      await this.corrections.markDay(tx, officeId, before.businessOn);
      await this.audit.record(tx, {
        action: 'ticket.correct',
        target: { kind: 'ticket', id: before.id },
        before: factsOf(hall, before),
        after: factsOf(hall, after),
        reason: body.reason,
      });
      return { state: after.state, version: hall.live.eventSeq, revision: hall.live.revision + 1 };
    });
  }

  private async found(tx: Transaction, hall: HallDraft, { id, day }: { id: string; day: string }) {
    await this.commands.admit(tx, hall, id);
    const ticket = hall.ticket(id);
    return ticket.businessOn === day ? ticket : refuse('not_found');
  }
}

function put(
  hall: HallDraft,
  ticket: StoredTicket,
  { to, serviceId, outcome, reason }: TicketCorrection,
): StoredTicket {
  if (ticket.businessOn < addDays(hall.businessOn, -TICKET_CORRECTION_DAYS)) refuse('too_late');
  if (to === 'waiting' && !isStillItsDay(hall, ticket)) refuse('too_late');
  // A bundle is several services, and a record is of one.
  if (serviceId !== undefined && hall.config.services.get(serviceId)?.stepIds.length !== 0) refuse('service_unknown');
  const move = to === undefined || to === ticket.state ? 'correct' : moves[to];
  const context = { reason, ...(serviceId !== undefined && { serviceId }), ...(outcome !== undefined && { outcome }) };
  const after = hall.move(ticket.id, move, context);
  // What a counter did before the correction is not taken back over it.
  for (const counter of hall.counters)
    if (counter.undo?.ticketId === ticket.id) hall.setCounter(counter.counterId, { undo: null });
  return after;
}

const isStillItsDay = (hall: HallDraft, { businessOn }: StoredTicket): boolean =>
  businessOn === hall.businessOn && hall.live.closedOn !== businessOn;

function factsOf(hall: HallDraft, { businessOn, label, state, serviceId, outcome }: StoredTicket) {
  const service = hall.config.services.get(serviceId)?.name.ko ?? serviceId;
  return { office: hall.config.slug, day: businessOn, number: label, state, service, outcome };
}
