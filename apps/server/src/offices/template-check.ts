import type { OfficeHours, OfficeTemplate, TimeSpan } from '@sunbeon/contract';
import { checkSeries, priorityReasons, type SeriesFault } from '@sunbeon/domain';
import type { z } from 'zod';
import type { ProblemIssue } from '../platform/http/problem.ts';
import { seriesKey, seriesOf } from './template-series.ts';

type Span = z.infer<typeof TimeSpan>;
type Service = OfficeTemplate['services'][number];

/**
 * What the schema of a template cannot say: names that must be there or only once, numbers and times that must not
 * overlap. Paths name the place in the body; empty = the office can be made.
 */
export function checkTemplate(template: OfficeTemplate): ProblemIssue[] {
  const codes = new Set(template.services.map(({ code }) => code));
  return [
    ...twice('services', template.services, 'code'),
    ...twice('counters', template.counters, 'number'),
    ...twice('groups', template.groups, 'code'),
    ...twice('zones', template.zones, 'code'),
    ...checkPriorities(template),
    ...template.services.flatMap((service, index) => checkService(template, codes, service, `services.${index}`)),
    ...template.counters.flatMap(({ services }, index) => checkCodes(codes, services, `counters.${index}.services`)),
    ...checkNumbers(template),
    ...checkHours(template),
    ...(template.dayStart === '24:00' ? [issue('dayStart', 'must be before 24:00')] : []),
  ].map(({ path, message }) => ({ path: `body.${path}`, message }));
}

const issue = (path: string, message: string): ProblemIssue => ({ path, message });

function twice<K extends string>(list: string, items: readonly Record<K, string>[], key: K): ProblemIssue[] {
  return repeats(items.map((item) => item[key])).map((index) =>
    issue(`${list}.${index}.${key}`, `${items[index]?.[key]} is there already`),
  );
}

