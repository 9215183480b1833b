import {
  languages,
  type CertificateField,
  type LocalText,
  type UnmannedKioskCondition,
  type UnmannedKioskHelp,
  type UnmannedKioskKind,
} from '@sunbeon/contract';
import { certificateNames } from '@sunbeon/contract/catalogue/certificates';
import { choiceCell, codeCell, numberCell, textCell } from '../platform/imports/cells.ts';
import { CellFault, type Column } from '../platform/imports/import-kind.ts';
import { hoursOf, hoursText } from './hours-cell.ts';
import type { UnmannedKioskFields } from './unmanned-kiosks.reader.ts';

/** A machine of a table: its code, and what is said of it. */
export interface UnmannedKioskThing extends UnmannedKioskFields {
  readonly code: string;
}
type MachineColumn = Column<UnmannedKioskThing>;

const languageNames = { ko: '한국어', en: '영어', zh: '중국어', ja: '일본어', vi: '베트남어' } as const;
const kindNames = { general: ['일반'], court: ['법원', '법원전용'] } as const satisfies Record<
  UnmannedKioskKind,
  string[]
>;
const conditionNames = {
  working: ['정상'],
  out_of_order: ['고장'],
  no_paper: ['용지 없음'],
  maintenance: ['점검 중'],
} as const satisfies Record<UnmannedKioskCondition, string[]>;
const helpNames = {
  wheelchair: ['휠체어'],
  voice: ['음성 안내'],
  braille: ['점자'],
  large_text: ['화면 확대'],
  earphone: ['이어폰'],
} as const satisfies Record<UnmannedKioskHelp, string[]>;
const fieldNames = Object.fromEntries(
  Object.entries(certificateNames).map(([field, { ko }]) => [field, [ko]]),
) as unknown as Record<CertificateField, string[]>;
const yesNo = { yes: ['예', 'O', 'Y'], no: ['아니요', 'X', 'N'] } as const;

export const blankUnmannedKiosk: UnmannedKioskThing = {
  code: '',
  office: null,
  kind: 'general',
  place: { ko: '' },
  address: '',
  hours: { allDay: true, week: {}, onHolidays: true },
  certificates: [],
  certificateKinds: null,
  condition: 'working',
  conditionNote: null,
  accessibility: [],
  fee: null,
  mapUrl: null,
};

export const machineCodeColumn: MachineColumn = {
  head: '관리번호',
  also: ['코드', 'code'],
  required: true,
  show: ({ code }) => code,
  set: (machine, text) => ({ ...machine, code: codeCell(text) }),
};

/** All but the code, in the order of the template. @param offices slug and Korean name of each office */
export function machineColumns(offices: readonly { slug: string; name: LocalText }[]): MachineColumn[] {
  return [
    ...languages.map(placeColumn),
    text('주소', ['address'], 'address', 300),
    officeColumn(offices),
    choice('구분', ['kind'], 'kind', kindNames),
    hoursColumn,
    holidayColumn,
    choices('발급 분야', ['certificates'], 'certificates', fieldNames),
    kindsColumn,
    choice('상태', ['condition'], 'condition', conditionNames),
    note('상태 안내', ['note'], 'conditionNote'),
    choices('편의 기능', ['accessibility'], 'accessibility', helpNames),
    note('수수료 안내', ['fee'], 'fee'),
    mapColumn,
  ];
}

/** A text in one of its languages; the others stay. */
function withWords(text: LocalText | null, language: keyof LocalText, words: string): LocalText {
  const others = Object.entries(text ?? {}).filter(([other]) => other !== language);
  const told = words === '' ? [] : [[language, textCell(words, 200)]];
  return { ko: '', ...(Object.fromEntries([...others, ...told]) as Partial<LocalText>) };
}

