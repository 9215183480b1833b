/** After so long without a word from the server its figures are given with their age. Its sign of life comes each 15 s. */
export const OLD_SECONDS = 20;
/** After so long they are no longer called the state of now. */
export const LOST_SECONDS = 60;

export const ages = ['connecting', 'live', 'old', 'lost'] as const;
export type Age = (typeof ages)[number];

/**
 * How honest it is to call the page live.
 * @param seconds since the last contact, or since the page was opened when there was none yet
 */
export function ageOf(seconds: number, hadContact: boolean): Age {
  if (seconds >= LOST_SECONDS) return 'lost';
  if (seconds >= OLD_SECONDS) return 'old';
  return hadContact ? 'live' : 'connecting';
}

/** What stands on a page and how new it is: figures of a revision, true at an instant. */
export interface Snapshot {
  readonly revision: number;
  readonly asOfMs: number;
}

/** Snapshots may overtake each other on their way: one that is not newer than the shown one is dropped. */
export function isNewer(next: Snapshot, shown: Snapshot): boolean {
  return next.revision > shown.revision || (next.revision === shown.revision && next.asOfMs > shown.asOfMs);
}

/**
 * Seconds since the last contact. An answer out of some cache on the way is as old as its `Date` says, measured against
 * the newest `Date` seen: the clock of this device may be wrong.
 */
export class Contact {
  private lastMs: number;
  private newest: { readonly serverMs: number; readonly atMs: number } | null = null;
  /** Epoch milliseconds of the server at the last contact; null before the first, or when it did not say. */
  serverMs: number | null = null;
  had = false;

  constructor(private readonly now: () => number) {
    this.lastMs = now();
  }

  /** The server answered; `serverMs` is its clock at that moment. */
  note(serverMs: number | null): void {
    const now = this.now();
    const late =
      serverMs === null || this.newest === null ? 0 : this.newest.serverMs + (now - this.newest.atMs) - serverMs;
    if (serverMs !== null && late <= 0) this.newest = { serverMs, atMs: now };
    // A second is lost by the header's own rounding, another on the way.
    const at = now - (late > 2_000 ? late : 0);
    if (this.had && at < this.lastMs) return;
    this.lastMs = at;
    this.serverMs = serverMs;
    this.had = true;
  }

  seconds(): number {
    return Math.max(0, Math.floor((this.now() - this.lastMs) / 1000));
  }
}
