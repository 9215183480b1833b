import type { Language } from '../basics.ts';
import { serviceCatalogue } from './catalogue.ts';

export type VisitorWords = Partial<Record<Language, readonly string[]>>;

/**
 * What visitors call a service of the catalogue, or want of it, beside its names. Unlike the aliases, by which tables of others
 * are understood, a word may stand at several services: whoever looks for 인감 is shown every one that gives it out.
 */
const words: Readonly<Record<string, VisitorWords>> = {
  CERTIFICATES: {
    ko: [
      '등본',
      '초본',
      '인감증명서',
      '가족관계증명서',
      '토지대장',
      '건축물대장',
      '납세증명서',
      '출입국사실증명',
      '병적증명서',
    ],
    en: ['family certificate', 'seal certificate', 'tax certificate'],
  },
  SEAL_CERTIFICATE: { ko: ['도장', '인감도장', '인감 변경'], en: ['signature certificate'] },
  ANYWHERE_DOCUMENTS: { ko: ['다른 기관 서류', '졸업증명서', '성적증명서'], en: ['school certificate'] },
  FAMILY_REGISTER: {
    ko: ['출생신고', '사망신고', '혼인신고', '결혼', '이혼신고', '입양', '기본증명서', '혼인관계증명서', '제적등본'],
    en: ['birth', 'death', 'marriage', 'divorce', 'adoption'],
    zh: ['出生', '结婚', '离婚'],
    ja: ['出生', '結婚', '離婚'],
    vi: ['khai sinh', 'kết hôn', 'ly hôn'],
  },
  MOVE_IN: {
    ko: ['이사', '주소 변경', '전입세대확인서', '확정일자', '세대주 변경'],
    en: ['moving', 'change of address'],
    zh: ['搬家'],
    ja: ['引っ越し'],
    vi: ['chuyển nhà'],
  },
  MARRIAGE_MOVE_IN: { ko: ['결혼', '신혼부부'], en: ['wedding'], zh: ['结婚'], ja: ['結婚'], vi: ['kết hôn'] },
  NAME_CHANGE: { ko: ['이름 바꾸기'], en: ['new name'] },
  RESIDENT_REGISTER: { ko: ['주민등록번호 변경', '말소', '재등록'], en: ['resident number'] },
  ID_CARD: { ko: ['민증', '신분증', '분실신고'], en: ['identity card', 'lost card'] },
  PASSPORT_APPLY: { ko: ['여권 재발급', '여권 갱신', '전자여권', '해외여행'], en: ['renewal', 'travel'] },
  PASSPORT_COLLECT: { ko: ['여권 받기'], en: ['pick up'] },
  DRIVING_PERMIT: {
    ko: ['운전면허', '해외 운전'],
    en: ['driving licence', 'driver’s license'],
    zh: ['驾照'],
    ja: ['免許'],
    vi: ['bằng lái xe'],
  },
  PERMIT_FOOD_HYGIENE: {
    ko: ['영업신고', '음식점', '식당', '카페', '휴게음식점', '일반음식점', '미용실', '이용업', '숙박업', '집단급식소'],
    en: ['restaurant', 'cafe', 'hair salon', 'food business'],
    zh: ['餐厅', '美容'],
    ja: ['飲食店', '美容'],
    vi: ['nhà hàng', 'làm tóc'],
  },
  PERMIT_TOURISM_SPORTS: {
    ko: ['여행업', '체육시설', '헬스장', '당구장', '출판사 신고', '인쇄사 신고'],
    en: ['travel agency', 'gym', 'publishing', 'printing'],
  },
  PERMIT_FACTORY: { ko: ['공장', '담배', '지식산업센터'], en: ['factory', 'tobacco'] },
  GENERAL_RECEIPT: { ko: ['민원 신청', '진정서', '건의'], en: ['complaint', 'petition'] },
  TAX_CERTIFICATES: {
    ko: ['세금', '재산세', '자동차세', '취득세', '납세증명서'],
    en: ['tax'],
    zh: ['税'],
    ja: ['税金'],
    vi: ['thuế'],
  },
  VEHICLE_REGISTER: {
    ko: ['자동차', '이전등록', '번호판', '폐차'],
    en: ['car', 'number plate'],
    zh: ['汽车'],
    ja: ['自動車'],
    vi: ['ô tô'],
  },
  LAND_REGISTER: { ko: ['건축물대장', '지적도', '공시지가', '땅'], en: ['land', 'building'] },
  WELFARE: { ko: ['기초생활수급', '기초연금', '장애인 등록', '양육수당'], en: ['pension', 'benefits', 'disability'] },
  BIRTH_DEATH: { ko: ['아기', '출산', '장례'], en: ['baby', 'funeral'] },
  FOREIGN_RESIDENT: {
    ko: ['거소신고', '외국인등록'],
    en: ['foreigner', 'alien registration'],
    zh: ['外国人'],
    ja: ['外国人'],
    vi: ['người nước ngoài'],
  },
  BULKY_WASTE: { ko: ['쓰레기', '가구 버리기'], en: ['furniture', 'rubbish'] },
};

const aliases = new Map(serviceCatalogue.map((service) => [service.code, service.aliases]));

/** Words by which a kiosk finds a service, by its code; none for a service of the office's own. */
export function visitorWords(code: string): VisitorWords {
  const { ko = [], ...others } = words[code] ?? {};
  const korean = [...new Set([...ko, ...(aliases.get(code) ?? [])])];
  return korean.length === 0 ? {} : { ko: korean, ...others };
}

/** Codes that have words of their own, for the test that each is a service. */
export const codesWithWords: readonly string[] = Object.keys(words);
