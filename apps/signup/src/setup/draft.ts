import type { SetupOffice, SetupService, SetupTemplate } from '@sunbeon/contract';
import { hoursDraft, hoursWrong, officeHours, type HoursDraft } from './hours.ts';

export interface ServiceDraft {
  readonly code: string;
  readonly chosen: boolean;
  readonly name: string;
  readonly prefix: string;
  /** As typed; whole numbers when right. */
  readonly from: string;
  readonly to: string;
  readonly targetMinutes: string;
}

/** The office as it is being set up: kept in this browser until it is made. */
export interface OfficeDraft {
  readonly template: SetupTemplate['code'];
  readonly name: string;
  readonly address: string;
  readonly services: readonly ServiceDraft[];
  /** As typed. */
  readonly counters: string;
  readonly hours: HoursDraft;
}

export const mostCounters = 60;

/** What a template proposes; name and address of what was entered before stay. */
export function draftOf(
  template: SetupTemplate,
  before: Pick<OfficeDraft, 'name' | 'address'>,
  today: boolean,
): OfficeDraft {
  return {
    template: template.code,
    name: before.name,
    address: before.address,
    services: template.services.map(serviceDraft),
    counters: String(template.counters),
    hours: hoursDraft(template.hours, today),
  };
}

function serviceDraft({ code, chosen, name, numbers, targetMinutes }: SetupService): ServiceDraft {
  return {
    code,
    chosen,
    name: name.ko,
    prefix: numbers.prefix,
    from: String(numbers.from),
    to: String(numbers.to),
    targetMinutes: String(targetMinutes),
  };
}

/** Chosen and not: what a chosen one needs comes along, and stays while it is needed. */
export function choose(draft: OfficeDraft, template: SetupTemplate, code: string, chosen: boolean): OfficeDraft {
  const wanted = new Set(draft.services.filter((service) => service.chosen).map((service) => service.code));
  if (chosen) wanted.add(code);
  else wanted.delete(code);
  const kept = withNeeds(wanted, template);
  return { ...draft, services: draft.services.map((one) => ({ ...one, chosen: kept.has(one.code) })) };
}

/** Names of the chosen services that need this one. */
export function neededBy(draft: OfficeDraft, template: SetupTemplate, code: string): string[] {
  const needing = template.services.filter(({ needs }) => needs.includes(code)).map((service) => service.code);
  return draft.services.filter((one) => one.chosen && needing.includes(one.code)).map(({ name }) => name);
}

function withNeeds(codes: ReadonlySet<string>, template: SetupTemplate): ReadonlySet<string> {
  const all = new Set(codes);
  for (const code of all) template.services.find((one) => one.code === code)?.needs.forEach((need) => all.add(need));
  return all;
}

export const serviceFaults = ['name', 'range', 'overlap', 'overflow', 'target'] as const;
export type ServiceFault = (typeof serviceFaults)[number];

/** Numbers that the office gives out once a range is used up. */
const overflow = { prefix: '', from: 900, to: 999 };

/** What is wrong with the chosen services, by code; empty = nothing. */
export function servicesWrong(services: readonly ServiceDraft[]): Readonly<Record<string, ServiceFault>> {
  const chosen = services.filter((service) => service.chosen);
  const faults = chosen.map((service) => [service.code, serviceFault(service, chosen)] as const);
  return Object.fromEntries(faults.filter((entry): entry is [string, ServiceFault] => entry[1] !== undefined));
}

function serviceFault(service: ServiceDraft, all: readonly ServiceDraft[]): ServiceFault | undefined {
  const target = Number(service.targetMinutes);
  if (service.name.trim() === '') return 'name';
  const range = rangeOf(service);
  if (range === undefined) return 'range';
  if (overlaps(range, overflow)) return 'overflow';
  const others = all.filter(({ code }) => code !== service.code).map(rangeOf);
  if (others.some((other) => other !== undefined && overlaps(range, other) && !isSame(range, other))) return 'overlap';
  return service.targetMinutes.trim() !== '' && target >= 0.1 && target <= 240 ? undefined : 'target';
}

/** The range of numbers as typed; undefined while it is none. */
export function rangeOf({ prefix, from, to }: ServiceDraft): { prefix: string; from: number; to: number } | undefined {
  if (!/^[A-Z]{0,2}$/.test(prefix) || !/^\d{1,5}$/.test(from) || !/^\d{1,5}$/.test(to)) return undefined;
  const range = { prefix, from: Number(from), to: Number(to) };
  return range.from <= range.to && range.to >= 1 ? range : undefined;
}

type Range = NonNullable<ReturnType<typeof rangeOf>>;
/** Services with the same range draw their numbers from one series; anything between is a mistake. */
const isSame = (a: Range, b: Range): boolean => a.from === b.from && a.to === b.to;
const overlaps = (a: Range, b: Range): boolean => a.prefix === b.prefix && a.from <= b.to && b.from <= a.to;

/** How many counters, or undefined while what is typed is no number that may be. */
export function countersOf({ counters }: Pick<OfficeDraft, 'counters'>): number | undefined {
  const count = Number(counters);
  return /^\d{1,2}$/.test(counters) && count >= 1 && count <= mostCounters ? count : undefined;
}

/** Steps of a draft in their order. */
export const draftSteps = ['office', 'services', 'counters', 'hours'] as const;
export type DraftStep = (typeof draftSteps)[number];

/** Steps of a draft in which something is wrong or missing. */
export function wrongSteps(draft: OfficeDraft): DraftStep[] {
  const chosen = draft.services.some((service) => service.chosen);
  const wrong: Record<DraftStep, boolean> = {
    office: draft.name.trim() === '',
    services: !chosen || Object.keys(servicesWrong(draft.services)).length > 0,
    counters: countersOf(draft) === undefined,
    hours: Object.keys(hoursWrong(draft.hours)).length > 0,
  };
  return draftSteps.filter((step) => wrong[step]);
}

/** Body of `POST /api/setup/office` of a draft without faults. */
export function setupRequest(draft: OfficeDraft, today: { on: string; reason: string }) {
  const counters = countersOf(draft) ?? 1;
  return {
    template: draft.template,
    name: draft.name.trim(),
    address: draft.address.trim(),
    services: draft.services
      .filter((service) => service.chosen)
      .map((service) => ({
        code: service.code,
        name: service.name.trim(),
        numbers: rangeOf(service) ?? { prefix: '', from: 0, to: 0 },
        targetMinutes: Number(service.targetMinutes),
      })),
    counters,
    hours: officeHours(draft.hours, counters, today),
  } satisfies Partial<SetupOffice>;
}