function placeColumn(language: keyof LocalText): MachineColumn {
  return {
    head: language === 'ko' ? '설치 장소' : `설치 장소(${languageNames[language]})`,
    also: language === 'ko' ? ['장소', 'place'] : [],
    required: language === 'ko',
    show: ({ place }) => place[language] ?? '',
    set: (machine, words) => ({ ...machine, place: withWords(machine.place, language, words) }),
  };
}

function text(head: string, also: string[], field: 'address', most: number): MachineColumn {
  return {
    ...{ head, also, required: false },
    show: (machine) => machine[field],
    set: (machine, words) => ({ ...machine, [field]: textCell(words, most) }),
  };
}

/** Korean words; where they are gone, so are those of the other languages. */
function note(head: string, also: string[], field: 'conditionNote' | 'fee'): MachineColumn {
  return {
    ...{ head, also, required: false },
    show: (machine) => machine[field]?.ko ?? '',
    set: (machine, words) => ({ ...machine, [field]: words === '' ? null : withWords(machine[field], 'ko', words) }),
  };
}

function choice<F extends 'kind' | 'condition'>(
  head: string,
  also: string[],
  field: F,
  names: Readonly<Record<UnmannedKioskThing[F], readonly string[]>>,
): MachineColumn {
  return {
    ...{ head, also, required: false },
    show: (machine) => names[machine[field]][0] ?? '',
    set: (machine, words) => ({
      ...machine,
      [field]: words === '' ? blankUnmannedKiosk[field] : choiceCell<UnmannedKioskThing[F]>(words, names),
    }),
  };
}

/** Several of a few, with commas between them. */
function choices<T extends string>(
  head: string,
  also: string[],
  field: 'certificates' | 'accessibility',
  names: Readonly<Record<T, readonly string[]>>,
): MachineColumn {
  return {
    ...{ head, also, required: false },
    show: (machine) => (machine[field] as readonly string[]).map((one) => names[one as T][0] ?? '').join(', '),
    set: (machine, words) => {
      const parts = words.split(/[,;\n]/).filter((part) => part.trim() !== '');
      return { ...machine, [field]: [...new Set(parts.map((part) => choiceCell(part, names)))] };
    },
  };
}

function officeColumn(offices: readonly { slug: string; name: LocalText }[]): MachineColumn {
  const names = Object.fromEntries(offices.map(({ slug, name }) => [slug, [name.ko]]));
  return {
    ...{ head: '민원실', also: ['office'], required: false },
    show: ({ office }) => (office === null ? '' : (names[office]?.[0] ?? office)),
    set: (machine, words) => ({ ...machine, office: words === '' ? null : choiceCell(words, names) }),
  };
}

const hoursColumn: MachineColumn = {
  ...{ head: '운영 시간', also: ['hours'], required: true },
  show: ({ hours }) => hoursText(hours),
  set: (machine, words) => ({ ...machine, hours: hoursOf(words, machine.hours.onHolidays) }),
};

const holidayColumn: MachineColumn = {
  ...{ head: '공휴일 운영', also: ['holidays'], required: true },
  show: ({ hours }) => yesNo[hours.onHolidays ? 'yes' : 'no'][0],
  set: (machine, words) => ({
    ...machine,
    hours: { ...machine.hours, onHolidays: choiceCell(words, yesNo) === 'yes' },
  }),
};

const kindsColumn: MachineColumn = {
  ...{ head: '발급 종류 수', also: ['kinds'], required: false },
  show: ({ certificateKinds }) => (certificateKinds === null ? '' : String(certificateKinds)),
  set: (machine, words) => ({ ...machine, certificateKinds: words === '' ? null : numberCell(words, 1, 500) }),
};

const mapColumn: MachineColumn = {
  ...{ head: '지도 주소', also: ['map'], required: false },
  show: ({ mapUrl }) => mapUrl ?? '',
  set: (machine, words) => {
    if (words !== '' && !/^https:\/\/[^\s<>"']{3,}$/.test(words)) throw new CellFault('bad_link', words);
    return { ...machine, mapUrl: words === '' ? null : textCell(words, 500) };
  },
};
