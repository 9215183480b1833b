import type { LimitUse } from '@sunbeon/contract';
import { localTime } from '@sunbeon/domain';
import type { Letter } from '../platform/mail/letter.ts';

/** A letter without its reader. */
export type Text = Omit<Letter, 'to'>;
type Language = 'ko' | 'en';

/** Both languages in one letter, the reader's own first. */
function letter(language: Language, ko: Text, en: Text): Text {
  const [first, second] = language === 'ko' ? [ko, en] : [en, ko];
  return { subject: first.subject, text: `${first.text}\n\n----------\n\n${second.text}\n` };
}

const lines = (...parts: readonly string[]): string => parts.join('\n');
const sender = { ko: '순번(Sunbeon) 드림', en: 'Sunbeon' };

/** 2026-11-24 04:00, in the tenant's zone. */
export function localDay(at: number, zone: string): string {
  const { date, minuteOfDay } = localTime(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

export function confirmLetter(language: Language, { name, link }: { name: string; link: string }): Text {
  return letter(
    language,
    {
      subject: '[순번] 전자우편 주소를 확인해 주십시오',
      text: lines(
        `${name} 이름으로 순번(민원실 순번대기·대기현황) 이용을 신청하셨습니다.`,
        '아래 주소를 열어 전자우편을 확인하고 비밀번호를 정해 주십시오.',
        '',
        link,
        '',
        '이 주소는 24시간 동안 한 번만 쓸 수 있습니다.',
        '신청하신 적이 없다면 이 편지를 버리시면 됩니다. 확인하지 않은 신청은 7일 뒤에 지웁니다.',
        '',
        sender.ko,
      ),
    },
    {
      subject: '[Sunbeon] Please confirm your e-mail address',
      text: lines(
        `Somebody signed up for Sunbeon in the name of ${name}.`,
        'Open this address to confirm your e-mail and to choose a password:',
        '',
        link,
        '',
        'It works once, within 24 hours.',
        'If it was not you, do nothing: a sign-up that is not confirmed is deleted after 7 days.',
        '',
        sender.en,
      ),
    },
  );
}

/** To somebody whose e-mail belongs to an account already. The page said the same as to everybody. */
export function knownLetter(language: Language, links: { login: string; forgot: string }): Text {
  return letter(
    language,
    {
      subject: '[순번] 이미 등록된 전자우편 주소입니다',
      text: lines(
        '이 전자우편 주소로 순번 이용 신청이 들어왔습니다. 그런데 이 주소는 이미 순번의 담당자 계정으로 쓰고 있어 새로 신청할 수 없습니다.',
        '',
        `로그인: ${links.login}`,
        `비밀번호를 잊으셨다면: ${links.forgot}`,
        '',
        '다른 기관을 새로 신청하려면 다른 전자우편 주소를 써 주십시오.',
        '신청하신 적이 없다면 이 편지를 버리시면 됩니다.',
        '',
        sender.ko,
      ),
    },
    {
      subject: '[Sunbeon] This e-mail address has an account already',
      text: lines(
        'Somebody signed up for Sunbeon with this e-mail address. It belongs to an account already and cannot be used again.',
        '',
        `Log in: ${links.login}`,
        `Forgot the password: ${links.forgot}`,
        '',
        'To sign another institution up, use another address. If it was not you, do nothing.',
        '',
        sender.en,
      ),
    },
  );
}

/** To the operators: somebody waits for a yes. */
export function applicationLetter(tenant: { name: string; slug: string; area: string; link: string }): Text {
  return {
    subject: `[순번] 이용 신청: ${tenant.name}`,
    text: lines(
      '새 이용 신청이 승인을 기다립니다.',
      '',
      `기관명: ${tenant.name}`,
      `주소(slug): ${tenant.slug}`,
      `행정기관: ${tenant.area}`,
      '',
      `콘솔에서 확인하고 승인하거나 거절해 주십시오: ${tenant.link}`,
      '',
      sender.ko,
    ),
  };
}

interface LifeNews {
  readonly name: string;
  readonly reason: string | null;
  /** When it takes effect, or when the trial ends, in words. */
  readonly at: string | null;
  readonly link: string;
}

type News = (news: LifeNews) => [ko: Text, en: Text];

const reasonKo = ({ reason }: LifeNews) => (reason === null ? [] : ['', `사유: ${reason}`]);
const reasonEn = ({ reason }: LifeNews) => (reason === null ? [] : ['', `Reason: ${reason}`]);

const news = {
  approved: (one) => [
    {
      subject: `[순번] ${one.name}의 이용 신청이 승인되었습니다`,
      text: lines(
        `${one.name}의 이용 신청이 승인되어 시범 이용을 시작합니다. 시범 이용은 ${one.at}까지입니다.`,
        '지금부터 민원실의 대기현황이 누구에게나 보입니다.',
        '',
        one.link,
        '',
        sender.ko,
      ),
    },
    {
      subject: `[Sunbeon] ${one.name} was approved`,
      text: lines(
        `The application of ${one.name} was approved; the trial lasts until ${one.at}.`,
        'From now on its waits are public.',
        '',
        one.link,
        '',
        sender.en,
      ),
    },
  ],
  refused: (one) => [
    {
      subject: `[순번] ${one.name}의 이용 신청을 받아들이지 못했습니다`,
      text: lines(
        `${one.name}의 이용 신청을 받아들이지 못했습니다.`,
        ...reasonKo(one),
        '',
        '다시 신청하시려면 운영자에게 문의해 주십시오.',
        '',
        sender.ko,
      ),
    },
    {
      subject: `[Sunbeon] ${one.name} was not approved`,
      text: lines(`The application of ${one.name} was not approved.`, ...reasonEn(one), '', sender.en),
    },
  ],
  resting_later: (one) => [
    {
      subject: `[순번] ${one.name}의 이용이 ${one.at}에 정지됩니다`,
      text: lines(
        `${one.name}의 이용이 ${one.at}에 정지됩니다. 열려 있는 민원실은 그날 업무를 끝까지 할 수 있습니다.`,
        ...reasonKo(one),
        '',
        '계속 이용하시려면 그 전에 운영자에게 문의해 주십시오.',
        '',
        sender.ko,
      ),
    },
    {
      subject: `[Sunbeon] ${one.name} will be suspended at ${one.at}`,
      text: lines(
        `${one.name} will be suspended at ${one.at}. Open halls finish their day.`,
        ...reasonEn(one),
        '',
        sender.en,
      ),
    },
  ],
  suspended: (one) => [
    {
      subject: `[순번] ${one.name}의 이용이 정지되었습니다`,
      text: lines(
        `${one.name}의 이용이 정지되었습니다. 관리자는 로그인하여 자료를 살펴보고 내려받을 수 있습니다.`,
        ...reasonKo(one),
        '',
        '다시 이용하시려면 운영자에게 문의해 주십시오.',
        '',
        sender.ko,
      ),
    },
    {
      subject: `[Sunbeon] ${one.name} is suspended`,
      text: lines(
        `${one.name} is suspended. Owners may log in and look after their data.`,
        ...reasonEn(one),
        '',
        sender.en,
      ),
    },
  ],
  serving: (one) => [
    {
      subject: `[순번] ${one.name}을(를) 계속 이용하실 수 있습니다`,
      text: lines(
        `${one.name}의 순번 서비스를 이용하실 수 있습니다.`,
        ...(one.at === null ? [] : [`시범 이용은 ${one.at}까지입니다.`]),
        '',
        one.link,
        '',
        sender.ko,
      ),
    },
    {
      subject: `[Sunbeon] ${one.name} is served`,
      text: lines(
        `${one.name} is served.`,
        ...(one.at === null ? [] : [`The trial lasts until ${one.at}.`]),
        '',
        one.link,
        '',
        sender.en,
      ),
    },
  ],
  closing_later: (one) => [
    {
      subject: `[순번] ${one.name}의 이용이 ${one.at}에 끝납니다`,
      text: lines(
        `${one.name}의 이용이 ${one.at}에 끝납니다. 열려 있는 민원실은 그날 업무를 끝까지 할 수 있습니다.`,
        '필요한 자료는 그 전에 내려받아 주십시오.',
        ...reasonKo(one),
        '',
        sender.ko,
      ),
    },
    {
      subject: `[Sunbeon] ${one.name} will be closed at ${one.at}`,
      text: lines(
        `${one.name} will be closed at ${one.at}. Open halls finish their day. Please take your data out before.`,
        ...reasonEn(one),
        '',
        sender.en,
      ),
    },
  ],
  closed: (one) => [
    {
      subject: `[순번] ${one.name}의 이용이 끝났습니다`,
      text: lines(`${one.name}의 이용이 끝났습니다.`, ...reasonKo(one), '', sender.ko),
    },
    {
      subject: `[Sunbeon] ${one.name} is closed`,
      text: lines(`${one.name} is closed.`, ...reasonEn(one), '', sender.en),
    },
  ],
} as const satisfies Record<string, News>;

export type LifeNewsKind = keyof typeof news;

/** What happened to the tenant, to its owners. */
export function lifeLetter(kind: LifeNewsKind, one: LifeNews, language: Language = 'ko'): Text {
  return letter(language, ...news[kind](one));
}

/** To the owners, before their trial ends. @param days that are left, begun ones included */
export function trialLetter(
  language: Language,
  { name, at, days, link }: { name: string; at: string; days: number; link: string },
): Text {
  return letter(
    language,
    {
      subject: `[순번] ${name}의 시범 이용 기간이 ${days}일 남았습니다`,
      text: lines(
        `${name}의 시범 이용 기간이 ${at}에 끝납니다. (남은 기간: ${days}일)`,
        '기간이 끝나면 그날 민원실 업무를 마친 뒤 이용이 정지됩니다. 이용이 정지되어도 자료는 그대로 보관되며, 관리자는 로그인하여 내려받을 수 있습니다.',
        '계속 이용하시려면 기간이 끝나기 전에 운영자에게 정식 이용이나 기간 연장을 문의해 주십시오.',
        '',
        `관리 화면: ${link}`,
        '',
        sender.ko,
      ),
    },
    {
      subject: `[Sunbeon] The trial of ${name} ends in ${days} day${days === 1 ? '' : 's'}`,
      text: lines(
        `The trial of ${name} ends at ${at}.`,
        'Its halls finish that day and are suspended then. Nothing is deleted; owners may still log in and take their data out.',
        'To go on, please ask the operator for a plan or for more time before.',
        '',
        `Console: ${link}`,
        '',
        sender.en,
      ),
    },
  );
}

/** More tickets on a day than the plan has: to the owners, once a day; and to the operators. */
export function excessLetter(name: string, day: string, { value, used }: LimitUse): Text {
  return letter(
    'ko',
    {
      subject: `[순번] ${name}: ${day} 번호표가 요금제 한도를 넘었습니다`,
      text: lines(
        `${name}에서 ${day}에 발급한 번호표가 ${used}장으로, 요금제의 하루 한도 ${value}장을 넘었습니다.`,
        '번호표 발급은 멈추지 않습니다. 이런 날이 잦으면 운영자에게 한도 변경을 문의해 주십시오.',
        '',
        sender.ko,
      ),
    },
    {
      subject: `[Sunbeon] ${name}: more tickets on ${day} than the plan has`,
      text: lines(
        `On ${day} ${name} gave out ${used} tickets; its plan has ${value} a day.`,
        'Nothing stops. If it happens often, please ask the operator for a larger plan.',
        '',
        sender.en,
      ),
    },
  );
}
