import type { DeskAction } from '../hall/what-may-be-done.ts';

/** Keys of the desk beside the actions of the counter. */
export type KeyAction = DeskAction | 'completeWith' | 'keys' | 'swap';

interface KeyRow {
  /** `code` of the keyboard event: the key's place, so that 한글 and English mode do the same. */
  readonly code: string;
  readonly shift?: true;
  /** What stands on the keycap. */
  readonly cap: string;
}

/** One key (or one with Shift) for every action. Two actions share a key only when never both can be done. */
export const keyTable = {
  callNext: { code: 'Space', cap: 'Space' },
  recall: { code: 'KeyR', cap: 'R' },
  start: { code: 'KeyS', cap: 'S' },
  complete: { code: 'Enter', cap: 'Enter' },
  completeWith: { code: 'Enter', shift: true, cap: 'Shift+Enter' },
  noShow: { code: 'KeyN', cap: 'N' },
  putBack: { code: 'KeyB', cap: 'B' },
  hold: { code: 'KeyH', cap: 'H' },
  transfer: { code: 'KeyT', cap: 'T' },
  pause: { code: 'KeyP', cap: 'P' },
  resume: { code: 'KeyP', cap: 'P' },
  undo: { code: 'KeyZ', cap: 'Z' },
  help: { code: 'KeyG', cap: 'G' },
  endHelp: { code: 'KeyG', cap: 'G' },
  answerHelp: { code: 'KeyA', cap: 'A' },
  call: { code: 'Slash', cap: '/' },
  takeUp: { code: 'KeyJ', cap: 'J' },
  reinstate: { code: 'KeyK', cap: 'K' },
  addService: { code: 'KeyM', cap: 'M' },
  priority: { code: 'KeyU', cap: 'U' },
  cancel: { code: 'KeyX', cap: 'X' },
  open: { code: 'KeyO', cap: 'O' },
  takeOver: { code: 'KeyO', cap: 'O' },
  close: { code: 'KeyC', cap: 'C' },
  swap: { code: 'KeyQ', cap: 'Q' },
  keys: { code: 'Slash', shift: true, cap: '?' },
} as const satisfies Record<KeyAction, KeyRow>;

/** The keypad of a desk has its own Enter and slash. */
const sameKey: Readonly<Record<string, string>> = { NumpadEnter: 'Enter', NumpadDivide: 'Slash' };

export interface KeyPress {
  readonly code: string;
  readonly repeat: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/** Actions that a key stands for; empty for a held key, a browser's shortcut and a syllable being composed. */
export function actionsOf(press: KeyPress): KeyAction[] {
  if (press.repeat || press.ctrlKey || press.altKey || press.metaKey || press.isComposing) return [];
  const code = sameKey[press.code] ?? press.code;
  const rows = Object.entries(keyTable) as [KeyAction, KeyRow][];
  return rows
    .filter(([, row]) => row.code === code && (row.shift ?? false) === press.shiftKey)
    .map(([action]) => action);
}
