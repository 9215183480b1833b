import { Injectable } from '@nestjs/common';
import type {
  KioskPrinter,
  Language,
  LocalText,
  OfficePrinter,
  PrintReason,
  PrintState,
  ReceiptLayout,
} from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

/** What is stored of a receipt that waits. */
export interface PrintFacts {
  readonly serviceId: string;
  readonly issuedAt: string;
  readonly ahead: number | null;
  readonly wait: { readonly lowMinutes: number; readonly highMinutes: number } | null;
  /** Of the ticket's page; null on a receipt printed again: only a hash of it is kept. */
  readonly path: string | null;
  /** Of no visitor. */
  readonly test?: boolean;
}

/** Instants as epoch milliseconds, real time: paper knows no rehearsal clock. */
export interface StoredPrint {
  readonly id: string;
  readonly officeId: string;
  readonly ticketId: string;
  readonly deviceId: string;
  readonly label: string;
  readonly again: boolean;
  readonly state: PrintState;
  readonly reason: PrintReason | null;
  readonly attempts: number;
  readonly wantedAt: number;
  readonly changedAt: number;
}

/** A receipt that waits, with all that it needs to be laid out. */
export interface WaitingPrint extends StoredPrint {
  readonly language: Language;
  readonly facts: PrintFacts;
  readonly printer: KioskPrinter | null;
  readonly layout: ReceiptLayout | null;
  readonly configRevision: number;
  readonly officeName: LocalText;
  readonly rehearsal: boolean;
  /** Its ticket counts no more: paper of it would mislead whoever finds it. */
  readonly cancelled: boolean;
}

const columns = `j.id, j.office_id as "officeId", j.ticket_id as "ticketId", j.device_id as "deviceId", j.label, j.again,
  j.state, j.reason, j.attempts, j.wanted_at as "wantedAt", j.changed_at as "changedAt"`;
const waiting = `select ${columns}, j.language, j.facts, d.settings -> 'printer' as printer,
    (select r.layout from receipt_layout r where r.tenant_id = $1) as layout, l.config_revision as "configRevision",
    o.name as "officeName", t.kind = 'rehearsal' as rehearsal,
    exists (select from ticket k where k.tenant_id = $1 and k.business_on = j.business_on and k.id = j.ticket_id
      and k.state = 'cancelled') as cancelled
  from print_job j join device d on d.tenant_id = j.tenant_id and d.id = j.device_id
    join office o on o.tenant_id = j.tenant_id and o.id = j.office_id
    join office_live l on l.tenant_id = j.tenant_id and l.office_id = j.office_id join tenant t on t.id = j.tenant_id
  where j.tenant_id = $1 and j.device_id = $2 and j.state = 'wanted'`;
const next = statement('printing.next', `${waiting} order by j.wanted_at, j.id limit 1`);
const one = statement('printing.waiting', `${waiting} and j.id = $3 for update of j`);
// The last moment before the first byte. Of two who try one gets it, and it is never wanted again.
const hand = statement(
  'printing.hand',
  `update print_job set state = 'sent', facts = null, reason = null, attempts = attempts + 1, changed_at = clock_timestamp()
   where tenant_id = $1 and id = $2 and state = 'wanted' returning id`,
);
const putOff = statement(
  'printing.put_off',
  `update print_job set reason = $3, attempts = attempts + 1, changed_at = clock_timestamp()
   where tenant_id = $1 and id = $2 and state = 'wanted'`,
);
const doubt = statement(
  'printing.doubt',
  `update print_job set reason = $3, changed_at = clock_timestamp() where tenant_id = $1 and id = $2 and state = 'sent'`,
);
const giveUp = statement(
  'printing.give_up',
  `update print_job set state = 'failed', facts = null, reason = $3, changed_at = clock_timestamp()
   where tenant_id = $1 and id = $2 and state in ('wanted', 'sent')`,
);
// The printer's own word counts more than that of somebody who did not see it come out.
const done = statement(
  'printing.done',
  `update print_job set state = 'printed', reason = $3, changed_at = clock_timestamp()
   where tenant_id = $1 and id = $2 and (state = 'sent' or state = 'failed' and reason = 'told')`,
);
const byId = statement(
  'printing.by_id',
  `select ${columns} from print_job j where j.tenant_id = $1 and j.id = $2 for update`,
);
const ofDevice = statement(
  'printing.of_device',
  `select ${columns} from print_job j where j.tenant_id = $1 and j.device_id = $2
     and j.wanted_at > clock_timestamp() - interval '10 minutes' order by j.wanted_at desc limit 100`,
);
const doubtful = statement(
  'printing.doubtful',
  `select ${columns} from print_job j where j.tenant_id = $1 and j.office_id = $2 and j.state <> 'printed'
     and j.wanted_at > clock_timestamp() - interval '1 day' order by j.wanted_at desc limit 200`,
);
const found = statement(
  'printing.found',
  `update device set printer_state = $3, printer_asked_at = clock_timestamp() where tenant_id = $1 and id = $2`,
);
// Longer than one receipt may take; a process that died gives it back by that.
const hold = statement(
  'printing.hold',
  `update device set printer_holder = $3, printer_held_until = clock_timestamp() + interval '25 seconds'
   where tenant_id = $1 and id = $2
     and (printer_held_until is null or printer_held_until < clock_timestamp() or printer_holder = $3) returning id`,
);
const release = statement(
  'printing.release',
  `update device set printer_holder = null, printer_held_until = null
   where tenant_id = $1 and id = $2 and printer_holder = $3`,
);
const forgetState = statement(
  'printing.forget_state',
  `update device set printer_state = null, printer_asked_at = null
   where tenant_id = $1 and id = $2 and printer_state is not null`,
);
const printerOf = statement(
  'printing.printer_of',
  `select office_id as "officeId", settings -> 'printer' as printer, revoked_at as "revokedAt",
     coalesce(printer_state in ('paper_end', 'cover_open', 'gone'), false) as "isIll"
   from device where tenant_id = $1 and id = $2`,
);

