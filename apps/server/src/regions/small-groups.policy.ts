/** Counts of one tenant on one business day. */
export interface RegionCell {
  readonly tenantId: string;
  readonly businessOn: string;
  /** Tickets that were called. */
  readonly tickets: number;
  /** Of them within the limit of their service. */
  readonly withinTarget: number;
  /** Tickets by whole minutes of their wait, 0 to 120 and more. */
  readonly waits: readonly number[];
}

export interface SmallestGroup {
  readonly tickets: number;
  readonly tenants: number;
}

/** What may be told of one day. */
export interface PublishableDay {
  /** Tenants whose own figures are told. */
  readonly shown: readonly RegionCell[];
  /** Told only together, within the total: none, or at least three tenants with five tickets. */
  readonly together: readonly RegionCell[];
  /** In no figure at all: too few to be told even together. */
  readonly hidden: readonly RegionCell[];
}

/**
 * Parts the tenants of one day so that no figure, and no difference of figures, is about a group that is too small. Small
 * cells go into the total only together; when those are too few, the smallest of the others joins them, since a total
 * less all but one tenant would be that tenant. The same cells are always parted alike and every figure of a stretch of
 * days is a sum of whole days: so two stretches that differ by a day differ by what may be told of that day.
 */
export function partDay(cells: readonly RegionCell[], smallest: SmallestGroup): PublishableDay {
  const known = cells.filter(({ tickets }) => tickets > 0);
  const shown = known.filter(({ tickets }) => tickets >= smallest.tickets).sort(bySize);
  const rest = known.filter(({ tickets }) => tickets < smallest.tickets);
  while (rest.length > 0 && !isEnough(rest, smallest)) {
    const joining = shown.shift();
    if (!joining) return { shown: [], together: [], hidden: rest };
    rest.push(joining);
  }
  return { shown, together: rest, hidden: [] };
}

function isEnough(group: readonly RegionCell[], smallest: SmallestGroup): boolean {
  return group.length >= smallest.tenants && sum(group.map(({ tickets }) => tickets)) >= smallest.tickets;
}

/** Fewest tickets first; among equals by id, so that the order is always the same. */
function bySize(a: RegionCell, b: RegionCell): number {
  return a.tickets - b.tickets || (a.tenantId < b.tenantId ? -1 : 1);
}

export interface GroupFigures {
  readonly tickets: number;
  readonly medianWaitMinutes: number | null;
  readonly withinTargetPercent: number | null;
}

/** Figures of cells that may be told. */
export function figuresOf(cells: readonly RegionCell[]): GroupFigures {
  const tickets = sum(cells.map((cell) => cell.tickets));
  if (tickets === 0) return { tickets, medianWaitMinutes: null, withinTargetPercent: null };
  const within = sum(cells.map(({ withinTarget }) => withinTarget));
  return {
    tickets,
    medianWaitMinutes: medianMinutes(cells),
    withinTargetPercent: Math.round((100 * within) / tickets),
  };
}

/** The lower median, in whole minutes. */
function medianMinutes(cells: readonly RegionCell[]): number {
  const most = Math.max(...cells.map(({ waits }) => waits.length));
  const counts = Array.from({ length: most }, (_, minute) => sum(cells.map(({ waits }) => waits[minute] ?? 0)));
  const middle = (sum(counts) + 1) / 2;
  let passed = 0;
  for (const [minute, count] of counts.entries()) {
    passed += count;
    if (passed >= Math.floor(middle)) return minute;
  }
  return most;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
