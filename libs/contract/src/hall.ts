import { z } from 'zod';
import { Id, Instant, Language } from './basics.ts';
import { HallTicket } from './realtime.ts';
import { Wait, WaitUnavailable } from './public.ts';

/**
 * `POST /api/kiosk/tickets`. A phone number needs the version of the consent that the visitor read, and no other is
 * taken. Both stand outside of what an Idempotency-Key holds a request to: a kiosk that sends again need not have kept them.
 */
export const KioskIssue = z
  .strictObject({
    serviceId: Id,
    addOns: z.array(z.string().max(64)).max(10).default([]),
    priority: z.string().max(40).optional(),
    language: Language.default('ko'),
    phone: z
      .string()
      .regex(/^\+?\d(?:-?\d){8,14}$/, 'phone: 9 to 15 digits')
      .optional(),
    consentVersion: z.int().min(1).max(1_000_000).optional(),
  })
  .meta({ id: 'KioskIssue' });
export type KioskIssue = z.input<typeof KioskIssue>;

/** A ticket just given out: what is printed on it, and the token of its page. */
export const IssuedTicket = z
  .object({
    id: Id,
    number: z.string(),
    serviceId: Id,
    serviceCode: z.string(),
    issuedAt: Instant,
    ahead: z.int().min(0),
    wait: Wait.nullable(),
    waitUnavailable: WaitUnavailable.nullable(),
    zone: z.string().nullable(),
    line: z.string().nullable(),
    /** Secret of the ticket page `/t/{token}`; stands in the QR code only. */
    token: z.string(),
    path: z.string(),
  })
  .meta({ id: 'IssuedTicket' });
export type IssuedTicket = z.infer<typeof IssuedTicket>;

/** `POST /api/tickets`: staff or greeter gives out a ticket. */
export const StaffIssue = z
  .strictObject({
    office: z.string().max(40),
    serviceId: Id,
    addOns: z.array(z.string().max(64)).max(10).default([]),
    priority: z.string().max(40).optional(),
    language: Language.default('ko'),
    appointmentAt: Instant.optional(),
  })
  .meta({ id: 'StaffIssue' });

export const CounterOpen = z.strictObject({ takeOver: z.boolean().default(false) });
export const CounterPause = z.strictObject({ reason: z.string().max(100).optional(), until: Instant.optional() });
export const CounterCall = z.strictObject({ ticketId: Id });
export const TicketComplete = z.strictObject({
  outcome: z.string().max(60).optional(),
  note: z.string().max(300).optional(),
});
export const TicketHold = z.strictObject({ reason: z.string().max(200).optional() });
export const TicketTakeUp = z.strictObject({ ticketId: Id });
/** Exactly one target: another service, a counter (label's id) or both; note for the next counter. */
export const TicketTransfer = z
  .strictObject({ serviceId: Id.optional(), counterId: Id.optional(), note: z.string().max(300).optional() })
  .refine((to) => to.serviceId !== undefined || to.counterId !== undefined, 'name a service or a counter');
export const HelpCall = z.strictObject({ kind: z.enum(['help', 'emergency', 'answer']).default('help') });
/** `asked` false takes it back. */
export const CallBack = z.strictObject({ asked: z.boolean().default(true) });
export const Nothing = z.strictObject({});

/** Answer of the counter commands: the ticket concerned (null: none) and the office's revision after it. */
export const CounterAnswer = z
  .object({ ticket: HallTicket.nullable(), revision: z.int().min(0) })
  .meta({ id: 'CounterAnswer' });
export type CounterAnswer = z.infer<typeof CounterAnswer>;

export const TicketCancel = z.strictObject({ reason: z.string().max(200).optional() });
export const TicketAddService = z.strictObject({ serviceId: Id });
export const TicketPriority = z.strictObject({ priority: z.string().max(40).nullable() });

/** Why one ticket was called before another: reasons worked out from the event log alone. */
export const OrderExplanation = z
  .object({
    first: z.string(),
    second: z.string(),
    reasons: z.array(
      z.object({
        code: z.string(),
        values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
      }),
    ),
  })
  .meta({ id: 'OrderExplanation' });

/** `POST /api/admin/services/{id}/issuing`: stop giving out tickets with a reason, or go on. */
export const IssuingSwitch = z.strictObject({ stopped: z.boolean(), reason: z.string().max(200).optional() });
