import { z } from 'zod';
import { Id, Instant, LocalText } from './basics.ts';

/** Lines above or below that a tenant may write on its receipts. */
const OwnLines = z.array(LocalText).max(4).default([]);

/** `GET` and `PUT /api/admin/receipt-layout`: what stands on a tenant's receipts besides office, service and number. */
export const ReceiptLayout = z
  .strictObject({
    header: OwnLines,
    footer: OwnLines,
    ahead: z.boolean().default(true),
    wait: z.boolean().default(true),
    place: z.boolean().default(true),
    documents: z.boolean().default(true),
    qr: z.boolean().default(true),
  })
  .meta({ id: 'ReceiptLayout' });
export type ReceiptLayout = z.infer<typeof ReceiptLayout>;

/** What a tenant has that said nothing. */
export const plainLayout: ReceiptLayout = ReceiptLayout.parse({});

/**
 * wanted = not handed to the printer yet; sent = handed over, and nobody knows yet whether it came out; it is never handed
 * over again by itself. printed and failed are ends; after failed nothing has come out.
 */
export const printStates = ['wanted', 'sent', 'printed', 'failed'] as const;
export const PrintState = z.enum(printStates);
export type PrintState = z.infer<typeof PrintState>;

/** Why a receipt did not come out, or is not known to have: silent = the printer takes bytes and says nothing. */
export const printReasons = ['paper_end', 'cover_open', 'gone', 'silent', 'late', 'told'] as const;
export const PrintReason = z.enum(printReasons);
export type PrintReason = z.infer<typeof PrintReason>;

/** A receipt on its way to paper. */
export const PrintJob = z
  .object({
    id: Id,
    ticketId: Id,
    deviceId: Id,
    number: z.string(),
    /** Asked for by a person; marked 재발행 on paper. */
    again: z.boolean(),
    state: PrintState,
    reason: PrintReason.nullable(),
    attempts: z.int().min(0),
    wantedAt: Instant,
    /** Of the last change. */
    changedAt: Instant,
  })
  .meta({ id: 'PrintJob' });
export type PrintJob = z.infer<typeof PrintJob>;
