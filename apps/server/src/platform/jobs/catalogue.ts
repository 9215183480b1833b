import { z } from 'zod';

/** BullMQ's queue of this installation's jobs ("queue" is never used for people here). */
export const hallQueue = 'sunbeon';

/**
 * Every job there is: its name and the schema of its data (ids only; a new field is optional, since old jobs are still
 * under way when a new version starts). A job without a processor stops the start; an architecture test asks, too.
 */
export const jobs = {
  /** Looks for offices whose next change by the clock is due: opening, lunch, closing, levels, the end of the day. */
  'hall.sweep': z.object({}),
  /** Publishes what a dead publisher left in the outbox. */
  'outbox.sweep': z.object({}),
  /** Makes next month's partitions and forgets old idempotency keys. */
  'database.keep': z.object({}),
  /** Forgets audit rows after two years, and follows every tenant's chain. */
  'audit.keep': z.object({}),
  /** Looks for devices that fell silent or are well again, and forgets old pictures. */
  'devices.watch': z.object({}),
  /** Prints receipts that still wait for their printer, and looks for printers that are well again. */
  'print.sweep': z.object({}),
  /** Sends the e-mails that were posted. */
  'mail.send': z.object({}),
  /** Deletes phone numbers of days that are closed, with proof. */
  'contacts.forget': z.object({}),
  /** Exchanges tenants' keys once a year, goes on with exchanges that broke off, and seals keys with the first master key. */
  'keys.keep': z.object({}),
  /** Makes archives of tenants' data that were asked for, and forgets those that nobody fetched. */
  'exports.make': z.object({}),
  /** Erases tenants whose erasure was confirmed and is due. */
  'erasure.run': z.object({}),
  /** Works out the figures of days that were closed. */
  'figures.fill': z.object({}),
  /** Deletes what was kept long enough: tickets and events after the tenant's term, ended sessions, old alerts … */
  'retention.keep': z.object({}),
  /** Changes of tenants whose time has come, and trials that are over. */
  'tenants.watch': z.object({}),
  /** Counts what every tenant uses. */
  'tenants.usage': z.object({}),
  /** Looks for days with more tickets than the plan has. */
  'tenants.excess': z.object({}),
  /** Forgets sign-ups whose e-mail was not confirmed. */
  'signup.forget': z.object({}),
  /** Works out the regions' figures of the days that are over. */
  'regions.fill': z.object({}),
} as const satisfies Record<string, z.ZodType>;

export type JobName = keyof typeof jobs;

/** Repeating jobs: every so many real milliseconds. Rehearsal tenants run on clocks of their own, so the sweep looks often. */
export const schedules: Readonly<Partial<Record<JobName, number>>> = {
  'hall.sweep': 1_000,
  'outbox.sweep': 2_000,
  'database.keep': 3_600_000,
  'audit.keep': 86_400_000,
  'devices.watch': 10_000,
  'print.sweep': 2_000,
  'mail.send': 2_000,
  'contacts.forget': 5_000,
  'keys.keep': 3_600_000,
  'exports.make': 3_000,
  'erasure.run': 10_000,
  'figures.fill': 60_000,
  'retention.keep': 3_600_000,
  'tenants.watch': 2_000,
  'tenants.usage': 86_400_000,
  'tenants.excess': 300_000,
  'signup.forget': 3_600_000,
  'regions.fill': 21_600_000,
};
