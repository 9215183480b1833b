import { z } from 'zod';
import { Id, Instant, Language, LocalText } from './basics.ts';

/** Ports at which printers take bytes; a tenant must not reach other doors of its network through the server. */
const PrinterPort = z.int().min(9100).max(9109);
const PaperMm = z.union([z.literal(80), z.literal(58)]);

/**
 * Setting of a kiosk: its printer, and the way to it. network = the server sends to the printer's address (as far as the
 * installation allows the network); serial = the kiosk sends by its own cable; browser = the browser's print dialog.
 */
export const KioskPrinter = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('network'), host: z.ipv4(), port: PrinterPort.default(9100), paperMm: PaperMm }),
  z.strictObject({
    way: z.literal('serial'),
    baudRate: z.int().min(9_600).max(115_200).default(115_200),
    paperMm: PaperMm,
  }),
  z.strictObject({ way: z.literal('browser') }),
]);
export type KioskPrinter = z.infer<typeof KioskPrinter>;

export const printerStates = ['ok', 'near_end', 'paper_end', 'cover_open', 'gone', 'none'] as const;

/** Lines above or below that a tenant may write on its receipts. */
const OwnLines = z.array(LocalText).max(4).default([]);

/** A picture for the head of receipts: dots in rows from the top, eight to a byte, the left one first; a set bit is black. */
export const ReceiptLogo = z
  .strictObject({
    /** In dots; paper of 58 mm has 384 of them in a row. */
    width: z.int().min(8).max(384).multipleOf(8),
    height: z.int().min(8).max(200),
    base64: z.base64().max(12_800),
  })
  .refine(({ width, height, base64 }) => bytesIn(base64) === (width / 8) * height, 'has another number of dots');

const bytesIn = (base64: string) => (base64.length / 4) * 3 - (/=*$/.exec(base64)?.[0].length ?? 0);

/** What a receipt tells of the wait and the way, in the order in which the tenant wants it. */
export const receiptParts = ['ahead', 'wait', 'place', 'documents'] as const;
export type ReceiptPart = (typeof receiptParts)[number];
const PartsInOrder = z
  .array(z.enum(receiptParts))
  .length(receiptParts.length)
  .refine((parts) => new Set(parts).size === parts.length, 'each once')
  .default([...receiptParts]);

/** What stands on a tenant's receipts besides office, service and number. */
export const ReceiptLayout = z
  .strictObject({
    logo: ReceiptLogo.nullable().default(null),
    header: OwnLines,
    footer: OwnLines,
    ahead: z.boolean().default(true),
    wait: z.boolean().default(true),
    place: z.boolean().default(true),
    documents: z.boolean().default(true),
    qr: z.boolean().default(true),
    order: PartsInOrder,
    /** Times as large as plain text, where the paper is wide enough. */
    serviceSize: z.int().min(1).max(3).default(2),
    numberSize: z.int().min(3).max(6).default(6),
  })
  .meta({ id: 'ReceiptLayout' });
export type ReceiptLayout = z.infer<typeof ReceiptLayout>;

/**
 * `GET` and `PUT /api/admin/receipt-layout`. version: 0 = nothing was saved yet; sent back unchanged, so that nobody
 * overwrites what they did not see.
 */
export const VersionedLayout = z
  .strictObject({ version: z.int().min(0), layout: ReceiptLayout })
  .meta({ id: 'VersionedLayout' });
export type VersionedLayout = z.infer<typeof VersionedLayout>;

/** `POST /api/admin/receipt-layout/preview`: a made-up ticket of an office, as it would be printed. */
export const ReceiptPreview = z.strictObject({
  office: z.string().max(40),
  layout: ReceiptLayout,
  language: Language,
  paperMm: PaperMm,
});
export const ReceiptBytes = z.object({ base64: z.base64() });

/** `POST /api/admin/receipt-layout/test`: the device at whose printer a made-up ticket comes out, marked as a test. */
export const ReceiptTest = z.strictObject({ deviceId: Id });

/** What a tenant has that said nothing. */
export const plainLayout: ReceiptLayout = ReceiptLayout.parse({});

/**
 * wanted = not handed to the printer yet; sent = handed over, and nobody knows yet whether it came out; it is never handed
 * over again by itself. printed and failed are ends; after failed nothing has come out.
 */
export const printStates = ['wanted', 'sent', 'printed', 'failed'] as const;
export const PrintState = z.enum(printStates);
export type PrintState = z.infer<typeof PrintState>;

/**
 * Why a receipt did not come out, or is not known to have: silent = the printer takes bytes and says nothing; late = its visitor
 * must have gone; cancelled = its ticket was; told = a person said so.
 */
export const printReasons = ['paper_end', 'cover_open', 'gone', 'silent', 'late', 'cancelled', 'told'] as const;
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

/** `POST /api/device/print-jobs/{id}/take`: the bytes for a printer at the kiosk's own cable. Given once. */
export const PrintBytes = z.object({ id: Id, base64: z.base64() }).meta({ id: 'PrintBytes' });

/** What became of a receipt, by who can tell: the kiosk that sent it, or a person who looked. */
export const PrintResult = z
  .strictObject({ state: z.enum(['printed', 'failed']), reason: PrintReason.optional() })
  .meta({ id: 'PrintResult' });

/** `POST /api/tickets/{id}/print`: once more, at a printer of the ticket's office, marked 재발행. */
export const PrintAgain = z.strictObject({ deviceId: Id }).meta({ id: 'PrintAgain' });

/** `GET /api/offices/{office}/printers`: a kiosk at whose printer tickets can be printed again. state: null = nobody knows yet. */
export const OfficePrinter = z
  .object({ deviceId: Id, name: z.string(), state: z.enum(printerStates).nullable() })
  .meta({ id: 'OfficePrinter' });
export type OfficePrinter = z.infer<typeof OfficePrinter>;
