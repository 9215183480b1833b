import type { LocalText, ServiceTemplate } from '@sunbeon/contract';
import { choiceCell, codeCell, numberCell, textCell } from '../platform/imports/cells.ts';
import { CellFault, type Column } from '../platform/imports/import-kind.ts';
import type { WholeOffice } from './whole-office.ts';

type ServiceColumn = Column<ServiceTemplate>;

/** As the schema of a service has it. */
const MOST = { name: 200, number: 9_999, target: 240, limit: 600, quota: 99_999, documents: 20 } as const;

export const blankService: ServiceTemplate = {
  code: '',
  name: { ko: '' },
  group: '',
  numbers: { prefix: '', from: 0, to: 0 },
  targetMinutes: 5,
  limitMinutes: 30,
  documents: [],
  issuing: [],
  addOns: [],
  steps: [],
  atKiosk: true,
};

export const serviceCodeColumn: ServiceColumn = {
  head: '업무코드',
  also: ['코드', 'code'],
  required: true,
  show: ({ code }) => code,
  set: (service, text) => ({ ...service, code: codeCell(text) }),
};

/** All but the code, in the order of the template. Steps, add-ons, windows and guides are left as they are. */
export function serviceColumns(groups: WholeOffice['settings']['groups']): ServiceColumn[] {
  return [
    nameColumn('업무명', 'ko', ['업무명(한국어)', 'name']),
    nameColumn('업무명(영어)', 'en', ['english']),
    nameColumn('업무명(중국어)', 'zh', ['chinese']),
    nameColumn('업무명(일본어)', 'ja', ['japanese']),
    nameColumn('업무명(베트남어)', 'vi', ['vietnamese']),
    groupColumn(groups),
    ...numberColumns,
    ...minuteColumns,
    quotaColumn,
    kioskColumn,
    documentsColumn,
  ];
}

function nameColumn(head: string, language: keyof LocalText, also: readonly string[]): ServiceColumn {
  return {
    head,
    also,
    required: language === 'ko',
    show: ({ name }) => name[language] ?? '',
    set: (service, text) => {
      const others = Object.entries(service.name).filter(([other]) => other !== language);
      const told = text === '' ? [] : [[language, textCell(text, MOST.name)]];
      return { ...service, name: { ko: '', ...(Object.fromEntries([...others, ...told]) as Partial<LocalText>) } };
    },
  };
}

function groupColumn(groups: WholeOffice['settings']['groups']): ServiceColumn {
  const choices = Object.fromEntries(groups.map(({ code, name }) => [code, [name.ko, name.en ?? name.ko]]));
  return {
    head: '분류',
    also: ['그룹', 'group'],
    required: true,
    show: ({ group }) => groups.find(({ code }) => code === group)?.name.ko ?? group,
    set: (service, text) => ({ ...service, group: choiceCell(text, choices) }),
  };
}

const numberColumns: readonly ServiceColumn[] = [
  {
    head: '번호 앞글자',
    also: ['prefix'],
    required: false,
    show: ({ numbers }) => numbers.prefix,
    set: (service, text) => {
      const prefix = text.toUpperCase();
      if (!/^[A-Z]{0,2}$/.test(prefix)) throw new CellFault('bad_choice', 'A–ZZ');
      return { ...service, numbers: { ...service.numbers, prefix } };
    },
  },
  {
    head: '시작번호',
    also: ['from'],
    required: true,
    show: ({ numbers }) => String(numbers.from),
    set: (service, text) => withNumbers(service, { from: numberCell(text, 1, MOST.number) }),
  },
  {
    head: '끝번호',
    also: ['to'],
    required: true,
    show: ({ numbers }) => String(numbers.to),
    set: (service, text) => {
      const to = numberCell(text, 1, MOST.number);
      if (to < service.numbers.from) throw new CellFault('range_order', `${service.numbers.from}–${to}`);
      return withNumbers(service, { to });
    },
  },
];

const withNumbers = (service: ServiceTemplate, change: Partial<ServiceTemplate['numbers']>): ServiceTemplate => ({
  ...service,
  numbers: { ...service.numbers, ...change },
});

const minuteColumns: readonly ServiceColumn[] = [
  {
    head: '목표 처리시간(분)',
    also: ['목표처리시간', 'targetminutes'],
    required: true,
    show: ({ targetMinutes }) => String(targetMinutes),
    set: (service, text) => ({ ...service, targetMinutes: numberCell(text, 0.1, MOST.target, { whole: false }) }),
  },
  {
    head: '대기 한도(분)',
    also: ['대기한도', 'limitminutes'],
    required: false,
    show: ({ limitMinutes }) => String(limitMinutes),
    set: (service, text) => ({ ...service, limitMinutes: text === '' ? 30 : numberCell(text, 1, MOST.limit) }),
  },
];

const quotaColumn: ServiceColumn = {
  head: '하루 발권 수',
  also: ['perday'],
  required: false,
  show: ({ quota }) => (quota?.perDay === undefined ? '' : String(quota.perDay)),
  set: (service, text) => {
    const { quota, ...others } = service;
    const windows = quota?.windows ?? [];
    if (text !== '') return { ...others, quota: { perDay: numberCell(text, 0, MOST.quota), windows } };
    return windows.length > 0 ? { ...others, quota: { windows } } : others;
  },
};

const yesNo = { yes: ['예', 'y', 'o', 'true', '1'], no: ['아니오', '아니요', 'n', 'x', 'false', '0'] } as const;

const kioskColumn: ServiceColumn = {
  head: '발권기 표시',
  also: ['atkiosk'],
  required: false,
  show: ({ atKiosk }) => (atKiosk ? '예' : '아니오'),
  set: (service, text) => ({ ...service, atKiosk: text === '' || choiceCell(text, yesNo) === 'yes' }),
};

/** By semicolons. What is said of a document in other languages stays with its Korean words. */
const documentsColumn: ServiceColumn = {
  head: '준비물',
  also: ['documents'],
  required: false,
  show: ({ documents }) => documents.map(({ ko }) => ko).join('; '),
  set: (service, text) => {
    const wanted = text.split(/[;\n]/).flatMap((one) => (one.trim() === '' ? [] : [textCell(one.trim(), MOST.name)]));
    if (wanted.length > MOST.documents) throw new CellFault('out_of_range', `0–${MOST.documents}`);
    const documents = wanted.map((ko) => service.documents.find((one) => one.ko === ko) ?? { ko });
    return { ...service, documents };
  },
};
