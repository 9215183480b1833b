/** What people in Korea begin to type; it can be erased. */
export const phoneStart = '010';
const longest = 11;

/** The digits after one more key; what would be too long is not taken. */
export function withDigit(digits: string, digit: string): string {
  return /^\d$/.test(digit) && digits.length < longest ? digits + digit : digits;
}

/** A Korean mobile number is complete: 010 with eight digits, or one of the old prefixes with seven or eight. */
export function isComplete(digits: string): boolean {
  return /^(?:010\d{8}|01[16789]\d{7,8})$/.test(digits);
}

/** 01012345678 -> 010-1234-5678, also while it is being typed. */
export function grouped(digits: string): string {
  const middle = digits.length === 10 && !digits.startsWith('010') ? 6 : 7;
  return [digits.slice(0, 3), digits.slice(3, middle), digits.slice(middle)].filter((part) => part !== '').join('-');
}
