import {
  OfficeTemplate,
  type OfficeHours,
  type ServiceTemplate,
  type SetupOffice,
  type SetupTemplate,
} from '@sunbeon/contract';
import { catalogueService, groupName, serviceGroups } from '@sunbeon/contract/catalogue';
import type { ProblemIssue } from '../platform/http/problem.ts';

/** The whole office that a template and its changes describe; as officeCreate takes it. */
export function officeOfSetup(wish: SetupOffice, template: SetupTemplate, zone: string): OfficeTemplate {
  const services = servicesOf(wish, template);
  const counters = countersOf(services, wish.counters ?? template.counters);
  const hours = wish.hours ?? withLunch(template.hours, counters.length);
  const groups = serviceGroups.filter(({ code }) => services.some(({ group }) => group === code));
  const { slug, name, address } = wish;
  return OfficeTemplate.parse({ slug, name: { ko: name }, address, zone, hours, groups, services, counters });
}

/** Services that the template does not have, as faults of the request. */
export function unknownServices({ services = [] }: SetupOffice, template: SetupTemplate): ProblemIssue[] {
  const known = new Set(template.services.map(({ code }) => code));
  return services.flatMap(({ code }, index) =>
    known.has(code) ? [] : [{ path: `body.services.${index}.code`, message: `the template has no service ${code}` }],
  );
}

type Service = ServiceTemplate | (Omit<ReturnType<typeof catalogueService>, 'aliases'> & { code: string });

/** In the order wished; what they need (steps of a one-stop service, add-ons) comes along behind them. */
function servicesOf({ services }: SetupOffice, template: SetupTemplate): Service[] {
  const proposed = template.services.filter(({ chosen }) => chosen).map(({ code }) => ({ code }));
  const wished: NonNullable<SetupOffice['services']> = services ?? proposed;
  const codes = new Set(wished.map(({ code }) => code));
  const made = wished.map(({ code, name, ...changes }) => {
    const service = withoutAliases(code);
    return { ...service, ...defined(changes), name: name === undefined ? service.name : { ...service.name, ko: name } };
  });
  const needed = made.flatMap(({ steps, addOns }) => [...(steps ?? []), ...(addOns ?? []).map(({ code }) => code)]);
  const missing = [...new Set(needed)].filter((code) => !codes.has(code));
  return [...made, ...missing.map(withoutAliases)];
}

function withoutAliases(code: string) {
  const { aliases: _, ...service } = catalogueService(code);
  return service;
}

function defined<T extends object>(changes: T): Partial<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/**
 * Counters for all services: each group has its own while there are enough, more where more minutes are worked; with fewer
 * counters than groups a counter does several.
 */
function countersOf(services: readonly Service[], count: number) {
  const groups = [...new Set(services.map(({ group }) => group))];
  const shares = groups.map((group) => ({ group, work: workOf(services, group), counters: 0 }));
  const desks: string[][] = [];
  for (let index = 0; index < Math.min(count, groups.length); index += 1) desks.push([]);
  groups.forEach((group, index) => desks[index % desks.length]?.push(group));
  for (const share of shares) share.counters = 1;
  while (desks.length < count) {
    const [busiest] = [...shares].sort((a, b) => b.work / b.counters - a.work / a.counters);
    if (!busiest) break;
    busiest.counters += 1;
    desks.push([busiest.group]);
  }
  const inOrder = desks.sort((a, b) => groups.indexOf(a[0] ?? '') - groups.indexOf(b[0] ?? ''));
  return inOrder.map((own, index) => counterOf(String(index + 1), own, services));
}

function workOf(services: readonly Service[], group: string): number {
  return services.filter((one) => one.group === group).reduce((sum, { targetMinutes }) => sum + targetMinutes, 0);
}

function counterOf(number: string, groups: readonly string[], services: readonly Service[]) {
  const names = groups.map(groupName);
  const first = names[0];
  const name =
    names.length === 1 && first
      ? first
      : {
          ko: names
            .map(({ ko }) => ko)
            .join(', ')
            .slice(0, 200),
        };
  return { number, name, services: services.filter(({ group }) => groups.includes(group)).map(({ code }) => code) };
}

/** Two turns of lunch, so that the office stays open; a single counter has none. */
function withLunch(hours: OfficeHours, counters: number): OfficeHours {
  if (counters < 2) return hours;
  const numbers = Array.from({ length: counters }, (_, index) => String(index + 1));
  const turn = (from: string, to: string, odd: boolean) => ({
    span: { from, to },
    counters: numbers.filter((number) => (Number(number) % 2 === 1) === odd),
  });
  return { ...hours, lunchTurns: [turn('11:30', '12:30', true), turn('12:30', '13:30', false)] };
}
