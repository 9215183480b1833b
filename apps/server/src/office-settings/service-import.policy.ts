import type { ImportFaultCode, ServiceTemplate } from '@sunbeon/contract';
import { checkTemplate, seriesKey } from '../offices/offices.reader.ts';
import type { PlannedRow } from '../platform/imports/import-kind.ts';
import { withFault } from '../platform/imports/import-plan.ts';
import { inUse, newLast, templateOf, type KeptService, type WholeOffice } from './whole-office.ts';

type Row = PlannedRow<ServiceTemplate>;

/** The office that an import would make. */
export interface ImportedOffice {
  readonly office: WholeOffice;
  /** Codes of services that are new or changed. */
  readonly touched: ReadonlySet<string>;
}

/** Rows that are right are taken as they are; wrong ones are left out, so that each fault is told once. Pure. */
export function withImported(office: WholeOffice, rows: readonly Row[]): ImportedOffice {
  const right = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
  const services = right.reduce<KeptService[]>(
    (all, { after }) => {
      const known = all.find(({ fields }) => fields.code === after.code);
      if (!known) return [...all, newLast(all, after)];
      return all.map((one) => (one === known ? { ...one, version: one.version + 1, fields: after } : one));
    },
    [...office.services],
  );
  return { office: { ...office, services }, touched: new Set(right.map(({ after }) => after.code)) };
}

/** Field of a service -> the column at which a rule of the whole office is told. */
const columnOf: Readonly<Record<string, string>> = { numbers: '시작번호', code: '업무코드', group: '분류' };

/** What the whole office would break of its rules, told at the rows that bring it about. */
export function withOfficeFaults({ office, touched }: ImportedOffice, rows: readonly Row[]): Row[] {
  const used = inUse(office.services);
  const most = used.length > 300 ? [{ path: 'body', message: 'an office has at most 300 services' }] : [];
  const told = [...most, ...checkTemplate(templateOf(office))].map(({ path, message }) => {
    const [, list, index, field = ''] = path.split('.');
    const code = list === 'services' ? used[Number(index)]?.fields.code : undefined;
    const fault: ImportFaultCode = message.startsWith('overlaps') ? 'range_overlap' : 'rule';
    return { code, fault: { column: columnOf[field] ?? null, code: fault, value: fault === 'rule' ? message : '' } };
  });
  // A fault at something that the file does not touch comes from its rows all the same: told at the last of them.
  const last = rows.findLast(({ after }) => touched.has(after.code));
  return rows.map((row) =>
    told
      .filter(({ code }) => (code !== undefined && touched.has(code) ? row.after.code === code : row === last))
      .reduce<Row>((faulty, { fault }) => withFault(faulty, withRange(fault, row)), row),
  );
}

function withRange(fault: Row['faults'][number], { after: { numbers } }: Row): Row['faults'][number] {
  return fault.code === 'range_overlap' || fault.code === 'numbers_used_today'
    ? { ...fault, value: `${numbers.prefix}${numbers.from}–${numbers.to}` }
    : fault;
}

/** A number is given out once a day: of a range that is new none may be out already. */
export async function withUsedNumbers(
  before: WholeOffice,
  { touched }: ImportedOffice,
  rows: readonly Row[],
  isUsed: (numbers: ServiceTemplate['numbers']) => Promise<boolean>,
): Promise<Row[]> {
  const known = new Set(inUse(before.services).map(({ fields }) => seriesKey(fields.numbers)));
  const result: Row[] = [];
  for (const row of rows) {
    const { code, numbers } = row.after;
    const isNew = row.faults.length === 0 && touched.has(code) && !known.has(seriesKey(numbers));
    const fault = { column: '시작번호', code: 'numbers_used_today', value: '' } as const;
    result.push(isNew && (await isUsed(numbers)) ? withFault(row, withRange(fault, row)) : row);
  }
  return result;
}
