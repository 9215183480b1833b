import { instantOf } from '@sunbeon/domain';
import type { ArchiveDay } from './archive-days.ts';
import type { ArchiveRow } from './archive-row.ts';
import { countDirt, type DirtCount } from './dirt.ts';

export interface DayService {
  /** The archive's id: the service's code. */
  readonly code: string;
  readonly name: string;
  readonly letter: string;
  /** Minutes per ticket as published; 0 = none. */
  readonly minutes: number;
}

/** What the archive says of an office at one minute. */
export interface Snapshot {
  /** Local time 'HH:MM'. */
  readonly time: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Rows by service; a service may be missing. */
  readonly rows: ReadonlyMap<string, ArchiveRow>;
}

/** One day of an office, in order and without doubles. */
export interface OfficeDay {
  readonly office: string;
  readonly date: string;
  readonly services: readonly DayService[];
  readonly snapshots: readonly Snapshot[];
  readonly dirt: DirtCount;
}

/** Puts the rows of an office in order for one day. Rows of other days are left aside. */
export function officeDay(office: string, day: ArchiveDay, rows: readonly ArchiveRow[], zone: string): OfficeDay {
  const dirt: DirtCount = new Map();
  if (day.correction === 'week_year') countDirt(dirt, 'mislabelled_day');
  if (day.correction === 'wrong_clock') countDirt(dirt, 'wrong_clock');
  const own = rows.filter(({ label }) => label === day.label);
  const services = servicesOf(own);
  const byTime = new Map<string, Map<string, ArchiveRow>>();
  for (const row of own) {
    const snapshot = byTime.get(row.time) ?? new Map<string, ArchiveRow>();
    byTime.set(row.time, snapshot);
    const known = snapshot.get(row.service);
    if (known) countDirt(dirt, saysTheSame(known, row) ? 'duplicate_row' : 'contradicting_row');
    else snapshot.set(row.service, row);
  }
  for (const snapshot of byTime.values()) {
    if (snapshot.size < services.length) countDirt(dirt, 'missing_row', services.length - snapshot.size);
  }
  const snapshots = [...byTime].map(([time, list]) => ({ time, at: instantOf(day.date, time, zone), rows: list }));
  // By the instant: in the night in which the clocks are set back, an hour of the wall clock comes twice.
  return { office, date: day.date, services, snapshots: snapshots.sort((a, b) => a.at - b.at), dirt };
}

function servicesOf(rows: readonly ArchiveRow[]): DayService[] {
  const services = new Map<string, DayService>();
  for (const { service, name, letter, minutes } of rows) {
    if (!services.get(service)?.minutes) services.set(service, { code: service, name, letter, minutes });
  }
  return [...services.values()];
}

const saysTheSame = (a: ArchiveRow, b: ArchiveRow): boolean =>
  a.waiting === b.waiting && a.number === b.number && a.openCounters === b.openCounters && a.name === b.name;
