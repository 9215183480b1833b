import type { HallDraft } from '../hall/hall-draft.ts';
import { ProblemException, type ProblemIssue } from '../platform/http/problem.ts';
import { inUse, type KeptCounter, type KeptService, type WholeOffice } from './whole-office.ts';

/** Tickets told at once: whoever has more looks at the hall. */
const TICKETS = 10;

/**
 * What still needs a service. Paths say what kind of thing it is, messages which: tickets of the day by their numbers,
 * services of which it is a step or an add-on by their names. Counters are in no way of it: they do without.
 */
export function usesOfService(hall: HallDraft, office: WholeOffice, service: KeptService): ProblemIssue[] {
  const { code } = service.fields;
  const others = inUse(office.services).filter(({ id }) => id !== service.id);
  const needed = others.filter(
    ({ fields }) => fields.steps.includes(code) || fields.addOns.some((addOn) => addOn.code === code),
  );
  const tickets = hall.tickets.filter(
    ({ serviceId, steps, addOns }) =>
      serviceId === service.id || steps.some((step) => step.serviceId === service.id) || addOns.includes(code),
  );
  return [
    ...(others.length === 0 ? [{ path: 'office', message: office.settings.name.ko }] : []),
    ...needed.map(({ fields }) => ({ path: 'service', message: fields.name.ko })),
    ...tickets.slice(0, TICKETS).map(({ label }) => ({ path: 'ticket', message: label })),
  ];
}

/** What still needs a counter: it is open, tickets wait for it or lie there, lunch turns and screens name it. */
export function usesOfCounter(
  hall: HallDraft,
  office: WholeOffice,
  counter: KeptCounter,
  screens: readonly string[],
): ProblemIssue[] {
  const { number } = counter.fields;
  const live = hall.counters.find(({ counterId }) => counterId === counter.id);
  const tickets = hall.tickets.filter(
    ({ counterId, targetCounterId, state }) =>
      targetCounterId === counter.id || (counterId === counter.id && state !== 'no_show'),
  );
  const turns = office.settings.hours.lunchTurns.filter(({ counters }) => counters.includes(number));
  return [
    ...(live && live.state !== 'closed' ? [{ path: 'counter', message: number }] : []),
    ...tickets.slice(0, TICKETS).map(({ label }) => ({ path: 'ticket', message: label })),
    ...turns.map(({ span }) => ({ path: 'lunch', message: `${span.from}-${span.to}` })),
    ...screens.map((name) => ({ path: 'screen', message: name })),
  ];
}

/** @throws in_use */
export function holdUnused(uses: readonly ProblemIssue[]): void {
  if (uses.length > 0) throw new ProblemException('in_use', undefined, uses);
}
