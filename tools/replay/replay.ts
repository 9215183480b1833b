import { Presets, SingleBar } from 'cli-progress';
import { Problem, report } from '../problem.ts';
import { readArchive, type Archive } from './archive.ts';
import { choose, type Choice } from './choose.ts';
import { officeDay } from './day.ts';
import { countDirt, type DirtCount } from './dirt.ts';
import { Operator, startInstallation, type Stage } from './installation.ts';
import { officeTemplate, ZONE } from './office-template.ts';
import { HELP, readOptions, type ReplayOptions } from './options.ts';
import { runningPace, steppingPace, type Pace } from './pace.ts';
import { playDay, type DayResult } from './play.ts';
import { rebuildDay, type RebuiltDay } from './rebuild.ts';
import { dayLine, isClean, reportOf } from './report.ts';

const DAMAGED_SHOWN = 10;
const UNEXPLAINED = 2;
/** Offices that are played at once as fast as possible: each waits for the server most of the time. */
const SIDE_BY_SIDE = 4;

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** Reads the archive, plays what was asked for, prints the report. Returns the exit code. */
async function replay(options: ReplayOptions, signal: AbortSignal): Promise<number> {
  const archive = await readArchive(options.archive, (name) => options.office === 'all' || name === options.office);
  const choices = choose(archive, options.office, options.date);
  tellDirt(archive, choices);
  const installation = options.remote ? { ...options.remote, stop: async () => {} } : await startInstallation(signal);
  try {
    const operator = new Operator(installation.url, installation.operator);
    await operator.logIn();
    const days = await playAll(operator, archive, choices, options, signal);
    const result = { days, fileDirt: fileDirt(archive) };
    process.stdout.write(`${reportOf(result)}\n`);
    return isClean(result) ? 0 : UNEXPLAINED;
  } finally {
    await installation.stop();
  }
}

async function playAll(
  operator: Operator,
  archive: Archive,
  choices: readonly Choice[],
  options: ReplayOptions,
  signal: AbortSignal,
): Promise<DayResult[]> {
  const plans = choices.map(({ office, days }): Plan => {
    return {
      office,
      days: days.map((day) => rebuildDay(officeDay(office, day, archive.rows.get(office) ?? [], ZONE))),
    };
  });
  const steps = plans.flatMap(({ days }) => days.map((day) => day.steps.length));
  const bar = progressBar(steps);
  const results = new Map<string, DayResult[]>();
  const left = [...plans];
  const playNext = async (): Promise<void> => {
    for (let plan = left.shift(); plan; plan = left.shift()) {
      results.set(
        plan.office,
        await playOffice(operator, plan, options, (day) => tick(bar, day, signal), steps.length > 1),
      );
    }
  };
  try {
    await Promise.all(Array.from({ length: options.speed === null ? SIDE_BY_SIDE : plans.length }, playNext));
  } finally {
    left.length = 0;
    bar.stop();
  }
  return plans.flatMap(({ office }) => results.get(office) ?? []);
}

/** The days of one office, one after the other, on one tenant. */
async function playOffice(
  operator: Operator,
  { office, days }: Plan,
  options: ReplayOptions,
  told: (day: RebuiltDay) => void,
  lineADay: boolean,
): Promise<DayResult[]> {
  const stage = await makeStage(operator, office, days);
  if (options.remote) say(`${office} is played at ${stage.address}; the tenant stays there.`);
  const pace = paceOf(stage, options.speed);
  const results: DayResult[] = [];
  for (const day of days) {
    const result = await playDay(stage, day, pace, () => told(day));
    results.push(result);
    // Without a terminal there is no bar: a line a day tells a log how far it is.
    if (!process.stderr.isTTY && lineADay) say(dayLine(result));
  }
  const summary = pace.summary();
  if (summary) say(summary);
  return results;
}

interface Plan {
  readonly office: string;
  readonly days: readonly RebuiltDay[];
}

function makeStage(operator: Operator, office: string, days: readonly RebuiltDay[]): Promise<Stage> {
  const services = new Map(days.flatMap(({ day }) => day.services.map((service) => [service.code, service] as const)));
  const startsAt = days[0]?.day.snapshots[0]?.at ?? Date.now();
  return operator.makeStage(office, officeTemplate(office, [...services.values()]), startsAt);
}

function paceOf(stage: Stage, speed: number | null): Pace {
  return speed === null ? steppingPace(stage) : runningPace(stage, speed, say);
}

function progressBar(steps: readonly number[]): SingleBar {
  const format = '{bar} {percentage}% | {value}/{total} snapshots | {what} | {eta_formatted} left';
  const bar = new SingleBar({ format, hideCursor: true, stream: process.stderr }, Presets.shades_classic);
  bar.start(
    steps.reduce((sum, count) => sum + count, 0),
    0,
    { what: '' },
  );
  return bar;
}

function tick(bar: SingleBar, { day }: RebuiltDay, signal: AbortSignal): void {
  signal.throwIfAborted();
  bar.increment(1, { what: `${day.office} ${day.date}` });
}

function fileDirt({ damaged, cutOff }: Archive): DirtCount {
  const dirt: DirtCount = new Map();
  if (damaged.length > 0) countDirt(dirt, 'damaged_row', damaged.length);
  if (cutOff !== null) countDirt(dirt, 'file_cut_off');
  return dirt;
}

/** What was left out or corrected, before anything is played. */
function tellDirt({ damaged, cutOff }: Archive, choices: readonly Choice[]): void {
  for (const { line, why } of damaged.slice(0, DAMAGED_SHOWN)) say(`Line ${line} is damaged and left out: ${why}.`);
  if (damaged.length > DAMAGED_SHOWN) say(`… and ${damaged.length - DAMAGED_SHOWN} more damaged lines.`);
  if (cutOff !== null) say(`The file breaks off (${cutOff}); what was read before is played.`);
  for (const { office, days } of choices) {
    const moved = days.filter(({ correction }) => correction !== null);
    if (moved.length > 0) say(`${office}: ${moved.map(({ label, date }) => `${label} is ${date}`).join(', ')}.`);
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (!options) return void process.stdout.write(HELP);
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => stopping.abort(new Problem('Stopped; nothing was compared to the end.')));
  }
  process.exitCode = await replay(options, stopping.signal);
}

await main().catch(report);
