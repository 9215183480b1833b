import { CellFault } from './import-kind.ts';

/** A text of at most so many letters. @throws CellFault */
export function textCell(text: string, most: number): string {
  if (text.length > most) throw new CellFault('too_long', String(most));
  return text;
}

/** A code, in capital letters. @throws CellFault */
export function codeCell(text: string): string {
  const code = text.toUpperCase();
  if (!/^[A-Z0-9][A-Z0-9_:.-]{0,63}$/.test(code)) throw new CellFault('bad_code', text);
  return code;
}

/** A number within bounds, both included. @throws CellFault */
export function numberCell(text: string, least: number, most: number, { whole = true } = {}): number {
  const number = Number(text.replaceAll(',', ''));
  if (text === '' || !Number.isFinite(number)) throw new CellFault('not_a_number', text);
  if (whole && !Number.isInteger(number)) throw new CellFault('not_whole', text);
  if (number < least || number > most) throw new CellFault('out_of_range', `${least}–${most}`);
  return number;
}

/** One of a few, by any of its names. @throws CellFault */
export function choiceCell<T extends string>(text: string, choices: Readonly<Record<T, readonly string[]>>): T {
  const plain = (name: string) => name.replaceAll(/[\s·,/]+/g, '').toLowerCase();
  const all = Object.entries<readonly string[]>(choices) as [T, readonly string[]][];
  const found = all.find(([key, names]) => [key, ...names].some((name) => plain(name) === plain(text)));
  if (!found) throw new CellFault('bad_choice', all.map(([key, [name]]) => name ?? key).join(', '));
  return found[0];
}
