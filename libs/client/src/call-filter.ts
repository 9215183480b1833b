import type { Board, CallMessage } from '@sunbeon/contract';

/** Last seq played and the revision of its board, so that a reload repeats nothing. */
export interface PlayedCalls {
  readonly seq: number;
  readonly revision: number;
}
/** Keeps one value over a reload, e.g. in localStorage. */
export interface CallMemory {
  read(): PlayedCalls | undefined;
  write(played: PlayedCalls): void;
}

/** A call found in a board only (missed while away) is still played when it is at most so old, in real time. */
const freshMs = 60_000;

/** Decides which calls are due: each seq once, in rising order, none of before this screen's first board. */
export class CallFilter {
  private played: PlayedCalls | undefined;
  /** Nothing was heard on this connection yet. */
  private fresh = true;

  constructor(private readonly memory?: CallMemory) {
    this.played = memory?.read();
  }

  connected(): void {
    this.fresh = true;
  }

  ofBoard(board: Board): CallMessage[] {
    const newest = Math.max(0, ...board.calls.map((call) => call.seq));
    const since = this.isKnown(board, newest) ? (this.played?.seq ?? newest) : newest;
    const due = board.calls.filter((call) => call.seq > since && realAgeMs(call, board) <= freshMs);
    this.remember({ seq: Math.max(since, newest), revision: board.revision });
    return due.sort((a, b) => a.seq - b.seq);
  }

  ofMessage(call: CallMessage): CallMessage[] {
    this.fresh = false;
    if (call.seq <= (this.played?.seq ?? 0)) return [];
    this.remember({ seq: call.seq, revision: this.played?.revision ?? 0 });
    return [call];
  }

  /**
   * Does this board go on from what was played? The first board of a connection whose revision or seq went back comes
   * from another database (set up anew, restored), where seq starts again.
   */
  private isKnown(board: Board, newest: number): boolean {
    const { fresh, played } = this;
    this.fresh = false;
    if (!fresh || played === undefined) return played !== undefined;
    return board.revision >= played.revision && (newest === 0 || newest >= played.seq);
  }

  private remember(played: PlayedCalls): void {
    if (played.seq === this.played?.seq && played.revision === this.played.revision) return;
    this.played = played;
    this.memory?.write(played);
  }
}

/** Age in real milliseconds: a rehearsal's clock may run many times faster, or stand still. */
function realAgeMs(call: CallMessage, board: Board): number {
  const officeMs = Date.parse(board.clock.now) - Date.parse(call.at);
  return board.clock.rate > 0 ? officeMs / board.clock.rate : officeMs;
}
