import { Problem } from '../problem.ts';
import type { Archive } from './archive.ts';
import type { ArchiveDay } from './archive-days.ts';

/** An office with the days of it that are to be played, the earliest first. */
export interface Choice {
  readonly office: string;
  readonly days: readonly ArchiveDay[];
}

/**
 * Finds the office and day asked for, or all.
 * @throws Problem naming what there is, when the archive has no such office or day
 */
export function choose(archive: Pick<Archive, 'days'>, office: string, date: string): Choice[] {
  const names = [...archive.days.keys()];
  if (office !== 'all' && !archive.days.has(office)) {
    const there = names.length > 0 ? `it has ${names.sort().join(', ')}` : 'it has none';
    throw new Problem(`The archive has no office ${office}: ${there}.`);
  }
  const offices = office === 'all' ? names : [office];
  const choices = offices.map((name) => ({ office: name, days: daysWanted(archive.days.get(name) ?? [], date) }));
  const found = choices.filter(({ days }) => days.length > 0);
  if (found.length === 0)
    throw new Problem(`The archive has no day ${date} of ${office}: ${daysThere(archive, offices)}.`);
  return found;
}

function daysWanted(days: readonly ArchiveDay[], date: string): readonly ArchiveDay[] {
  if (date === 'all') return days;
  const meant = days.filter((day) => day.date === date);
  return meant.length > 0 ? meant : days.filter(({ label }) => label === date);
}

function daysThere({ days }: Pick<Archive, 'days'>, offices: readonly string[]): string {
  const dates = new Set(offices.flatMap((office) => (days.get(office) ?? []).map(({ date }) => date)));
  return dates.size > 0 ? `it has ${[...dates].sort().join(', ')}` : 'it has none';
}
