import type { Link } from '@sunbeon/client';
import type { Board } from '@sunbeon/contract';
import type { Received } from '../stale.ts';
import type { BoardMemory, KeptBoard } from './board-memory.ts';

/** A start is given so long to bring a board of its own; then the kept one is shown, with its age. */
export const keptAfterMs = 3_000;
/** A board that changes is written down so often at most; one that stands, so often as said to be still true. */
const writeMs = 5_000;
const stillTrueMs = 60_000;

/** Keeps the newest board for the next start of the page, and hands out the kept one when no other came in time. */
export class BoardKeeper {
  private latest: Received<Board> | null = null;
  private shown: KeptBoard | null = null;
  private live = false;
  private written: { readonly board: Board; readonly atMs: number } | null = null;
  private readonly timers: (() => void)[];

  /** @param onKept called at most once, with the board of the page before */
  constructor(
    private readonly memory: BoardMemory,
    private readonly onKept: (board: Received<Board>) => void,
  ) {
    const offer = setTimeout(() => this.offer(), keptAfterMs);
    const write = setInterval(() => this.write(), writeMs);
    this.timers = [() => clearTimeout(offer), () => clearInterval(write)];
  }

  take(board: Received<Board>): void {
    this.latest = board;
    this.shown = null;
    if (this.written === null) this.write();
  }

  /** Nothing of the office may be shown any more. */
  drop(): void {
    this.latest = this.shown = null;
    this.memory.drop();
  }

  /** The link with the last contact of the page before, while its board is what is shown. */
  since(link: Link): Link {
    this.live = link.state === 'live';
    if (this.shown === null || link.lastContactMs !== null) return link;
    const { contactAtMs } = this.shown;
    return {
      ...link,
      ageSeconds: Math.max(0, Math.floor((Date.now() - contactAtMs) / 1_000)),
      lastContactMs: contactAtMs,
    };
  }

  stop(): void {
    this.timers.forEach((stop) => stop());
    this.write();
  }

  private offer(): void {
    this.shown = this.latest === null ? this.memory.read() : null;
    if (this.shown) this.onKept({ value: this.shown.value, receivedAtMs: this.shown.receivedAtMs });
  }

  private write(): void {
    const { latest, written } = this;
    const now = Date.now();
    if (latest === null || !this.live) return;
    if (written?.board === latest.value && now - written.atMs < stillTrueMs) return;
    this.memory.write({ ...latest, contactAtMs: now });
    this.written = { board: latest.value, atMs: now };
  }
}
