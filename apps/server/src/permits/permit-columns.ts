import type { PermitGroup } from '@sunbeon/contract';
import { choiceCell, codeCell, numberCell, textCell } from '../platform/imports/cells.ts';
import type { Column } from '../platform/imports/import-kind.ts';
import type { PermitFields } from './permits.reader.ts';

/** A permit of a table: its code, and what is said of it. */
export interface PermitThing extends PermitFields {
  readonly code: string;
}

export const groupNames = {
  hygiene: ['식품·공중위생', '위생', 'PERMIT_FOOD_HYGIENE'],
  culture: ['관광·체육·출판', '문화체육', 'PERMIT_TOURISM_SPORTS'],
  industry: ['공장·담배소매', '산업', 'PERMIT_FACTORY'],
} as const satisfies Record<PermitGroup, readonly string[]>;

export const blankPermit: PermitThing = {
  code: '',
  group: 'hygiene',
  field: '',
  name: '',
  days: 0,
  legalDays: null,
  note: '',
};

export const codeColumn: Column<PermitThing> = {
  head: '코드',
  also: ['code', '민원코드'],
  required: true,
  show: ({ code }) => code,
  set: (permit, text) => ({ ...permit, code: codeCell(text) }),
};

const MOST_DAYS = 365;

/** All but the code, in the order of the template. */
export const permitColumns: readonly Column<PermitThing>[] = [
  {
    head: '그룹',
    also: ['group'],
    required: true,
    show: ({ group }) => groupNames[group][0],
    set: (permit, text) => ({ ...permit, group: choiceCell(text, groupNames) }),
  },
  {
    head: '분야',
    also: ['field'],
    required: false,
    show: ({ field }) => field,
    set: (permit, text) => ({ ...permit, field: textCell(text, 60) }),
  },
  {
    head: '허가 종류',
    also: ['이름', '민원명', 'name'],
    required: true,
    show: ({ name }) => name,
    set: (permit, text) => ({ ...permit, name: textCell(text, 200) }),
  },
  {
    head: '처리기간(일)',
    also: ['처리기간', 'days'],
    required: true,
    show: ({ days }) => String(days),
    set: (permit, text) => ({ ...permit, days: numberCell(text, 0, MOST_DAYS) }),
  },
  {
    head: '법정 처리기간(일)',
    also: ['법정처리기간', 'legaldays'],
    required: false,
    show: ({ legalDays }) => (legalDays === null ? '' : String(legalDays)),
    set: (permit, text) => ({ ...permit, legalDays: text === '' ? null : numberCell(text, 0, MOST_DAYS) }),
  },
  {
    head: '비고',
    also: ['note'],
    required: false,
    show: ({ note }) => note,
    set: (permit, text) => ({ ...permit, note: textCell(text, 300) }),
  },
];
