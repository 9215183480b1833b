/** Wrong PINs in a row until only the password helps. */
export const pinTries = 5;
/** A session begun by a PIN is over after so long. */
export const pinSessionMs = 12 * 3_600_000;

const runs = ['01234567890123456789', '98765432109876543210'];
/** Keys that lie in a line on a keypad. */
const strokes = new Set([
  '147258',
  '258369',
  '369258',
  '258147',
  '159357',
  '357159',
  '159753',
  '753159',
  '147369',
  '741852',
]);

/** True for six digits that are tried first: one digit, runs, repetitions, strokes on the keypad, dates of birth. */
export function isWeakPin(pin: string): boolean {
  const repeats = /^(\d{1,3})\1+$/.test(pin);
  return repeats || new Set(pin).size < 3 || runs.some((run) => run.includes(pin)) || strokes.has(pin) || isDate(pin);
}

/** yyMMdd, as Koreans write a date of birth; and ddMMyy, MMddyy. */
function isDate(pin: string): boolean {
  const [first = 0, second = 0, third = 0] = (pin.match(/\d\d/g) ?? []).map(Number);
  return isDay(second, third) || isDay(second, first) || isDay(first, second);
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
}
