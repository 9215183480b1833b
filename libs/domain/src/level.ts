/**
 * Congestion level (혼잡도), as it stands on the public page: w = the newcomer's median wait (without a model: people
 * waiting x target minutes / open capable counters), L = the service's limit. quiet: w < L/6; normal: < L/2; busy:
 * < L; crowded: >= L, or people waiting with no counter open. Up at once, down after 3 minutes below.
 */
export const levels = ['quiet', 'normal', 'busy', 'crowded'] as const;
export type Level = (typeof levels)[number];

/** The rule, a tenant's setting. The first three are shares of the limit L, rising. */
export interface LevelRule {
  normalFrom: number;
  busyFrom: number;
  crowdedFrom: number;
  /** Minutes below before the level falls. */
  holdMinutes: number;
  /** A service counts for the office when it holds at least this share of those waiting. */
  officeShare: number;
  /** L where a service has none of its own, minutes. */
  limitMinutes: number;
}

export const defaultLevelRule: LevelRule = {
  normalFrom: 1 / 6,
  busyFrom: 1 / 2,
  crowdedFrom: 1,
  holdMinutes: 3,
  officeShare: 1 / 5,
  limitMinutes: 30,
};

export interface ServiceLoad {
  /** The office is open for this service. */
  open: boolean;
  waiting: number;
  /** Open counters that can serve it; a shared counter may count in parts. */
  openCounters: number;
  targetMinutes: number;
  /** Null = the rule's. */
  limitMinutes: number | null;
  /** The model's newcomer's median wait; null without a model. */
  medianWaitMinutes: number | null;
}

/** The level shown and, for each level, since when the load has been below it without a break (null = it is not). Plain JSON. */
export interface LevelState {
  level: Level | null;
  belowSince: Partial<Record<Level, number>>;
}

export const noLevel: LevelState = { level: null, belowSince: {} };
const minuteMs = 60_000;

/** The level of this moment, before holding it. Null when closed. */
export function momentaryLevel(load: ServiceLoad, rule: LevelRule = defaultLevelRule): Level | null {
  if (!load.open) return null;
  if (load.waiting > 0 && load.openCounters <= 0) return 'crowded';
  const limit = load.limitMinutes ?? rule.limitMinutes;
  const wait =
    load.medianWaitMinutes ?? (load.waiting === 0 ? 0 : (load.waiting * load.targetMinutes) / load.openCounters);
  if (wait >= limit * rule.crowdedFrom) return 'crowded';
  if (wait >= limit * rule.busyFrom) return 'busy';
  return wait >= limit * rule.normalFrom ? 'normal' : 'quiet';
}

/**
 * The level to show from `now` on. Up at once; down to the highest level of the last `holdMinutes`; the first level
 * after closing stands at once. To be asked at every change of the load and when `levelFallsAt` says so.
 */
export function nextLevel(
  state: LevelState,
  moment: Level | null,
  now: number,
  rule: LevelRule = defaultLevelRule,
): LevelState {
  if (moment === null) return noLevel;
  const belowSince: LevelState['belowSince'] = {};
  for (const level of levels.slice(levels.indexOf(moment) + 1)) {
    belowSince[level] = state.level === null ? -Infinity : (state.belowSince[level] ?? now);
  }
  const held = levels.findLast((level) => {
    const since = belowSince[level];
    return since === undefined || now - since < rule.holdMinutes * minuteMs;
  });
  const shown = state.level === null ? moment : lower(held ?? moment, higher(state.level, moment));
  return { level: shown, belowSince: finite(belowSince, now - rule.holdMinutes * minuteMs) };
}

/** When the level falls by itself if the load stays as it is; null when it does not. */
export function levelFallsAt(state: LevelState, rule: LevelRule = defaultLevelRule): number | null {
  const since = state.level === null ? undefined : state.belowSince[state.level];
  return since === undefined ? null : since + rule.holdMinutes * minuteMs;
}

/** The office's: the highest among services that hold at least a fifth of those waiting, else quiet; null when all are closed. */
export function officeLevel(
  services: readonly { level: Level | null; waiting: number }[],
  rule: LevelRule = defaultLevelRule,
): Level | null {
  const open = services.flatMap(({ level, waiting }) => (level === null ? [] : [{ level, waiting }]));
  if (open.length === 0) return null;
  const total = open.reduce((sum, { waiting }) => sum + waiting, 0);
  if (total === 0) return 'quiet';
  return open
    .filter(({ waiting }) => waiting >= total * rule.officeShare)
    .reduce<Level>((highest, { level }) => higher(highest, level), 'quiet');
}

const rank = (level: Level): number => levels.indexOf(level);
const higher = (a: Level, b: Level): Level => (rank(a) >= rank(b) ? a : b);
const lower = (a: Level, b: Level): Level => (rank(a) <= rank(b) ? a : b);

/** -Infinity is no JSON: what has been below for ever has been so since the hold time ago. */
const finite = (since: LevelState['belowSince'], floor: number): LevelState['belowSince'] =>
  Object.fromEntries(Object.entries(since).map(([level, at]) => [level, Number.isFinite(at) ? at : floor]));
