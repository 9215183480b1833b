const digits = ['', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
const places = ['', '십', '백', '천'];
const myriads = ['', '만', '억', '조'];
const letters: Readonly<Record<string, string>> = {
  A: '에이',
  B: '비',
  C: '시',
  D: '디',
  E: '이',
  F: '에프',
  G: '지',
  H: '에이치',
  I: '아이',
  J: '제이',
  K: '케이',
  L: '엘',
  M: '엠',
  N: '엔',
  O: '오',
  P: '피',
  Q: '큐',
  R: '아르',
  S: '에스',
  T: '티',
  U: '유',
  V: '브이',
  W: '더블유',
  X: '엑스',
  Y: '와이',
  Z: '제트',
};

/**
 * A label of a ticket or counter as it is read aloud in Korean: Sino-Korean whole numbers, letters by name.
 * "117" -> "백십칠", "A38" -> "에이 삼십팔", "007" -> "공공칠", "0" -> "영". What is neither letter nor digit is a pause.
 */
export function readNumber(label: string): string {
  const parts = label.toUpperCase().match(/[A-Z]|\d+/g) ?? [];
  return parts.map((part) => letters[part] ?? readDigits(part)).join(' ');
}

/** Leading zeros belong to the label and are read one by one. */
function readDigits(text: string): string {
  if (text.startsWith('0') && text.length > 1) return [...text].map((digit) => digits[Number(digit)] || '공').join('');
  return text.length > 16 ? [...text].map((digit) => digits[Number(digit)] || '공').join('') : readWhole(BigInt(text));
}

/** Sino-Korean reading of a whole number below 10^16; 일 is left out before 십, 백, 천 and a leading 만. */
function readWhole(value: bigint): string {
  if (value === 0n) return '영';
  let reading = '';
  for (let rest = value, rank = 0; rest > 0n; rest /= 10_000n, rank += 1) {
    const group = Number(rest % 10_000n);
    if (group === 0) continue;
    const bare = group === 1 && rank === 1 && rest < 10_000n;
    reading = (bare ? '' : readGroup(group)) + (myriads[rank] ?? '') + reading;
  }
  return reading;
}

function readGroup(group: number): string {
  return [...String(group)]
    .map((digit, index, all) => {
      const place = all.length - 1 - index;
      if (digit === '0') return '';
      return (digit === '1' && place > 0 ? '' : (digits[Number(digit)] ?? '')) + (places[place] ?? '');
    })
    .join('');
}
