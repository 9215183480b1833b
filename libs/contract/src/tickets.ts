import { z } from 'zod';
import { Reason } from './audit.ts';
import { Id, Instant, LocalDate, LocalText } from './basics.ts';
import { TicketState } from './public.ts';

/** Most days that one search goes through. */
export const TICKET_SEARCH_DAYS = 93;

/** Where a page of tickets goes on: the day and the id of the last one before it. */
const TicketCursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'before: as the page before said it')
  .refine((text) => LocalDate.safeParse(text.slice(0, 10)).success, 'before: no such day');

const filters = {
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  /** The whole number on the ticket; small letters will do. */
  number: z.string().trim().min(1).max(16).optional(),
  state: TicketState.optional(),
  /** The service that the ticket waits for or was served for last. */
  service: Id.optional(),
  /** The counter that has the ticket or had it last. */
  counter: Id.optional(),
};
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from === undefined || to === undefined || (from <= to && daysBetween(from, to) < TICKET_SEARCH_DAYS);
const notInOrder = { error: `from, to: in order, and at most ${TICKET_SEARCH_DAYS} days`, path: ['to'] };

/**
 * `GET /api/offices/{office}/tickets`: the newest first. Days are business days. Without them: the last 31 days of the
 * office; with one of them only: up to 93 days from, or 31 days until then.
 */
export const TicketQuery = z
  .strictObject({
    ...filters,
    before: TicketCursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  })
  .refine(inOrder, notInOrder);
export type TicketQuery = z.output<typeof TicketQuery>;

/** `GET /api/offices/{office}/tickets/export`: all that such a search finds. */
export const TicketExport = z.strictObject(filters).refine(inOrder, notInOrder);
export type TicketExport = z.output<typeof TicketExport>;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** A ticket in a list, of any day. It holds nothing of its visitor, and not why somebody has priority. */
export const TicketRow = z
  .object({
    id: Id,
    /** Business day. */
    day: LocalDate,
    number: z.string(),
    service: z.object({ id: Id, name: LocalText }),
    state: TicketState,
    /** When the number was drawn. */
    issuedAt: Instant.nullable(),
    calledAt: Instant.nullable(),
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    /** Label of the counter that has it or had it last. */
    counter: z.string().nullable(),
    priority: z.boolean(),
    /** kiosk, greeter, staff, phone, appointment, hardware. */
    channel: z.string(),
  })
  .meta({ id: 'TicketRow' });
export type TicketRow = z.infer<typeof TicketRow>;

/** A page of tickets; `next` goes into `before`, null = there is no more. `from` and `to`: the days that were searched. */
export const TicketPage = z
  .object({ rows: z.array(TicketRow), next: z.string().nullable(), from: LocalDate, to: LocalDate })
  .meta({ id: 'TicketPage' });

/** What happened to a ticket: when, by whom, where. */
export const TicketMoment = z
  .object({
    /** Rising within the office. */
    seq: z.int(),
    at: Instant,
    /** `ticket.called`, `ticket.completed` … */
    type: z.string(),
    from: TicketState.nullable(),
    to: TicketState,
    /** Of people their names, of devices theirs; null for visitors and for the system itself. */
    actor: z.object({
      kind: z.enum(['staff', 'greeter', 'resident', 'device', 'system']),
      name: z.string().nullable(),
    }),
    counter: z.string().nullable(),
    /** The service it is for from then on, where that changed. */
    service: LocalText.nullable(),
    /** In the words of who did it, or a code such as `day_end`. */
    reason: z.string().nullable(),
    /** Only on calls: by which rule it was this one's turn. */
    pick: z.string().nullable(),
    /** Only where it changed: whether the visitor has priority from then on. */
    priority: z.boolean().nullable(),
  })
  .meta({ id: 'TicketMoment' });
export type TicketMoment = z.infer<typeof TicketMoment>;

/** `GET /api/offices/{office}/tickets/{day}/{id}`: a ticket and its whole life, the oldest event first. */
export const TicketLife = z
  .object({
    ticket: TicketRow,
    /** Rises with everything that happens to it; a correction names the one that its author saw. */
    version: z.int().min(1),
    callCount: z.int().min(0),
    outcome: z.string().nullable(),
    events: z.array(TicketMoment),
  })
  .meta({ id: 'TicketLife' });
export type TicketLife = z.infer<typeof TicketLife>;

/** Days after its own in which a ticket may be corrected: for so long its day's figures are worked out anew. */
export const TICKET_CORRECTION_DAYS = 6;

/**
 * `POST /api/offices/{office}/tickets/{day}/{id}/correction`: a mistake is put right. `to`: what state it should have come
 * to (waiting: on its own business day only); left out, the state stays. `outcome` null takes the outcome away.
 */
export const TicketCorrection = z
  .strictObject({
    version: z.int().min(1),
    to: z.enum(['waiting', 'completed', 'no_show']).optional(),
    serviceId: Id.optional(),
    outcome: z.string().trim().min(1).max(60).nullable().optional(),
    reason: Reason,
  })
  .refine(({ to, serviceId, outcome }) => to !== undefined || serviceId !== undefined || outcome !== undefined, {
    error: 'to, serviceId or outcome: say what was wrong',
    path: ['to'],
  })
  .meta({ id: 'TicketCorrection' });
export type TicketCorrection = z.output<typeof TicketCorrection>;

export const TicketCorrected = z
  .object({ state: TicketState, version: z.int().min(1), revision: z.int().min(0) })
  .meta({ id: 'TicketCorrected' });
