import type { Board } from '@sunbeon/contract';
import type { Place } from '../device/guarded.ts';

/** The last board of a device, which outlives its page. */
export interface KeptBoard {
  readonly value: Board;
  /** Local epoch milliseconds of its arrival. */
  readonly receivedAtMs: number;
  /** Local epoch milliseconds up to which it was true: the last contact with the server. */
  readonly contactAtMs: number;
}

export interface BoardMemory {
  read(): KeptBoard | null;
  write(board: KeptBoard): void;
  /** What was on the board may not be shown any more. */
  drop(): void;
}

/** @param key in the browser's storage */
export function boardMemory(key: string, place: Place): BoardMemory {
  return {
    read: () => parsed(place.getItem(key)),
    write: (board) => place.setItem(key, JSON.stringify(board)),
    drop: () => place.removeItem(key),
  };
}

function parsed(text: string | null): KeptBoard | null {
  try {
    const kept = JSON.parse(text ?? 'null') as KeptBoard | null;
    const isBoard = Array.isArray(kept?.value?.services) && kept.receivedAtMs > 0 && kept.contactAtMs > 0;
    return isBoard ? kept : null;
  } catch {
    return null;
  }
}
