import { z } from 'zod';
import { Instant, Language, LocalText } from './basics.ts';

/** Letters to staff, which are sent, and notices to residents, which wait for their sender. */
export const notificationKinds = [
  'password_reset',
  'account_locked',
  'password_changed',
  'second_factor_removed',
  'invitation',
  'invited_elsewhere',
  'export_ready',
  'ticket_issued',
  'turn_near',
  'turn_called',
  'turn_missed',
] as const;
export const NotificationKind = z.enum(notificationKinds);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** subject, body: of a letter; sms: a text message, short or long by its length; alimtalk: of a messenger. */
export const notificationParts = ['subject', 'body', 'sms', 'alimtalk'] as const;
export type NotificationPart = (typeof notificationParts)[number];

/** Words by language and part; what is left out is said in our own words. */
export const NotificationWords = z.partialRecord(
  Language,
  z.partialRecord(z.enum(notificationParts), z.string().trim().min(1).max(4_000)),
);
export type NotificationWords = z.infer<typeof NotificationWords>;

/** 0 = nobody has changed it yet. */
const TextVersion = z.int().min(0).max(2_000_000_000);

/** A text that can be written, and what it is held to (domain: `notificationTextFaultsOf`). */
const Field = z.object({
  language: Language,
  part: z.enum(notificationParts),
  most: z.int(),
  unit: z.enum(['characters', 'bytes']),
  oneLine: z.boolean(),
  /** Placeholders that must stand in it. */
  required: z.array(z.string()),
});

/** `GET /api/admin/notification-texts`: one row for each kind. */
export const NotificationText = z
  .object({
    id: NotificationKind,
    audience: z.enum(['staff', 'residents']),
    /** False = nothing is sent yet; the texts are kept for when it is. */
    sent: z.boolean(),
    fields: z.array(Field),
    /** What may stand in braces, with an example of each. */
    placeholders: z.array(z.object({ name: z.string(), example: LocalText })),
    /** Our own words, for all fields. */
    defaults: NotificationWords,
    /** The institution's own words. */
    texts: NotificationWords,
    version: TextVersion,
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'NotificationText' });
export type NotificationText = z.infer<typeof NotificationText>;

/** `PUT /api/admin/notification-texts/{id}`: all own words of the kind anew. */
export const NotificationTextUpdate = z
  .strictObject({ version: TextVersion, texts: NotificationWords })
  .meta({ id: 'NotificationTextUpdate' });
/** `POST /api/admin/notification-texts/{id}/reset`: back to our own words. */
export const NotificationTextReset = z.strictObject({ version: TextVersion }).meta({ id: 'NotificationTextReset' });
export const ByNotificationKind = z.object({ id: NotificationKind });
