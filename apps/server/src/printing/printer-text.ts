import type { Language, LocalText } from '@sunbeon/contract';
import iconv from 'iconv-lite';

/** What stands where a character cannot be printed: the geta mark, in which everybody sees that something is missing. */
export const missing = '〓';

/** Signs that printers have under another code, or print as another sign: a Korean printer shows ₩ for \, and knows no ー. */
const alike: Readonly<Record<string, string>> = {
  '\\': '＼',
  '₩': '￦',
  '¥': '￥',
  '–': '-',
  '—': '―',
  '•': '·',
  ー: '―',
  đ: 'd',
  Đ: 'D',
  '€': 'EUR',
};

/**
 * The text as the printer can have it, in one line: what has no sign in CP949 loses its accents ("Số" becomes "So"), or is
 * replaced visibly. Control characters never get through: no text of a tenant can command the printer.
 */
export function printable(text: string): string {
  const plain = text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ');
  const clusters = Array.from(
    new Intl.Segmenter('ko', { granularity: 'grapheme' }).segment(plain),
    (one) => one.segment,
  );
  return clusters.map(printableCluster).join('');
}

/**
 * The text in the visitor's language where the printer has all of its signs, else in English, else in Korean: a line with
 * holes in it helps nobody.
 */
export function printableIn(text: LocalText, language: Language): string {
  const choices = [text[language], text.en, text.ko].filter((one) => one !== undefined && one !== '');
  const printed = choices.map((one) => printable(one ?? ''));
  return printed.find((one) => !one.includes(missing)) ?? printable(text.ko);
}

/** Bytes of a printable text: ASCII from 20 to 7E, and pairs of CP949. */
export function encodeText(text: string): Uint8Array {
  return iconv.encode(text, 'cp949');
}

/** Columns that a printable text takes: signs of two bytes are twice as wide. */
export function columnsOf(text: string): number {
  return encodeText(text).length;
}

function printableCluster(cluster: string): string {
  if (isKnown(cluster)) return alike[cluster] ?? cluster;
  const replaced = alike[cluster];
  if (replaced !== undefined) return replaced;
  const base = cluster
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .normalize('NFC');
  const signs = Array.from(base, (sign) => alike[sign] ?? sign).join('');
  if (signs === '') return '';
  return isKnown(signs) ? signs : missing;
}

const known = new Map<string, boolean>();

/** Both ways alike: what the encoder only guesses at is not known. Signs outside of Hangul's pairs are ASCII. */
function isKnown(signs: string): boolean {
  return Array.from(signs).every((sign) => {
    const before = known.get(sign);
    if (before !== undefined) return before;
    const bytes = encodeText(sign);
    const [first = 0, second = 0] = bytes;
    const fits = bytes.length === 1 ? first >= 0x20 && first <= 0x7e : first >= 0x81 && first <= 0xfe && second >= 0x41;
    const isIt = fits && iconv.decode(Buffer.from(bytes), 'cp949') === sign;
    known.set(sign, isIt);
    return isIt;
  });
}
