import { Injectable } from '@nestjs/common';
import type { PrintJob, VersionedLayout } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { HallCommands } from '../hall/hall.commands.ts';
import type { HallDraft } from '../hall/hall-draft.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { PrintJobsRepository, type PrintFacts } from './print-jobs.repository.ts';
import { ReceiptLayouts } from './receipt-layouts.repository.ts';
import { ReceiptMaker } from './receipt.maker.ts';

const madeUp = { label: '000', path: '/t/0000000000000000000000' } as const;

/** What stands on the receipts of a tenant: read, changed, shown and tried. */
@Injectable()
export class LayoutService {
  constructor(
    private readonly database: Database,
    private readonly layouts: ReceiptLayouts,
    private readonly prints: PrintJobsRepository,
    private readonly receipts: ReceiptMaker,
    private readonly commands: HallCommands,
    private readonly offices: OfficesReader,
    private readonly audit: Audit,
  ) {}

  read(staff: StaffIdentity): Promise<VersionedLayout> {
    return this.database.transaction(staff, (tx) => this.layouts.read(tx));
  }

  /** From the next receipt on. @throws changed_meanwhile */
  set(staff: StaffIdentity, wish: VersionedLayout): Promise<VersionedLayout> {
    return this.database.transaction(staff, async (tx) => {
      const { layout: before } = await this.layouts.read(tx);
      const after = (await this.layouts.write(tx, wish)) ?? refuse('changed_meanwhile');
      const target = { kind: 'receipt_layout', id: staff.tenantId };
      await this.audit.record(tx, { action: 'receipt_layout.set', target, before, after: after.layout });
      return after;
    });
  }

  /** The very bytes that a printer would get. @throws not_found */
  preview(staff: StaffIdentity, wish: RouteInput<'receiptPreview'>['body']): Promise<RouteOutput<'receiptPreview'>> {
    const { office: slug, layout, language, paperMm } = wish;
    return this.database.transaction(staff, async (tx) => {
      const { id: officeId, name: officeName } = await this.offices.theirsIn(tx, staff, slug);
      const configRevision = await this.layouts.configRevision(tx, officeId);
      const config = await this.offices.configOf(tx, officeId, configRevision);
      const facts = factsOf(config);
      const print = { officeId, configRevision, facts, language, layout, label: madeUp.label, officeName };
      const bytes = await this.receipts.bytes(tx, { ...print, again: false, rehearsal: false }, paperMm);
      return { base64: Buffer.from(bytes).toString('base64') };
    });
  }

  /** @throws not_found, no_printer */
  async test(staff: StaffIdentity, deviceId: string): Promise<PrintJob> {
    const device = await this.database.transaction(staff, (tx) => this.prints.printerOf(tx, deviceId));
    if (!device || device.revokedAt !== null || !worksAt(staff, device.officeId)) return refuse('not_found');
    if (device.printer === null || device.printer.way === 'browser') return refuse('no_printer');
    const actor = { kind: 'staff', id: staff.staffId } as const;
    return this.commands.run(staff, actor, { officeId: device.officeId }, {}, async (hall, tx) => {
      const [id, ticketId] = [uuidv7(), uuidv7()];
      const { label } = madeUp;
      const facts: PrintFacts = { ...factsOf(hall.config), test: true };
      const ids = { id, device_id: deviceId, ticket_id: ticketId, asked_by: staff.staffId };
      hall.print({ ...ids, business_on: hall.businessOn, label, language: 'ko', facts });
      await this.audit.record(tx, { action: 'print.test', target: { kind: 'device', id: deviceId } });
      const now = iso(Date.now());
      const wanted = { state: 'wanted', reason: null, attempts: 0, wantedAt: now, changedAt: now } as const;
      return { id, ticketId, deviceId, number: label, again: true, ...wanted };
    });
  }
}

/** A visitor whom there is not, for a service of the office that says most. The address of their page leads nowhere. */
function factsOf({ services }: HallDraft['config']): PrintFacts {
  const [first] = [...services.values()].filter(({ zone, documents }) => zone && documents.length > 0);
  const service = first ?? [...services.values()][0];
  const wait = { lowMinutes: 20, highMinutes: 35 };
  return { serviceId: service?.id ?? '', issuedAt: iso(Date.now()), ahead: 4, wait, path: madeUp.path };
}
