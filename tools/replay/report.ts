import { addTally, emptyTally, type Fault, type Tally } from './compare.ts';
import { dirtKinds, explains, type DirtCount, type DirtKind } from './dirt.ts';
import type { DayResult } from './play.ts';

const FAULTS_SHOWN = 20;

/** Result of a whole run. */
export interface RunResult {
  readonly days: readonly DayResult[];
  /** Dirt of the file as a whole. */
  readonly fileDirt: DirtCount;
}

/** True when nothing is left that the archive's dirt does not explain. */
export function isClean({ days }: RunResult): boolean {
  return days.every(({ total, refused }) => total.unexplained === 0 && refused.length === 0);
}

/** One day in one line. */
export function dayLine({ rebuilt, total, refused }: DayResult): string {
  const faults = total.unexplained + refused.length;
  return `${rebuilt.day.office} ${rebuilt.day.date}: ${total.compared} comparisons, ${faults} not explained`;
}

/** The whole report as text: table, dirt by kind, differences without an explanation, closing line. */
export function reportOf(run: RunResult): string {
  const table = run.days.length === 1 && run.days[0] ? serviceTable(run.days[0]) : dayTable(run.days);
  return [table, dirtTable(run), faultList(run.days), closing(run)].filter((part) => part !== '').join('\n\n');
}

const resultHeads = ['compared', 'same', 'waiting off', 'number off', 'unexplained'];
const resultCells = ({ compared, same, waitingExplained, numberExplained, unexplained }: Tally): string[] =>
  [compared, same, waitingExplained, numberExplained, unexplained].map(String);

function serviceTable({ rebuilt, byService, total }: DayResult): string {
  const { office, date, services, snapshots } = rebuilt.day;
  const rows = services.map(({ code, letter, name }) => {
    return [code, letter, shorten(name), ...resultCells(byService.get(code) ?? emptyTally())];
  });
  const title = `${office}, ${date}: ${snapshots.length} snapshots, ${rebuilt.issued} tickets issued, ${rebuilt.called} called`;
  const sum = ['all', '', '', ...resultCells(total)];
  return `${title}\n\n${tableOf(['service', '', 'name', ...resultHeads], [...rows, sum], 3)}`;
}

function dayTable(days: readonly DayResult[]): string {
  const all = emptyTally();
  for (const { total } of days) addTally(all, total);
  const rows = days.map(({ rebuilt, total, refused }) => {
    const { office, date, snapshots } = rebuilt.day;
    const played = [snapshots.length, rebuilt.issued, rebuilt.called, refused.length].map(String);
    return [office, date, ...played, ...resultCells(total)];
  });
  const sums = ['issued', 'called'].map((key) =>
    String(days.reduce((sum, { rebuilt }) => sum + rebuilt[key as 'issued' | 'called'], 0)),
  );
  const snapshots = String(days.reduce((sum, { rebuilt }) => sum + rebuilt.day.snapshots.length, 0));
  const refused = String(days.reduce((sum, day) => sum + day.refused.length, 0));
  const sum = ['all', `${days.length} days`, snapshots, ...sums, refused, ...resultCells(all)];
  const heads = ['office', 'day', 'snapshots', 'issued', 'called', 'refused', ...resultHeads];
  return tableOf(heads, [...rows, sum], 2);
}

function dirtTable({ days, fileDirt }: RunResult): string {
  const count = new Map(fileDirt);
  for (const { rebuilt } of days) {
    for (const [kind, times] of rebuilt.dirt) count.set(kind, (count.get(kind) ?? 0) + times);
  }
  const met = dirtKinds.filter((kind) => (count.get(kind) ?? 0) > 0);
  if (met.length === 0) return 'The archive has no dirt here.';
  const rows = met.map((kind) => [kind, String(count.get(kind)), explained(kind, days)]);
  return tableOf(['dirt of the archive', 'times', 'differences explained'], rows, 1);
}

function explained(kind: DirtKind, days: readonly DayResult[]): string {
  if (!(kind in explains)) return '-';
  const times = days.flatMap(({ rebuilt }) => rebuilt.steps.flatMap(({ expected }) => [...expected.values()]));
  return String(times.filter((one) => one.waitingDiffersBy === kind || one.numberDiffersBy === kind).length);
}

function faultList(days: readonly DayResult[]): string {
  const faults = days.flatMap((day) => day.faults.map((fault) => faultLine(day.rebuilt.day.office, fault)));
  const refused = days.flatMap((day) => day.refused.map((line) => `${day.rebuilt.day.office} event ${line}`));
  const lines = [...faults, ...refused];
  if (lines.length === 0) return '';
  const rest = lines.length > FAULTS_SHOWN ? [`… and ${lines.length - FAULTS_SHOWN} more`] : [];
  return ['Not explained:', ...lines.slice(0, FAULTS_SHOWN), ...rest].join('\n');
}

function faultLine(office: string, { date, time, service, what, archive, expected, shown }: Fault): string {
  return `${office} ${date} ${time} ${service} ${what}: archive ${archive}, expected ${expected}, shown ${shown}`;
}

function closing(run: RunResult): string {
  const all = emptyTally();
  for (const { total } of run.days) addTally(all, total);
  const { compared, same, unexplained } = all;
  const refused = run.days.reduce((sum, day) => sum + day.refused.length, 0);
  const told = `${compared} comparisons: ${same} the same, ${compared - same - unexplained} off by the archive's dirt, ${unexplained} unexplained`;
  return refused > 0 ? `${told}; ${refused} events refused.` : `${told}.`;
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

/** Columns aligned; the first `left` to the left, the others to the right. */
function tableOf(heads: readonly string[], rows: readonly (readonly string[])[], left: number): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column < left ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(heads), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
