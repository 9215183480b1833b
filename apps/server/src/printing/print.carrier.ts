import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import {
  printPatience,
  printReceipt,
  stateOfPrinter,
  type PrinterFault,
  type PrintOutcome,
} from '@sunbeon/client/printer-line';
import type { KioskPrinter } from '@sunbeon/contract';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { PrintJobsRepository, type WaitingPrint } from './print-jobs.repository.ts';
import { ReceiptMaker } from './receipt.maker.ts';
import { Turns } from './turns.ts';
import { takeTcp, type PrinterAddress } from './tcp-wire.ts';

const due = statement(
  'printing.due',
  'select tenant_id as "tenantId", device_id as "deviceId" from sys.printers_due()',
);

/** A receipt that could not be handed to its printer for so long is given up: its visitor has the number from the screen and went. */
export const lateMs = 30_000;

type NetworkPrinter = Extract<KioskPrinter, { way: 'network' }>;

/** Somebody else handed it over in the meantime. */
class Overtaken extends Error {}

/**
 * Prints receipts at printers in the network. A receipt is noted as sent before its first byte leaves, and from then on it is
 * never sent again: it is printed when the printer said so, else doubtful until somebody looks. One at a time per printer.
 */
@Injectable()
export class PrintCarrier implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('printing');
  private readonly holder = randomUUID();
  private readonly turns = new Turns();
  private readonly running = new Map<string, { again: boolean; readonly done: Promise<void> }>();

  constructor(
    private readonly database: Database,
    private readonly prints: PrintJobsRepository,
    private readonly receipts: ReceiptMaker,
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register('print.sweep', () => this.sweep());
    // Not waited for: a printer that takes its time must not keep screens from hearing of calls.
    this.outbox.listen((scope, _officeId, messages) => {
      for (const { type, payload } of messages)
        if (type === 'print.wanted') this.serve(scope, String(payload['deviceId']));
      return Promise.resolve();
    });
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settle();
  }

  /** Until nothing that was begun here is under way. */
  async settle(): Promise<void> {
    while (this.running.size > 0) await Promise.all([...this.running.values()].map(({ done }) => done));
  }

  /** What was left over, and printers that were ill. */
  async sweep(): Promise<void> {
    for (const { tenantId, deviceId } of await this.database.system<{ tenantId: string; deviceId: string }>(due))
      this.serve({ tenantId }, deviceId);
  }

  /** Works off all receipts of a device, one after the other. */
  private serve(scope: TenantScope, deviceId: string): void {
    const busy = this.running.get(deviceId);
    if (busy) {
      busy.again = true;
      return;
    }
    const turn = { again: false, done: Promise.resolve() };
    turn.done = this.workOff(scope, deviceId)
      .catch((error: unknown) => this.logger.error({ msg: 'receipts could not be worked off', deviceId, err: error }))
      .finally(() => {
        this.running.delete(deviceId);
        if (turn.again) this.serve(scope, deviceId);
      });
    this.running.set(deviceId, turn);
  }

  private async workOff(scope: TenantScope, deviceId: string): Promise<void> {
    const device = await this.database.transaction(scope, (tx) => this.prints.printerOf(tx, deviceId));
    const printer =
      device?.printer?.way === 'network' && this.config.mayPrintAt(device.printer.host) ? device.printer : null;
    if (printer === null) return this.leaveToKiosk(scope, deviceId);
    await this.turns.take(`${printer.host}:${printer.port}`, () =>
      this.workAt(scope, deviceId, printer, device?.isIll ?? false),
    );
  }

  /** Its kiosk fetches them, or nobody does. */
  private async leaveToKiosk(scope: TenantScope, deviceId: string): Promise<void> {
    for (;;) {
      const print = await this.next(scope, deviceId);
      if (!print || !isOver(print)) break;
      await this.giveUp(scope, print);
    }
    await this.database.transaction(scope, (tx) => this.prints.forgetState(tx, deviceId));
  }

  private async workAt(scope: TenantScope, deviceId: string, printer: NetworkPrinter, wasIll: boolean): Promise<void> {
    const hold = () => this.database.transaction(scope, (tx) => this.prints.hold(tx, deviceId, this.holder));
    if (!(await hold())) return; // another process prints there, and works off what waits
    try {
      let any = false;
      for (let print = await this.next(scope, deviceId); print; print = await this.next(scope, deviceId)) {
        any = true;
        if (isOver(print)) await this.giveUp(scope, print);
        else if (!(await hold()) || !(await this.print(scope, print, printer))) return;
      }
      if (!any && wasIll) await this.lookAgain(scope, deviceId, printer);
    } finally {
      await this.database.transaction(scope, (tx) => this.prints.release(tx, deviceId, this.holder));
    }
  }

  /** @returns false when it still waits, and those behind it as well */
  private async print(scope: TenantScope, print: WaitingPrint, printer: NetworkPrinter): Promise<boolean> {
    const { id, deviceId } = print;
    const bytes = await this.database.transaction(scope, (tx) => this.receipts.bytes(tx, print, printer.paperMm));
    const fetch = async () => {
      await this.hand(scope, id);
      return bytes;
    };
    try {
      const outcome = await patiently(() => printReceipt(lineTo(printer), fetch));
      await this.note(scope, print, outcome);
      await this.database.transaction(scope, (tx) => this.prints.found(tx, deviceId, stateAfter(outcome)));
      return outcome.kind !== 'not_sent';
    } catch (error) {
      if (error instanceof Overtaken) return true;
      throw error;
    }
  }

  private async note(scope: TenantScope, { id }: WaitingPrint, outcome: PrintOutcome): Promise<void> {
    await this.database.transaction(scope, (tx) => {
      if (outcome.kind === 'printed') return this.prints.done(tx, id, null);
      if (outcome.kind === 'unknown') return this.prints.doubt(tx, id, outcome.fault);
      return this.prints.putOff(tx, id, outcome.fault);
    });
    if (outcome.kind !== 'printed') this.logger.warn({ msg: 'a receipt did not come out for certain', id, ...outcome });
  }

  private next(scope: TenantScope, deviceId: string): Promise<WaitingPrint | undefined> {
    return this.database.transaction(scope, (tx) => this.prints.next(tx, deviceId));
  }

  private giveUp(scope: TenantScope, { id, reason, cancelled }: WaitingPrint): Promise<void> {
    const why = cancelled ? 'cancelled' : (reason ?? 'late');
    return this.database.transaction(scope, (tx) => this.prints.giveUp(tx, id, why));
  }

  private hand(scope: TenantScope, id: string): Promise<void> {
    return this.database.transaction(scope, async (tx) => {
      if (!(await this.prints.hand(tx, id))) throw new Overtaken();
    });
  }

  /** Nothing to print, and the printer was ill: is it well again? Of one that was well its last receipt says more. */
  private async lookAgain(scope: TenantScope, deviceId: string, printer: NetworkPrinter): Promise<void> {
    const state = nameOf(await stateOfPrinter(lineTo(printer)));
    await this.database.transaction(scope, (tx) => this.prints.found(tx, deviceId, state));
  }
}

/** Nobody waits for it any more. */
const isOver = ({ wantedAt, cancelled }: WaitingPrint): boolean => cancelled || Date.now() - wantedAt > lateMs;

/** A printer that has just hung up may need a moment to take the next line. Nothing was sent, so it may be tried again. */
async function patiently(print: () => Promise<PrintOutcome>): Promise<PrintOutcome> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await print();
    if (outcome.kind !== 'not_sent' || outcome.fault !== 'gone' || tries === 3) return outcome;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

const lineTo = (printer: PrinterAddress) => () => takeTcp(printer, printPatience.connectMs);

function stateAfter(outcome: PrintOutcome): string {
  return outcome.kind === 'printed' ? (outcome.nearEnd ? 'near_end' : 'ok') : nameOf(outcome.fault);
}

/** As devices say it: one that is silent is as good as gone. */
const nameOf = (fault: PrinterFault | null): string => (fault === null ? 'ok' : fault === 'silent' ? 'gone' : fault);
