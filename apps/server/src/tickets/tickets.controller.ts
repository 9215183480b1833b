import { Controller } from '@nestjs/common';
import { OfficesReader } from '../offices/offices.reader.ts';
import { actorOf, type DeviceIdentity, type StaffIdentity } from '../platform/auth/identity.ts';
import { Device, Staff } from '../platform/auth/who.ts';
import { Idempotency } from '../platform/http/idempotency.ts';
import { Input, Route, type RouteInput, type RouteOutput } from '../platform/http/route.ts';
import type { HallDraft } from '../hall/hall-draft.ts';
import { KioskIssueService } from './kiosk-issue.service.ts';
import { OrderService } from './order.service.ts';
import { staffActor } from './tickets.policy.ts';
import { presentHallTicket } from '../hall/ticket.presenter.ts';
import { TicketsService } from './tickets.service.ts';

type Corrected = Promise<RouteOutput<'ticketCancel'>>;

/** Tickets: given out by kiosk and staff, and corrected by staff. */
@Controller()
export class TicketsController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly kiosk: KioskIssueService,
    private readonly order: OrderService,
    private readonly offices: OfficesReader,
    private readonly idempotency: Idempotency,
  ) {}

  @Route('kioskIssue')
  kioskIssue(
    @Device() device: DeviceIdentity,
    @Input() input: RouteInput<'kioskIssue'>,
  ): Promise<RouteOutput<'kioskIssue'>> {
    return this.kiosk.issue(device, input);
  }

  @Route('staffIssue')
  async staffIssue(
    @Staff() staff: StaffIdentity,
    @Input() input: RouteInput<'staffIssue'>,
  ): Promise<RouteOutput<'staffIssue'>> {
    const { office, appointmentAt, ...order } = input.body;
    const { id: officeId } = await this.offices.theirs(staff, office);
    const idempotent = this.idempotency.describe(actorOf(staff), input.idempotency);
    const actor = staffActor(staff);
    const channel = actor.kind === 'greeter' ? 'greeter' : 'staff';
    const at = appointmentAt === undefined ? undefined : Date.parse(appointmentAt);
    return this.tickets.issue(
      { tenantId: staff.tenantId },
      actor,
      officeId,
      { ...order, channel, appointmentAt: at },
      idempotent,
    );
  }

  @Route('ticketCancel')
  async cancel(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'ticketCancel'>): Corrected {
    return corrected(
      staff,
      input.params.id,
      await this.tickets.cancel(...whom(staff, input), input.body.reason ?? null),
    );
  }

  @Route('ticketReinstate')
  async reinstate(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'ticketReinstate'>): Corrected {
    return corrected(staff, input.params.id, await this.tickets.reinstate(...whom(staff, input)));
  }

  @Route('ticketAddService')
  async addService(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'ticketAddService'>): Corrected {
    return corrected(
      staff,
      input.params.id,
      await this.tickets.addService(...whom(staff, input), input.body.serviceId),
    );
  }

  @Route('ticketPriority')
  async priority(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'ticketPriority'>): Corrected {
    return corrected(
      staff,
      input.params.id,
      await this.tickets.setPriority(...whom(staff, input), input.body.priority),
    );
  }

  @Route('issuingSwitch')
  async issuingSwitch(
    @Staff() staff: StaffIdentity,
    @Input() input: RouteInput<'issuingSwitch'>,
  ): Promise<RouteOutput<'issuingSwitch'>> {
    const reason = input.body.stopped ? (input.body.reason ?? '') : null;
    return { revision: await this.tickets.switchIssuing(staff, staffActor(staff), input.params.id, reason) };
  }

  @Route('explain')
  async explain(@Staff() staff: StaffIdentity, @Input() input: RouteInput<'explain'>): Promise<RouteOutput<'explain'>> {
    const { id: officeId } = await this.offices.theirs(staff, input.params.office);
    return this.order.explain({ tenantId: staff.tenantId }, officeId, input.query.first, input.query.second);
  }
}

function whom(staff: StaffIdentity, input: { params: { id: string } }) {
  return [staff, staffActor(staff), input.params.id] as const;
}

function corrected(_staff: StaffIdentity, ticketId: string, hall: HallDraft): RouteOutput<'ticketCancel'> {
  return { ticket: presentHallTicket(hall.config, hall.ticket(ticketId)), revision: hall.live.revision };
}
