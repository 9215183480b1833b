import { Injectable } from '@nestjs/common';
import type { PrintJob } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { HallCommands } from '../hall/hall.commands.ts';
import type { HallDraft } from '../hall/hall-draft.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { actorOf, worksAt, type DeviceIdentity, type StaffIdentity } from '../platform/auth/identity.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { Idempotency } from '../platform/http/idempotency.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { PrintJobsRepository, type PrintFacts, type StoredPrint } from './print-jobs.repository.ts';
import { presentPrint } from './print.presenter.ts';
import { ReceiptMaker } from './receipt.maker.ts';

type Told = RouteInput<'printResult'>['body'];

/** Receipts as kiosks and people deal with them. */
@Injectable()
export class PrintingService {
  constructor(
    private readonly database: Database,
    private readonly prints: PrintJobsRepository,
    private readonly receipts: ReceiptMaker,
    private readonly commands: HallCommands,
    private readonly offices: OfficesReader,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  async ofDevice(device: DeviceIdentity): Promise<PrintJob[]> {
    const prints = await this.database.transaction(device, (tx) => this.prints.ofDevice(tx, device.deviceId));
    return prints.map(presentPrint);
  }

  /** The bytes, once: from now on the kiosk has it. @throws not_found, no_printer, print_taken, print_over (its ticket was cancelled) */
  take(device: DeviceIdentity, id: string): Promise<RouteOutput<'devicePrintTake'>> {
    return this.database.transaction(device, async (tx) => {
      const print = await this.prints.waiting(tx, device.deviceId, id);
      if (!print) {
        const known = await this.prints.byId(tx, id);
        return refuse(known?.deviceId === device.deviceId ? 'print_taken' : 'not_found');
      }
      if (print.cancelled) return refuse('print_over');
      if (print.printer?.way !== 'serial') return refuse('no_printer');
      const bytes = await this.receipts.bytes(tx, print, print.printer.paperMm);
      await this.prints.hand(tx, id);
      return { id, base64: Buffer.from(bytes).toString('base64') };
    });
  }

  /** @throws not_found, print_over */
  toldByDevice(device: DeviceIdentity, id: string, told: Told): Promise<PrintJob> {
    return this.database.transaction(device, async (tx) => {
      const print = await this.prints.byId(tx, id);
      if (print?.deviceId !== device.deviceId) return refuse('not_found');
      return this.told(tx, print, told);
    });
  }

  /** @throws not_found, print_over */
  toldByPerson(staff: StaffIdentity, id: string, told: Told): Promise<PrintJob> {
    return this.database.transaction(staff, async (tx) => {
      const print = await this.prints.byId(tx, id);
      if (!print || !worksAt(staff, print.officeId)) return refuse('not_found');
      const after = await this.told(tx, print, told);
      const target = { kind: 'print_job', id };
      const change = { before: { state: print.state }, after: { state: after.state } };
      await this.audit.record(tx, { action: 'print.told', target, ...change });
      return after;
    });
  }

  async doubtful(staff: StaffIdentity, slug: string): Promise<PrintJob[]> {
    return this.database.transaction(staff, async (tx) => {
      const office = await this.offices.officeIn(tx, slug);
      if (!office || !worksAt(staff, office.id)) return refuse('not_found');
      return (await this.prints.doubtful(tx, office.id)).map(presentPrint);
    });
  }

  /** Where a receipt can come out. @throws not_found */
  printers(staff: StaffIdentity, slug: string): Promise<RouteOutput<'officePrinters'>> {
    return this.database.transaction(staff, async (tx) => {
      const { id } = await this.offices.theirsIn(tx, staff, slug);
      return this.prints.printersOf(tx, id);
    });
  }

  /** A new receipt for a ticket whose paper is lost or never came. @throws not_found, no_printer, move_not_allowed */
  printAgain(staff: StaffIdentity, input: RouteInput<'ticketPrint'>): Promise<PrintJob> {
    const { id: ticketId } = input.params;
    const { deviceId } = input.body;
    const idempotent = this.idempotency.describe(actorOf(staff), input.idempotency);
    const actor = { kind: 'staff', id: staff.staffId } as const;
    return this.commands.run(staff, actor, { ticketId }, { idempotent }, async (hall, tx) => {
      if (!worksAt(staff, hall.config.id)) refuse('not_found');
      hall.refuseOnHardware();
      const device = await this.prints.printerOf(tx, deviceId);
      if (device?.officeId !== hall.config.id || device.revokedAt !== null) refuse('not_found');
      if (device.printer === null || device.printer.way === 'browser') refuse('no_printer');
      await this.commands.admit(tx, hall, ticketId);
      const job = again(hall, ticketId, deviceId, staff.staffId);
      await this.audit.record(tx, {
        action: 'print.again',
        target: { kind: 'ticket', id: ticketId },
        after: { deviceId },
      });
      return job;
    });
  }

  /** printed is only believed of what was handed over; failed also of what never was. */
  private async told(tx: Transaction, print: StoredPrint, { state, reason }: Told): Promise<PrintJob> {
    const open = state === 'printed' ? ['sent'] : ['sent', 'wanted'];
    if (!open.includes(print.state)) refuse('print_over');
    if (state === 'printed') await this.prints.done(tx, print.id, 'told');
    else await this.prints.giveUp(tx, print.id, reason ?? 'told');
    return presentPrint((await this.prints.byId(tx, print.id)) ?? refuse('not_found'));
  }
}

const over = ['completed', 'cancelled', 'expired'];

function again(hall: HallDraft, ticketId: string, deviceId: string, staffId: string): PrintJob {
  const ticket = hall.ticket(ticketId);
  if (over.includes(ticket.state)) refuse('move_not_allowed');
  const id = uuidv7();
  const facts: PrintFacts = {
    serviceId: ticket.serviceId,
    issuedAt: iso(ticket.firstJoinedAt ?? hall.now),
    ahead: null,
    wait: null,
    path: null,
  };
  const { label, language, businessOn: business_on } = ticket;
  hall.print({ id, device_id: deviceId, ticket_id: ticketId, business_on, label, language, asked_by: staffId, facts });
  const now = iso(Date.now());
  const wanted = { state: 'wanted', reason: null, attempts: 0, wantedAt: now, changedAt: now } as const;
  return { id, ticketId, deviceId, number: label, again: true, ...wanted };
}
