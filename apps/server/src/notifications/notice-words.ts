import { languages, type Language, type LocalText } from '@sunbeon/contract';

/** What notices to residents may name, with examples of usual length. */
export const noticePlaceholders = {
  office: { ko: '종합민원실', en: 'Civil affairs office', zh: '综合民愿室', ja: '総合民願室', vi: 'Phòng hành chính' },
  service: { ko: '여권 접수', en: 'Passport application', zh: '护照申请', ja: '旅券申請', vi: 'Nộp hồ sơ hộ chiếu' },
  number: { ko: '127' },
  counter: { ko: '5' },
  ahead: { ko: '6' },
  wait: { ko: '20–35분', en: '20–35 min', zh: '20–35分钟', ja: '20–35分', vi: '20–35 phút' },
  minutes: { ko: '30' },
  link: { ko: 'https://sunbeon.example/t/Yx3k…' },
} as const satisfies Record<string, LocalText>;
export type NoticePlaceholder = keyof typeof noticePlaceholders;

interface NoticeFacts {
  readonly names: readonly NoticePlaceholder[];
  readonly required: readonly NoticePlaceholder[];
}

/** Notice -> what it may name, and what it must. They are sent from the issue on notices on; until then they are kept. */
export const noticeKinds = {
  ticket_issued: { names: ['office', 'service', 'number', 'ahead', 'wait', 'link'], required: ['number'] },
  turn_near: { names: ['office', 'service', 'number', 'ahead', 'link'], required: ['number'] },
  turn_called: { names: ['office', 'service', 'number', 'counter', 'link'], required: ['number', 'counter'] },
  turn_missed: { names: ['office', 'service', 'number', 'minutes', 'link'], required: ['number'] },
} as const satisfies Record<string, NoticeFacts>;
export type NoticeKind = keyof typeof noticeKinds;

type Texts = Readonly<Record<Language, string>>;
const short: Readonly<Record<NoticeKind, Texts>> = {
  ticket_issued: {
    ko: '[{office}] {service} 대기번호 {number}번, 앞에 {ahead}명 계십니다.',
    en: '[{office}] Your number is {number} ({service}), {ahead} ahead of you.',
    zh: '[{office}] {service} 您的号码是{number}号，前面还有{ahead}人。',
    ja: '[{office}] {service} 番号{number}番、前に{ahead}人お待ちです。',
    vi: '[{office}] {service}: số của bạn là {number}, còn {ahead} người phía trước.',
  },
  turn_near: {
    ko: '[{office}] 대기번호 {number}번, 앞에 {ahead}명 남았습니다. 민원실에서 기다려 주십시오.',
    en: '[{office}] Number {number}: {ahead} ahead of you. Please wait in the office.',
    zh: '[{office}] {number}号，前面还有{ahead}人，请到大厅等候。',
    ja: '[{office}] {number}番、あと{ahead}人です。窓口でお待ちください。',
    vi: '[{office}] Số {number}: còn {ahead} người. Vui lòng chờ tại phòng.',
  },
  turn_called: {
    ko: '[{office}] 대기번호 {number}번, {counter}번 창구로 오십시오.',
    en: '[{office}] Number {number}, please come to counter {counter}.',
    zh: '[{office}] {number}号，请到{counter}号窗口。',
    ja: '[{office}] {number}番の方、{counter}番窓口へお越しください。',
    vi: '[{office}] Số {number}, mời đến quầy {counter}.',
  },
  turn_missed: {
    ko: '[{office}] {number}번을 불렀으나 계시지 않았습니다. {minutes}분 안에 창구에 말씀해 주십시오.',
    en: '[{office}] Number {number} was called and you were away. Tell us within {minutes} minutes.',
    zh: '[{office}] 已叫{number}号但您不在，请在{minutes}分钟内告知窗口。',
    ja: '[{office}] {number}番をお呼びしましたがご不在でした。{minutes}分以内に窓口へお申し出ください。',
    vi: '[{office}] Đã gọi số {number} nhưng bạn vắng mặt. Hãy báo quầy trong {minutes} phút.',
  },
};

/** Below the sentence of a messenger's notice: where to see one's turn. */
const follow: Texts = {
  ko: '내 순번 보기: {link}',
  en: 'Follow your turn: {link}',
  zh: '查看我的排队情况：{link}',
  ja: '自分の順番を見る：{link}',
  vi: 'Xem lượt của tôi: {link}',
};

interface NoticeWords {
  readonly sms: string;
  readonly alimtalk: string;
}

/** A notice in our own words. zh, ja and vi have had no native reader. */
export function noticeWords(kind: NoticeKind): Readonly<Record<Language, NoticeWords>> {
  const wordsIn = (language: Language): NoticeWords => {
    const sentence = short[kind][language];
    return { sms: sentence, alimtalk: `${sentence}\n\n${follow[language]}` };
  };
  return Object.fromEntries(languages.map((one) => [one, wordsIn(one)])) as Record<Language, NoticeWords>;
}
