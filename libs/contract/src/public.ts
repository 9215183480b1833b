import { z } from 'zod';
import { Id, Instant, Level, LocalText } from './basics.ts';

export const counterStates = ['closed', 'open', 'called', 'serving', 'paused'] as const;
export const CounterState = z.enum(counterStates);
export type CounterState = z.infer<typeof CounterState>;

export const waitUnavailableReasons = ['no_counter_open', 'too_few_data', 'stale', 'too_wide', 'closed'] as const;
export const WaitUnavailable = z.enum(waitUnavailableReasons);
export const acceptingReasons = ['closed', 'quota', 'stopped', 'not_yet'] as const;
export const AcceptingReason = z.enum(acceptingReasons);

/** Wait range (예상 대기시간) in whole minutes; never a single number. */
export const Wait = z
  .object({ lowMinutes: z.int().min(0), highMinutes: z.int().min(0), basis: z.enum(['model', 'simple']) })
  .meta({ id: 'Wait' });
export type Wait = z.infer<typeof Wait>;

/** How old the facts are, and who counted them. */
export const Source = z.object({
  kind: z.enum(['system', 'hardware']),
  state: z.enum(['ok', 'delayed', 'down']),
  asOf: Instant,
});

export const PublicService = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    names: LocalText,
    waiting: z.int().min(0),
    level: Level.nullable(),
    openCounters: z.int().min(0),
    accepting: z.boolean(),
    acceptingReason: AcceptingReason.optional(),
    /** Why it was stopped, in the words of who stopped it: for visitors to read. */
    acceptingText: z.string().optional(),
    lastCalled: z.object({ number: z.string(), counter: z.string(), at: Instant }).nullable(),
    wait: Wait.nullable(),
    waitUnavailable: WaitUnavailable.nullable(),
  })
  .meta({ id: 'PublicService' });
export type PublicService = z.infer<typeof PublicService>;

export const PublicCounter = z
  .object({
    number: z.string(),
    name: z.string(),
    state: CounterState,
    /** Planned end of a pause, where staff said one. */
    pausedUntil: Instant.nullable(),
    calling: z.object({ number: z.string(), serviceId: Id }).nullable(),
  })
  .meta({ id: 'PublicCounter' });

export const announcementLevels = ['notice', 'important'] as const;
export const AnnouncementLevel = z.enum(announcementLevels);
export const announcementPlaces = ['kiosk', 'display', 'resident', 'counter'] as const;
export const AnnouncementPlace = z.enum(announcementPlaces);
export type AnnouncementPlace = z.infer<typeof AnnouncementPlace>;

/** An announcement that is to be shown now: a text, how urgent it is, and on which screens it stands. */
export const ShownAnnouncement = LocalText.extend({
  level: AnnouncementLevel,
  places: z.array(AnnouncementPlace),
}).meta({ id: 'ShownAnnouncement' });
export type ShownAnnouncement = z.infer<typeof ShownAnnouncement>;

/** `GET /api/public/{tenant}/{office}/status`, and each server-sent event. No personal data. */
export const PublicStatus = z
  .object({
    tenant: z.string(),
    office: z.object({
      slug: z.string(),
      name: z.string(),
      names: LocalText,
      zone: z.string(),
      openNow: z.boolean(),
      opensAt: Instant.nullable(),
      closesAt: Instant.nullable(),
      nightOffice: z.boolean(),
      closedReason: z.string().nullable(),
    }),
    source: Source,
    revision: z.int().min(0),
    at: Instant,
    /** A rehearsal tenant shows numbers of an exercise; pages must say so. */
    rehearsal: z.boolean(),
    level: Level.nullable(),
    services: z.array(PublicService),
    counters: z.array(PublicCounter),
    /** Important ones first, then the newest; at most 20. */
    announcements: z.array(ShownAnnouncement),
  })
  .meta({ id: 'PublicStatus' });
export type PublicStatus = z.infer<typeof PublicStatus>;

/** `GET /api/public/{tenant}` */
export const PublicTenant = z
  .object({
    tenant: z.string(),
    name: z.string(),
    offices: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        address: z.string(),
        openNow: z.boolean(),
        opensAt: Instant.nullable(),
        closesAt: Instant.nullable(),
        level: Level.nullable(),
      }),
    ),
  })
  .meta({ id: 'PublicTenant' });
export type PublicTenant = z.infer<typeof PublicTenant>;

export const TicketState = z.enum([
  'waiting',
  'called',
  'serving',
  'held',
  'completed',
  'no_show',
  'cancelled',
  'expired',
]);
export type TicketState = z.infer<typeof TicketState>;

/** `GET /api/public/tickets/{token}`: the resident's own ticket and nothing of others. */
export const PublicTicket = z
  .object({
    number: z.string(),
    tenant: z.string(),
    office: z.object({ slug: z.string(), name: z.string(), names: LocalText, zone: z.string() }),
    service: z.object({
      code: z.string(),
      name: z.string(),
      names: LocalText,
      zone: z.string().nullable(),
      line: z.string().nullable(),
    }),
    state: TicketState,
    /** People whom the rules would call before; null once the ticket does not wait. */
    ahead: z.int().min(0).nullable(),
    wait: Wait.nullable(),
    waitUnavailable: WaitUnavailable.nullable(),
    /** Label of the counter while called or serving. */
    counter: z.string().nullable(),
    issuedAt: Instant,
    calledAt: Instant.nullable(),
    revision: z.int().min(0),
    /** The office's present instant: a rehearsal tenant has a clock of its own. */
    at: Instant,
  })
  .meta({ id: 'PublicTicket' });
export type PublicTicket = z.infer<typeof PublicTicket>;

export const TicketToken = z.string().regex(/^[A-Za-z0-9_-]{64}$/);
