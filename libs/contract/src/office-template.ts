import { z } from 'zod';
import { LocalDate, LocalText, LocalTime, Slug, TimeZone } from './basics.ts';

/** Code of a service, unique within an office: PASSPORT_APPLY. Open data and relays name services by it. */
export const ServiceCode = z.string().regex(/^[A-Z0-9][A-Z0-9_:.-]{0,63}$/, 'code: A-Z, 0-9, _ : . -');
/** Label of a counter as people read it: 5, 12, A3. */
export const CounterNumber = z.string().regex(/^[0-9A-Z]{1,6}$/, 'counter number: 1 to 6 of 0-9, A-Z');

/** Half-open local time span [from, to). */
export const TimeSpan = z
  .object({ from: LocalTime, to: LocalTime })
  .refine((span) => span.from < span.to, 'from must be before to');

/** Opening hours of a week; key 1 = Monday … 7 = Sunday; a missing day is closed. Spans of one day do not overlap. */
export const WeekHours = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.array(TimeSpan).max(6));

/** A night office: extra spans on weekdays, named apart on pages and in reports. */
export const OfficeHours = z.object({
  week: WeekHours,
  night: WeekHours.default({}),
  /** Staggered lunch: the counters named pause for the span, the office stays open. */
  lunchTurns: z
    .array(z.object({ span: TimeSpan, counters: z.array(CounterNumber) }))
    .max(10)
    .default([]),
  /** Minutes before opening from which tickets are given out. */
  issueBeforeMinutes: z.int().min(0).max(240).default(0),
  /** Minutes before closing at which giving out tickets ends. */
  issueStopMinutes: z.int().min(0).max(240).default(0),
  /** 'KR' closes the office on Korean public holidays incl. substitute holidays; 'none' does not. */
  holidays: z.enum(['KR', 'none']).default('KR'),
  /** One-off days: closed, or open with other hours, with the reason shown to people. */
  exceptions: z
    .array(z.object({ on: LocalDate, open: z.array(TimeSpan).max(6), reason: z.string().max(200) }))
    .max(400)
    .default([]),
});
export type OfficeHours = z.infer<typeof OfficeHours>;

/** Range of printed numbers, both ends included, with an optional prefix: 101-299, A1-A999. */
export const NumberRange = z
  .object({
    prefix: z
      .string()
      .regex(/^[A-Z]{0,2}$/)
      .default(''),
    from: z.int().min(0).max(99_999),
    to: z.int().min(1).max(99_999),
  })
  .refine((range) => range.from <= range.to, 'from must not be after to');

export const CallingPolicyInput = z.object({
  /** first_come: who came first over all services of the counter; preference: the counter's order of services first. */
  order: z.enum(['first_come', 'preference']).default('first_come'),
  /** At most this many priority visitors for each regular one while both wait. */
  priorityPerRegular: z.int().min(0).max(10).default(2),
  /** A regular ticket that has waited so long goes before new priority visitors. */
  longestWaitMinutes: z.int().min(1).max(600).default(60),
  /** Calls needed before a ticket may be marked absent. */
  callsBeforeNoShow: z.int().min(1).max(10).default(2),
  /** A ticket marked absent may come back within so many minutes … */
  graceMinutes: z.int().min(0).max(480).default(30),
  /** … and is called after so many others. */
  reinstateAfter: z.int().min(0).max(50).default(3),
});
export type CallingPolicyInput = z.infer<typeof CallingPolicyInput>;

/** Limits of tickets given out: for the day, and within spans of the day. */
export const Quota = z.object({
  perDay: z.int().min(0).max(99_999).optional(),
  windows: z
    .array(z.object({ span: TimeSpan, tickets: z.int().min(0).max(99_999) }))
    .max(12)
    .default([]),
});

export const ServiceTemplate = z.object({
  code: ServiceCode,
  name: LocalText,
  shortName: LocalText.optional(),
  group: z.string().max(40),
  numbers: NumberRange,
  targetMinutes: z.number().min(0.1).max(240),
  limitMinutes: z.int().min(1).max(600).default(30),
  zone: z.string().max(40).optional(),
  line: z.string().max(40).optional(),
  documents: z.array(LocalText).max(20).default([]),
  guide: LocalText.optional(),
  /** Spans of the day in which tickets of this service are given out; none = the office's own. */
  issuing: z.array(TimeSpan).max(6).default([]),
  quota: Quota.optional(),
  /** Codes of services that may be added to a ticket of this one, done at the same counter. */
  addOns: z
    .array(z.object({ code: ServiceCode, name: LocalText, minutes: z.number().min(0).max(240) }))
    .max(10)
    .default([]),
  /** One-stop: codes of the services that a ticket of this one passes through, in order. */
  steps: z.array(ServiceCode).max(8).default([]),
  /** Shown at the kiosk; others are drawn by staff or phone only. */
  atKiosk: z.boolean().default(true),
  icon: z.string().max(40).optional(),
});
export type ServiceTemplate = z.infer<typeof ServiceTemplate>;

export const CounterTemplate = z.object({
  number: CounterNumber,
  name: LocalText,
  /** Codes of services in order of preference. */
  services: z.array(ServiceCode).max(60),
});

/** A slide or film on the hall TV, beside the calls. `src` is a path of this installation. */
export const MediaItem = z.object({
  kind: z.enum(['image', 'video']),
  src: z
    .string()
    .regex(/^\/media\/[\w./-]+$/)
    .max(300),
  seconds: z.int().min(2).max(600).default(12),
  title: z.string().max(200).default(''),
});
export type MediaItem = z.infer<typeof MediaItem>;

/** Services that stand together at the kiosk. */
export const ServiceGroup = z.object({
  code: z.string().max(40),
  name: LocalText,
  icon: z.string().max(40).optional(),
});
/** A part of the hall with its coloured line on the floor. */
export const OfficeZone = z.object({
  code: z.string().max(40),
  name: LocalText,
  color: z.string().regex(/^#[0-9a-f]{6}$/i),
  colorName: LocalText,
});
/** A priority of the tenant's own. */
export const OwnPriority = z.object({ code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/), name: LocalText });

/** A whole office in one document: what sign-up, seed, replay and tests make offices from. */
export const OfficeTemplate = z
  .object({
    slug: Slug,
    name: LocalText,
    address: z.string().max(300).default(''),
    zone: TimeZone.default('Asia/Seoul'),
    /** Local time at which a new business day begins. */
    dayStart: LocalTime.default('04:00'),
    authority: z.enum(['sunbeon', 'hardware']).default('sunbeon'),
    hours: OfficeHours,
    calling: CallingPolicyInput.default(CallingPolicyInput.parse({})),
    overflow: NumberRange.default({ prefix: '', from: 900, to: 999 }),
    /** The tenant's own priority codes beside the four fixed ones. */
    priorities: z.array(OwnPriority).max(20).default([]),
    groups: z.array(ServiceGroup).max(40),
    services: z.array(ServiceTemplate).min(1).max(300),
    counters: z.array(CounterTemplate).max(200).default([]),
    zones: z.array(OfficeZone).max(20).default([]),
    announcements: z.array(LocalText).max(20).default([]),
    media: z.array(MediaItem).max(50).default([]),
  })
  .meta({ id: 'OfficeTemplate' });
export type OfficeTemplate = z.infer<typeof OfficeTemplate>;
