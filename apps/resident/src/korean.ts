/** Digits and Latin letters as they are read in Korean: those that end in a consonant (영 일 삼 육 칠 팔; 엘 엠 엔 알). */
const closedEnds = /[013678lmnr]$/i;

/**
 * A Korean noun with its subject particle: "여권 접수가", "가족관계등록이". Brackets and marks at the end do not count.
 * A noun that ends in anything but Hangul, a digit or a Latin letter gets "이(가)".
 */
export function withSubject(noun: string): string {
  const end = noun.replace(/\([^)]*\)$/, '').replace(/[^\p{L}\p{N}]+$/u, '');
  const code = end.charCodeAt(end.length - 1);
  if (code >= 0xac00 && code <= 0xd7a3) return noun + ((code - 0xac00) % 28 === 0 ? '가' : '이');
  if (/[0-9a-z]$/i.test(end)) return noun + (closedEnds.test(end) ? '이' : '가');
  return `${noun}이(가)`;
}
