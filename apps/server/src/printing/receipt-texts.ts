import type { Language } from '@sunbeon/contract';

type Words = Readonly<Record<Language, string>>;

/**
 * Words of the receipt, in signs that printers have: their Chinese signs are those of Korea, the older forms, which readers of
 * Chinese and Japanese know; the spec holds every word to it. Vietnamese loses its accents on paper.
 */
export const receiptTexts = {
  your_number: { ko: '대기번호', en: 'Your number', zh: '等候號碼', ja: 'お待ち番號', vi: 'Số của bạn' },
  people_ahead: {
    ko: '앞에 기다리는 분',
    en: 'People ahead',
    zh: '前面等候',
    ja: '先にお待ちの方',
    vi: 'Số người phía trước',
  },
  people: { ko: '{n}명', en: '{n}', zh: '{n}人', ja: '{n}人', vi: '{n}' },
  wait: { ko: '예상 대기시간', en: 'Expected wait', zh: '預計等候', ja: '待ち時間の目安', vi: 'Thời gian chờ dự kiến' },
  minutes: {
    ko: '{low}~{high}분',
    en: '{low}-{high} min',
    zh: '{low}~{high}分鐘',
    ja: '{low}~{high}分',
    vi: '{low}-{high} phút',
  },
  where: { ko: '가실 곳', en: 'Where to go', zh: '前往', ja: 'ご案內先', vi: 'Nơi đến' },
  follow: {
    ko: '바닥의 {color}을 따라가십시오',
    en: 'Follow the {color} on the floor',
    zh: '請沿地面{color}行走',
    ja: '床の{color}に沿ってお進みください',
    vi: 'Đi theo {color} trên sàn',
  },
  bring: { ko: '준비하실 것', en: 'What to bring', zh: '請準備', ja: 'お持ちいただくもの', vi: 'Cần mang theo' },
  follow_on_phone: {
    ko: '휴대전화로 순번을 확인하실 수 있습니다',
    en: 'Follow your turn on your phone',
    zh: '可用手機査看順序',
    ja: '携帶電話で順番を確認できます',
    vi: 'Xem lượt của bạn trên điện thoại',
  },
  reprinted: { ko: '재발행', en: 'Reprinted', zh: '補發', ja: '再發行', vi: 'In lại' },
  test: { ko: '시험 출력', en: 'Test', zh: '試印', ja: '試し印刷', vi: 'In thử' },
  rehearsal: { ko: '연습', en: 'Rehearsal', zh: '演習', ja: '練習', vi: 'Diễn tập' },
} as const satisfies Readonly<Record<string, Words>>;

/** @param values of {words} in the text */
export function receiptText(
  name: keyof typeof receiptTexts,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text: string = receiptTexts[name][language];
  return text.replace(/\{(\w+)\}/g, (whole, value: string) => String(values[value] ?? whole));
}
