import type { ArchiveDay } from './archive-days.ts';
import type { ArchiveRow } from './archive-row.ts';
import { officeDay } from './day.ts';
import { rebuildDay, type RebuiltDay } from './rebuild.ts';

export const HEADER =
  'name,time,date,status,czasObslugi,lp,idGrupy,liczbaCzynnychStan,nazwaGrupy,literaGrupy,liczbaKlwKolejce,aktualnyNumer';

export const aDay: ArchiveDay = { date: '2020-01-13', label: '2020-01-13', correction: null };

/** A row of a made-up office. `told` is people waiting and number called last: [3, 'A017']. */
export function aRow(time: string, told: readonly [number, string], rest: Partial<ArchiveRow> = {}): ArchiveRow {
  const [waiting, number] = told;
  const row = { line: 2, office: 'UD_Test', label: aDay.label, time, service: '1', name: 'Meldunki', letter: 'A' };
  return { ...row, openCounters: 2, minutes: 10, waiting, number, ...rest };
}

/** One service through a day, a row every five minutes from 08:00. */
export function rebuilt(told: readonly (readonly [number, string])[], letter = 'A'): RebuiltDay {
  const rows = told.map((one, index) => aRow(timeAt(8 * 60 + index * 5), one, { letter }));
  return rebuildDay(officeDay('UD_Test', aDay, rows, 'Europe/Warsaw'));
}

export const timeAt = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const lineOf = ({
  office,
  time,
  label,
  minutes,
  service,
  openCounters,
  name,
  letter,
  waiting,
  number,
}: ArchiveRow) =>
  [office, time, label, '', minutes, '', service, openCounters, `"${name}"`, letter, waiting, number].join(',');
