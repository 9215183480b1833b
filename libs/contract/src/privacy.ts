import { z } from 'zod';
import { Id, Instant, Language, LocalDate } from './basics.ts';
import { Reason } from './audit.ts';

/** What a visitor agrees to before a phone number is taken. Korean is always there. */
export const ConsentText = z
  .strictObject({
    ko: z.string().trim().min(10).max(1_000),
    en: z.string().trim().min(10).max(1_000).optional(),
    zh: z.string().trim().min(5).max(1_000).optional(),
    ja: z.string().trim().min(5).max(1_000).optional(),
    vi: z.string().trim().min(10).max(1_000).optional(),
  })
  .meta({ id: 'ConsentText' });
export type ConsentText = z.infer<typeof ConsentText>;

/** A consent text as it stands; every change of a word makes the next version. */
export const Consent = z.object({ version: z.int().min(1), from: Instant, text: ConsentText }).meta({ id: 'Consent' });
export type Consent = z.infer<typeof Consent>;

/** Years for which tickets and their events are kept; then only figures. */
export const RetentionYears = z.int().min(1).max(10);

/** `GET /api/admin/privacy` */
export const PrivacySettings = z
  .object({
    /** Phone numbers are taken at kiosks, for notices. */
    notices: z.boolean(),
    /** Notices are really sent; kiosks ask for a number only then. */
    sender: z.boolean(),
    retentionYears: RetentionYears,
    consent: Consent.nullable(),
    /** A text to begin with. */
    suggestedConsent: ConsentText,
    /** Present key with which this tenant's personal data is sealed; null = nothing was sealed yet. */
    key: z.object({ version: z.int().min(1), since: Instant }).nullable(),
    /** Phone numbers stored now. */
    contacts: z.int().min(0),
  })
  .meta({ id: 'PrivacySettings' });
export type PrivacySettings = z.infer<typeof PrivacySettings>;

/** `PUT /api/admin/privacy`: only what is named changes. Turning notices off deletes all numbers at once. */
export const PrivacyChange = z
  .strictObject({
    notices: z.boolean().optional(),
    retentionYears: RetentionYears.optional(),
    consent: ConsentText.optional(),
  })
  .refine((wish) => Object.values(wish).some((value) => value !== undefined), 'name a change')
  .meta({ id: 'PrivacyChange' });

/** `POST /api/admin/privacy/rotate-key`: everything sealed is sealed anew; the old key is gone. */
export const KeyRotated = z.object({ version: z.int().min(1), resealed: z.int().min(0) }).meta({ id: 'KeyRotated' });

/** Proof that personal data was deleted: how many rows went, and that none was left when counted afterwards. */
export const DeletionProof = z
  .object({
    id: Id,
    what: z.enum(['contacts', 'tickets']),
    /** day_closed, notices_off: turned off; left_over: the day was never closed; retention: the term was over. */
    reason: z.enum(['day_closed', 'notices_off', 'left_over', 'retention']),
    officeId: Id.nullable(),
    businessOn: LocalDate.nullable(),
    deleted: z.int().min(0),
    remaining: z.literal(0),
    at: Instant,
  })
  .meta({ id: 'DeletionProof' });

/** `GET /api/tickets/{id}/contact`: the number masked, `***-5678`. */
export const TicketContact = z
  .object({
    phone: z.string(),
    consent: z.object({ version: z.int().min(1), language: Language, at: Instant }),
  })
  .meta({ id: 'TicketContact' });

/** `POST /api/tickets/{id}/contact`: the whole number, for a reason that is written down. */
export const ContactOpen = z.strictObject({ reason: Reason }).meta({ id: 'ContactOpen' });
export const OpenedContact = z.object({ phone: z.string() }).meta({ id: 'OpenedContact' });

/** `GET /api/admin/figures`: figures of an office's days, which stay when tickets and events are gone. At most 93 days. */
export const FiguresQuery = z.strictObject({ office: z.string().max(40), from: LocalDate, to: LocalDate });
export const DayFigure = z
  .object({
    businessOn: LocalDate,
    serviceId: Id,
    /** Hour of the office's clock in which they joined this service, 0-23. */
    hour: z.int().min(0).max(23),
    issued: z.int(),
    priority: z.int(),
    /** Joined at 18:00 or later, or before 06:00. */
    night: z.int(),
    served: z.int(),
    noShow: z.int(),
    cancelled: z.int(),
    expired: z.int(),
    /** Waits that ended with a call: how many, their sum, median and 90th percentile. */
    waits: z.int(),
    waitSeconds: z.int(),
    waitMedianSeconds: z.int().nullable(),
    waitP90Seconds: z.int().nullable(),
    /** Waits no longer than the service's limit, and that limit; null = the service is no longer there. */
    withinLimit: z.int(),
    limitMinutes: z.int().nullable(),
    /** Times at the counter that came to an end, and their sum. */
    services: z.int(),
    serviceSeconds: z.int(),
  })
  .meta({ id: 'DayFigure' });
export type DayFigure = z.infer<typeof DayFigure>;