/** Indexes of values that stood earlier in the list. */
function repeats(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

function checkCodes(known: ReadonlySet<string>, codes: readonly string[], path: string): ProblemIssue[] {
  const unknown = codes.flatMap((code, index) =>
    known.has(code) ? [] : [issue(`${path}.${index}`, `there is no service ${code}`)],
  );
  return [...unknown, ...repeats(codes).map((index) => issue(`${path}.${index}`, `${codes[index]} is there already`))];
}

function checkPriorities({ priorities }: OfficeTemplate): ProblemIssue[] {
  const known: readonly string[] = priorityReasons;
  const own = priorities.flatMap(({ code }, index) =>
    known.includes(code) ? [issue(`priorities.${index}.code`, `${code} is known everywhere already`)] : [],
  );
  return [...twice('priorities', priorities, 'code'), ...own];
}

function checkService(
  template: OfficeTemplate,
  codes: ReadonlySet<string>,
  service: Service,
  path: string,
): ProblemIssue[] {
  const { group, zone } = service;
  const issues: ProblemIssue[] = [];
  if (!template.groups.some(({ code }) => code === group)) {
    issues.push(issue(`${path}.group`, `there is no group ${group}`));
  }
  if (zone !== undefined && !template.zones.some(({ code }) => code === zone)) {
    issues.push(issue(`${path}.zone`, `there is no zone ${zone}`));
  }
  return [
    ...issues,
    ...checkAddOns(codes, service, path),
    ...checkSteps(template, codes, service, path),
    ...checkWindows(service, path),
  ];
}

function checkAddOns(codes: ReadonlySet<string>, { code, addOns }: Service, path: string): ProblemIssue[] {
  const wanted = addOns.map((addOn) => addOn.code);
  const itself = wanted.flatMap((wish, index) =>
    wish === code ? [issue(`${path}.addOns.${index}.code`, 'a service is no add-on of itself')] : [],
  );
  return [...checkCodes(codes, wanted, `${path}.addOns`).map(atCode), ...itself];
}

const atCode = ({ path, message }: ProblemIssue): ProblemIssue => issue(`${path}.code`, message);

function checkSteps(
  template: OfficeTemplate,
  codes: ReadonlySet<string>,
  service: Service,
  path: string,
): ProblemIssue[] {
  const { steps, code } = service;
  const nested = steps.flatMap((step, index) => {
    const target = template.services.find((other) => other.code === step);
    const leadsOn = step !== code && target !== undefined && target.steps.length > 0;
    return leadsOn ? [issue(`${path}.steps.${index}`, `${step} has steps of its own`)] : [];
  });
  const few = steps.length === 1 ? [issue(`${path}.steps`, 'one step is no journey; leave it out or name two')] : [];
  return [...checkCodes(codes, steps, `${path}.steps`), ...nested, ...few];
}

function checkWindows({ issuing, quota }: Service, path: string): ProblemIssue[] {
  const spans = quota?.windows.map(({ span }) => span) ?? [];
  const outside = spans.flatMap((span, index) =>
    issuing.length === 0 || issuing.some(({ from, to }) => from <= span.from && span.to <= to)
      ? []
      : [issue(`${path}.quota.windows.${index}.span`, 'must lie within one span of issuing')],
  );
  return [...overlapping(issuing, `${path}.issuing`), ...overlapping(spans, `${path}.quota.windows`), ...outside];
}

function overlapping(spans: readonly Span[], path: string): ProblemIssue[] {
  return spans.flatMap((span, index) =>
    spans.slice(0, index).some((other) => other.from < span.to && span.from < other.to)
      ? [issue(`${path}.${index}`, 'overlaps an earlier one')]
      : [],
  );
}

const numberMessages: Readonly<Record<SeriesFault['code'], string>> = {
  id_twice: 'is there already',
  prefix_invalid: 'the prefix is none to two letters A-Z',
  range_invalid: 'numbers run from 1 to 9999',
  ranges_overlap: 'overlaps the numbers of another service',
  overflow_invalid: 'numbers run from 1 to 9999',
  overflow_overlaps: "overlaps the office's overflow range",
};

function checkNumbers(template: OfficeTemplate): ProblemIssue[] {
  const { overflow } = template;
  const faults = checkSeries(seriesOf(template), { rangeFrom: overflow.from, rangeTo: overflow.to });
  const prefixed = overflow.prefix === '' ? [] : [issue('overflow.prefix', 'the overflow range has no prefix')];
  return [...prefixed, ...faults.map((fault) => numberIssue(template, fault))];
}

/** A fault of two series is told at the later one. */
function numberIssue(template: OfficeTemplate, { code, seriesIds }: SeriesFault): ProblemIssue {
  const id = seriesIds.at(-1);
  const index = template.services.findIndex(({ numbers }) => seriesKey(numbers) === id);
  return issue(index < 0 ? 'overflow' : `services.${index}.numbers`, numberMessages[code]);
}

function checkHours({ hours, counters }: OfficeTemplate): ProblemIssue[] {
  const numbers = new Set(counters.map(({ number }) => number));
  const lunch = hours.lunchTurns.flatMap((turn, at) =>
    turn.counters.flatMap((number, index) =>
      numbers.has(number) ? [] : [issue(`hours.lunchTurns.${at}.counters.${index}`, `there is no counter ${number}`)],
    ),
  );
  const days = hours.exceptions.map(({ on }) => on);
  return [
    ...checkWeek(hours),
    ...lunch,
    ...repeats(days).map((index) => issue(`hours.exceptions.${index}.on`, `${days[index]} is there already`)),
    ...hours.exceptions.flatMap(({ open }, index) => overlapping(open, `hours.exceptions.${index}.open`)),
  ];
}

function checkWeek({ week, night }: OfficeHours): ProblemIssue[] {
  const days = ['1', '2', '3', '4', '5', '6', '7'] as const;
  return days.flatMap((day) => {
    const usual = week[day] ?? [];
    const evening = night[day] ?? [];
    const clash = evening.flatMap((span, index) =>
      usual.some((other) => other.from < span.to && span.from < other.to)
        ? [issue(`hours.night.${day}.${index}`, 'overlaps the usual hours')]
        : [],
    );
    return [...overlapping(usual, `hours.week.${day}`), ...overlapping(evening, `hours.night.${day}`), ...clash];
  });
}