// At a kiosk's own cable the kiosk knows, in the network the server.
const printersOf = statement(
  'printing.printers_of',
  `select id as "deviceId", name,
     case settings -> 'printer' ->> 'way' when 'network' then printer_state else heartbeat ->> 'printer' end as state
   from device where tenant_id = $1 and office_id = $2 and kind = 'kiosk' and revoked_at is null
     and settings -> 'printer' ->> 'way' in ('network', 'serial') order by name, id`,
);

/** A device with regard to its printer. */
export interface DeviceOfPrinter {
  readonly officeId: string;
  readonly printer: KioskPrinter | null;
  readonly revokedAt: number | null;
  /** As the server found it last. */
  readonly isIll: boolean;
}

/** Receipts on their way to paper. They are stored by the hall's own statement, together with their ticket. */
@Injectable()
export class PrintJobsRepository {
  next(tx: Transaction, deviceId: string): Promise<WaitingPrint | undefined> {
    return tx.row<WaitingPrint>(next, [tx.scope.tenantId, deviceId]);
  }

  waiting(tx: Transaction, deviceId: string, id: string): Promise<WaitingPrint | undefined> {
    return tx.row<WaitingPrint>(one, [tx.scope.tenantId, deviceId, id]);
  }

  /** @returns false when somebody else handed it over, or gave it up */
  async hand(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.rows(hand, [tx.scope.tenantId, id])).length === 1;
  }

  /** Nothing was sent; it is tried again. */
  async putOff(tx: Transaction, id: string, reason: PrintReason): Promise<void> {
    await tx.rows(putOff, [tx.scope.tenantId, id, reason]);
  }

  /** It was sent, and nobody knows. */
  async doubt(tx: Transaction, id: string, reason: PrintReason): Promise<void> {
    await tx.rows(doubt, [tx.scope.tenantId, id, reason]);
  }

  async giveUp(tx: Transaction, id: string, reason: PrintReason): Promise<void> {
    await tx.rows(giveUp, [tx.scope.tenantId, id, reason]);
  }

  async done(tx: Transaction, id: string, reason: PrintReason | null): Promise<void> {
    await tx.rows(done, [tx.scope.tenantId, id, reason]);
  }

  byId(tx: Transaction, id: string): Promise<StoredPrint | undefined> {
    return tx.row<StoredPrint>(byId, [tx.scope.tenantId, id]);
  }

  ofDevice(tx: Transaction, deviceId: string): Promise<StoredPrint[]> {
    return tx.rows<StoredPrint>(ofDevice, [tx.scope.tenantId, deviceId]);
  }

  doubtful(tx: Transaction, officeId: string): Promise<StoredPrint[]> {
    return tx.rows<StoredPrint>(doubtful, [tx.scope.tenantId, officeId]);
  }

  /** How the server found a printer. */
  async found(tx: Transaction, deviceId: string, state: string): Promise<void> {
    await tx.rows(found, [tx.scope.tenantId, deviceId, state]);
  }

  /** The server sends to none at this device any more: what it found once says nothing. */
  async forgetState(tx: Transaction, deviceId: string): Promise<void> {
    await tx.rows(forgetState, [tx.scope.tenantId, deviceId]);
  }

  /** Takes the printer of a device for this process, or keeps it. @returns false when another has it */
  async hold(tx: Transaction, deviceId: string, holder: string): Promise<boolean> {
    return (await tx.rows(hold, [tx.scope.tenantId, deviceId, holder])).length === 1;
  }

  async release(tx: Transaction, deviceId: string, holder: string): Promise<void> {
    await tx.rows(release, [tx.scope.tenantId, deviceId, holder]);
  }

  printerOf(tx: Transaction, deviceId: string): Promise<DeviceOfPrinter | undefined> {
    return tx.row<DeviceOfPrinter>(printerOf, [tx.scope.tenantId, deviceId]);
  }

  printersOf(tx: Transaction, officeId: string): Promise<OfficePrinter[]> {
    return tx.rows<OfficePrinter>(printersOf, [tx.scope.tenantId, officeId]);
  }
}
