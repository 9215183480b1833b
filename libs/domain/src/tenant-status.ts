import { addDays, businessDay, instantOf } from './business-day.ts';
import { officeDay, openState, type OfficeCalendar } from './calendar.ts';

/** The life of a tenant (기관): signed up, on trial, served, resting, gone. */
export const tenantStatuses = ['pending', 'trial', 'active', 'suspended', 'closed'] as const;
export type TenantStatus = (typeof tenantStatuses)[number];

export const tenantMoves = [
  'approve',
  'refuse',
  'activate',
  'suspend',
  'resume',
  'close',
  'extend',
  'end_trial',
] as const;
export type TenantMove = (typeof tenantMoves)[number];

/** What a status lets happen. */
export interface StatusMeaning {
  /** Who may log in; owners of a suspended tenant look after people and data, not after the hall. */
  readonly people: 'all' | 'owners' | 'nobody';
  /** Halls work: devices are served, tickets are given out and called. */
  readonly hall: boolean;
  /** Residents see its pages. */
  readonly pages: 'shown' | 'resting' | 'hidden';
}

export const statusMeanings: Readonly<Record<TenantStatus, StatusMeaning>> = {
  pending: { people: 'all', hall: true, pages: 'hidden' },
  trial: { people: 'all', hall: true, pages: 'shown' },
  active: { people: 'all', hall: true, pages: 'shown' },
  suspended: { people: 'owners', hall: false, pages: 'resting' },
  closed: { people: 'nobody', hall: false, pages: 'resting' },
};

interface Rule {
  readonly to: TenantStatus;
  /** Halls finish their business day before it takes effect. */
  readonly afterTheDay: boolean;
}

const now = (to: TenantStatus): Rule => ({ to, afterTheDay: false });
const afterTheDay = (to: TenantStatus): Rule => ({ to, afterTheDay: true });

/** The table of moves: move -> status before -> what comes of it. What is not here is refused. */
export const tenantMoveRules: Readonly<Record<TenantMove, Readonly<Partial<Record<TenantStatus, Rule>>>>> = {
  approve: { pending: now('trial') },
  refuse: { pending: now('closed') },
  activate: { trial: now('active'), suspended: now('active') },
  suspend: { trial: afterTheDay('suspended'), active: afterTheDay('suspended') },
  // Of a tenant that still works: a change that waits is taken back.
  resume: { trial: now('trial'), active: now('active'), suspended: now('active') },
  close: {
    pending: now('closed'),
    trial: afterTheDay('closed'),
    active: afterTheDay('closed'),
    suspended: now('closed'),
  },
  extend: { trial: now('trial'), suspended: now('trial') },
  end_trial: { trial: afterTheDay('suspended') },
};

export interface TenantLife {
  readonly status: TenantStatus;
  /** Epoch milliseconds; null = no trial (any more). */
  readonly trialEndsAt: number | null;
  /** A change that waits. */
  readonly next: { readonly status: TenantStatus; readonly at: number } | null;
}

export interface TenantMoveContext {
  readonly now: number;
  /** When the halls' present business day is over (restsAt); now, when they rest. */
  readonly restsAt: number;
  /** Days of a trial that begins, or by which it is extended. */
  readonly days?: number;
  /** Do not wait for the end of the day. Only closing may. */
  readonly immediately?: boolean;
}

const DAY_MS = 86_400_000;

/** The tenant after a move, or undefined when its status does not allow it. */
export function moveTenant(life: TenantLife, move: TenantMove, context: TenantMoveContext): TenantLife | undefined {
  const rule = tenantMoveRules[move][life.status];
  if (!rule || !makesSense(life, move, context)) return undefined;
  const waits = rule.afterTheDay && !context.immediately && context.restsAt > context.now;
  if (waits) return { ...life, next: { status: rule.to, at: context.restsAt } };
  const status = move === 'resume' && life.status === 'suspended' && life.trialEndsAt !== null ? 'trial' : rule.to;
  return { status, trialEndsAt: trialAfter(life, move, context), next: null };
}

/** Days before the end of a trial at which owners are told. */
export const trialReminders = [14, 3] as const;
export type TrialReminder = (typeof trialReminders)[number];

/**
 * The reminder of a trial whose time has come; a later one stands for an earlier one that was missed. Undefined when none is
 * due, or when what is due was told.
 * @param told the last one
 */
export function trialReminderDue(life: TenantLife, told: TrialReminder | null, at: number): TrialReminder | undefined {
  if (life.status !== 'trial' || life.next !== null) return undefined;
  const reached = trialReminderReached(life, at);
  return reached !== null && (told === null || reached < told) ? reached : undefined;
}

/** The last reminder whose time has come, told or not. Whoever is told the end of a trial anew needs none of before. */
export function trialReminderReached({ trialEndsAt }: TenantLife, at: number): TrialReminder | null {
  if (trialEndsAt === null) return null;
  return trialReminders.findLast((days) => trialEndsAt - days * DAY_MS <= at) ?? null;
}

/** The waiting change, once its time has come. */
export function tenantDue(life: TenantLife, at: number): TenantLife | undefined {
  if (!life.next || life.next.at > at) return undefined;
  return { ...life, status: life.next.status, next: null };
}

function makesSense({ status, trialEndsAt, next }: TenantLife, move: TenantMove, context: TenantMoveContext): boolean {
  if (move === 'resume' && status !== 'suspended') return next !== null;
  // A closing that waits is taken back on purpose, or hastened; no other move puts it aside unseen.
  if (next?.status === 'closed') return move === 'close' && context.immediately === true;
  // What waits already is not told twice.
  if (move === 'suspend') return next === null;
  // A trial that is over is extended or activated, not resumed.
  if (move === 'resume') return trialEndsAt === null || trialEndsAt > context.now;
  if (move === 'extend') return trialEndsAt !== null;
  if (move === 'end_trial') return trialEndsAt !== null && trialEndsAt <= context.now && next === null;
  return true;
}

function trialAfter({ trialEndsAt }: TenantLife, move: TenantMove, { now: at, days = 0 }: TenantMoveContext) {
  if (move === 'approve') return at + days * DAY_MS;
  if (move === 'extend') return Math.max(at, trialEndsAt ?? at) + days * DAY_MS;
  return move === 'activate' ? null : trialEndsAt;
}

/** What must be known of an office to tell whether its hall works. */
export interface OfficeAtWork {
  readonly calendar: OfficeCalendar;
  /** Business day that the hall lives (yyyy-MM-dd); null = none yet. */
  readonly businessOn: string | null;
  /** Business day whose end was worked off. */
  readonly closedOn: string | null;
}

/**
 * Instant from which no hall of the tenant is in the middle of its day: `at` itself, or the end of the present business
 * day of the last office that opens, opened or works today.
 */
export function restsAt(offices: readonly OfficeAtWork[], at: number): number {
  return Math.max(at, ...offices.map((office) => restOf(office, at)));
}

function restOf({ calendar, businessOn, closedOn }: OfficeAtWork, at: number): number {
  const today = businessDay(at, calendar.zone, calendar.dayStart);
  const open = openState(calendar, at).openNow;
  if (!open && closedOn === today) return at;
  const works =
    open || businessOn === today || officeDay(calendar, today).intervals.some(({ closesAt }) => closesAt > at);
  return works ? instantOf(addDays(today, 1), calendar.dayStart ?? '04:00', calendar.zone) : at;
}
