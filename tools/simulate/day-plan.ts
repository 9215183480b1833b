import type { Language } from '@sunbeon/contract';
import { instantOf, weekdayOf } from '@sunbeon/domain';
import { choose, lognormal, poisson, seeded, seedOf, type Random } from './random.ts';

/** Somebody who will come to the office. */
export interface Arrival {
  /** Epoch milliseconds of the office's clock. */
  readonly at: number;
  readonly serviceCode: string;
  readonly priority: string | undefined;
  readonly addOns: readonly string[];
  readonly language: Language;
}

/** Shares of a day's arrivals by half-hour from 08:00, as seen in the offices of Warsaw (waits.md). */
const shares = [0.075, 0.05, 0.05, 0.058, 0.065, 0.074, 0.08, 0.076, 0.074, 0.076, 0.07, 0.068, 0.06, 0.058, 0.042];
/** Our office opens an hour later and closes two hours later than those: the shape begins at 08:50 and is stretched. */
const begins = 8 * 60 + 50;
const halfHour = 30;
const stretch = 1.18;
const ofWeekday: Readonly<Record<number, number>> = { 1: 1.28, 5: 0.89 };
/** Share of a Monday's arrivals that come to the night office, 18:00-19:45. */
const nightShare = 0.09;
const night = { from: 18 * 60, to: 19 * 60 + 45 };

/** Visits on an ordinary day, by service. Passports are a little too many for three counters: halls do fill. */
export const visitsPerDay: readonly (readonly [code: string, visits: number])[] = [
  ['CERTIFICATES', 170],
  ['SEAL_CERTIFICATE', 42],
  ['ANYWHERE_DOCUMENTS', 28],
  ['GENERAL_RECEIPT', 24],
  ['FAMILY_REGISTER', 68],
  ['MOVE_IN', 62],
  ['ID_CARD', 40],
  ['MARRIAGE_MOVE_IN', 5],
  ['NAME_CHANGE', 3],
  ['PASSPORT_APPLY', 114],
  ['PASSPORT_COLLECT', 98],
  ['DRIVING_PERMIT', 6],
  ['PERMIT_FOOD_HYGIENE', 30],
  ['PERMIT_TOURISM_SPORTS', 18],
  ['PERMIT_FACTORY', 9],
];

const priorities: readonly (readonly [string | undefined, number])[] = [
  [undefined, 95],
  ['age_75', 2.6],
  ['with_infant', 1.1],
  ['severe_disability', 0.8],
  ['pregnant', 0.5],
];
const languages: readonly (readonly [Language, number])[] = [
  ['ko', 93],
  ['en', 3],
  ['zh', 2],
  ['vi', 1],
  ['ja', 1],
];
const DRIVING_PERMIT_SHARE = 0.05;

/**
 * Everybody who comes on a day, by time: a non-homogeneous Poisson process by half-hour x weekday x lognormal day factor.
 * The same for the same day and seed.
 */
export function arrivalsOf(on: string, zone: string, seed: number): Arrival[] {
  const random = seeded(seedOf(on) ^ seed);
  const weekday = weekdayOf(on);
  const factor = (ofWeekday[weekday] ?? 1) * lognormal(random, 1, 0.12);
  const total = visitsPerDay.reduce((sum, [, visits]) => sum + visits, 0) * factor;
  const slots = daySlots(weekday);
  const weights = slots.reduce((sum, { weight }) => sum + weight, 0);
  const minutes = slots.flatMap(({ from, length, weight }) =>
    Array.from({ length: poisson(random, (total * weight) / weights) }, () => from + random() * length),
  );
  return minutes.sort((a, b) => a - b).map((minute) => arrival(random, instantOf(on, 0, zone) + minute * 60_000));
}

function daySlots(weekday: number): { from: number; length: number; weight: number }[] {
  const length = halfHour * stretch;
  const day = shares.map((weight, index) => ({ from: begins + index * length, length, weight }));
  if (weekday !== 1) return day;
  return [...day, { from: night.from, length: night.to - night.from, weight: nightShare }];
}

function arrival(random: Random, at: number): Arrival {
  const serviceCode = choose(random, visitsPerDay);
  const withPermit = serviceCode === 'PASSPORT_APPLY' && random() < DRIVING_PERMIT_SHARE;
  return {
    at: Math.round(at),
    serviceCode,
    priority: choose(random, priorities),
    addOns: withPermit ? ['DRIVING_PERMIT'] : [],
    language: choose(random, languages),
  };
}
