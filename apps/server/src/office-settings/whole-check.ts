import { checkTemplate } from '../offices/offices.reader.ts';
import { ProblemException, type ProblemIssue } from '../platform/http/problem.ts';
import { inUse, templateOf, type WholeOffice } from './whole-office.ts';

/** As OfficeTemplate allows. */
const MOST = { services: 300, counters: 200 } as const;

/**
 * Holds the office that a change would make to all rules by which offices are made.
 * @param changed what the form shows: its faults are told at the fields of the form
 * @throws validation
 */
export function holdWhole(office: WholeOffice, changed: { list: 'services' | 'counters'; id: string }): void {
  const { list, id } = changed;
  const things: readonly { readonly id: string; readonly archivedAt: number | null }[] = office[list];
  const used = inUse(things);
  const index = used.findIndex((one) => one.id === id);
  const many = used.length > MOST[list];
  const issues = [
    ...(many ? [{ path: 'body', message: `an office has at most ${MOST[list]} ${list}` }] : []),
    ...taken(office, list, index),
    ...checkTemplate(templateOf(office)).map(({ path, message }) => ({ path: atForm(path, list, index), message })),
  ];
  if (issues.length > 0) throw new ProblemException('validation', undefined, issues);
}

/**
 * An office with other facts. What a service still needs is told at the list in which it is missing, with its name.
 * @throws validation with paths `body.office…`
 */
export function holdFacts(office: WholeOffice): void {
  const used = inUse(office.services);
  const issues = checkTemplate(templateOf(office)).map(({ path, message }) => {
    const [, list, at, field] = path.split('.');
    if (list !== 'services') return { path: path.replace(/^body\./, 'body.office.'), message };
    const where = field === 'group' ? 'groups' : field === 'zone' ? 'zones' : 'overflow';
    return { path: `body.office.${where}`, message: `${used[Number(at)]?.fields.name.ko ?? list}: ${message}` };
  });
  if (issues.length > 0) throw new ProblemException('validation', undefined, issues);
}

/** The hours that a change would make. @throws validation with paths `body.hours…` */
export function holdHours(office: WholeOffice): void {
  const issues = checkTemplate(templateOf(office));
  if (issues.length > 0) throw new ProblemException('validation', undefined, issues);
}

/** Codes and numbers of what is archived stay taken: its tickets are told by them. */
function taken({ services, counters }: WholeOffice, list: 'services' | 'counters', index: number): ProblemIssue[] {
  const [names, field] =
    list === 'services'
      ? [services.map(({ fields, archivedAt }) => ({ name: fields.code, archivedAt })), 'code']
      : [counters.map(({ fields, archivedAt }) => ({ name: fields.number, archivedAt })), 'number'];
  const own = inUse(names)[index]?.name;
  const archived = names.some(({ name, archivedAt }) => archivedAt !== null && name === own);
  return archived ? [{ path: `body.${field}`, message: `${own} is there already, archived` }] : [];
}

/** `body.services.3.numbers` -> `body.numbers`: of the thing itself by its whole path, of another by the field that clashes. */
function atForm(path: string, list: string, index: number): string {
  const [, ofList, at, ...rest] = path.split('.');
  if (ofList !== list) return 'body';
  return ['body', ...(Number(at) === index ? rest : rest.slice(0, 1))].join('.');
}
