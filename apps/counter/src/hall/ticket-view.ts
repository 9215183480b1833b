import type { Hall, HallTicket } from '@sunbeon/contract';
import { localText } from '@sunbeon/ui';
import type { Language } from '@sunbeon/contract';

export type StepState = 'done' | 'now' | 'next';
export interface StepView {
  readonly serviceId: string;
  readonly name: string;
  readonly state: StepState;
}

export function serviceName(hall: Hall, serviceId: string, language: Language): string {
  const service = hall.services.find(({ id }) => id === serviceId);
  return service ? localText(service.name, language) : '-';
}

/** Steps of the visit: done, now, next. The present one is the first open step of the ticket's service. */
export function stepsOf(hall: Hall, ticket: HallTicket, language: Language): StepView[] {
  const open = ticket.steps.findIndex((step) => !step.done && step.serviceId === ticket.serviceId);
  return ticket.steps.map(({ serviceId, done }, index) => ({
    serviceId,
    name: serviceName(hall, serviceId, language),
    state: done ? 'done' : index === open ? 'now' : 'next',
  }));
}

/** Names of the add-ons handled together with this ticket's services. A code without a name stands for itself. */
export function addOnNames(hall: Hall, ticket: HallTicket, language: Language): string[] {
  const known = hall.services.flatMap((service) => service.addOns);
  return ticket.addOns.map((code) => {
    const addOn = known.find((one) => one.code === code);
    return addOn ? localText(addOn.name, language) : code;
  });
}

/** "0:07", "12:04", from an hour on "1:02:04". */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
