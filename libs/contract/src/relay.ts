import { z } from 'zod';
import { Instant } from './basics.ts';

export const relayTicketTypes = [
  'ticket.issued',
  'ticket.called',
  'ticket.recalled',
  'ticket.started',
  'ticket.completed',
  'ticket.no_show',
  'ticket.put_back',
  'ticket.held',
  'ticket.transferred',
  'ticket.cancelled',
] as const;
export const relayCounterTypes = ['counter.opened', 'counter.paused', 'counter.resumed', 'counter.closed'] as const;
export const relayTypes = [...relayTicketTypes, ...relayCounterTypes, 'snapshot'] as const;
export type RelayType = (typeof relayTypes)[number];

const short = z.string().min(1).max(64);

/** One event of the ticket hardware. `id` is the relay's own and makes sending again harmless. */
export const RelayEvent = z
  .object({
    id: z.string().min(1).max(100),
    type: z.enum(relayTypes),
    occurredAt: Instant,
    ticketRef: short.optional(),
    number: z.string().min(1).max(16).optional(),
    serviceCode: short.optional(),
    counterNumber: z.string().min(1).max(16).optional(),
    toServiceCode: short.optional(),
    services: z
      .array(
        z.object({
          serviceCode: short,
          waiting: z.int().min(0).max(100_000),
          lastCalledNumber: z.string().max(16).nullable().optional(),
          counterNumber: z.string().max(16).optional(),
          openCounters: z.int().min(0).max(1000).optional(),
        }),
      )
      .max(300)
      .optional(),
  })
  .meta({ id: 'RelayEvent' });
export type RelayEvent = z.infer<typeof RelayEvent>;

/** `POST /api/relay/events`: at most 1,000. Each event is checked by itself, so that one bad one loses no other. */
export const RelayBatch = z.strictObject({ events: z.array(z.unknown()).min(1).max(1000) }).meta({ id: 'RelayBatch' });

export const relayRejections = [
  'invalid',
  'service_unknown',
  'ticket_ref_required',
  'in_the_future',
  'too_old',
  'not_hardware',
] as const;
/** One result per event, in the order sent. */
export const RelayResult = z
  .object({
    results: z.array(
      z.object({
        id: z.string().nullable(),
        result: z.enum(['accepted', 'duplicate', 'rejected']),
        code: z.enum(relayRejections).optional(),
        detail: z.string().optional(),
      }),
    ),
    revision: z.int().min(0),
  })
  .meta({ id: 'RelayResult' });
export type RelayResult = z.infer<typeof RelayResult>;
