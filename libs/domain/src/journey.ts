/**
 * Journeys (원스톱 연계 처리): one ticket, several services in order. A bundle (혼인신고 + 전입신고) and a chain
 * (개명신고 즉시처리: family register, resident register, ID card) are both a list of steps; an add-on (국제운전면허증
 * with a passport application) is handled within a step and has no wait of its own.
 */

/** One service of a ticket's visit. `done` once it was completed. */
export interface Step {
  serviceId: string;
  done: boolean;
}

export const journeyKinds = ['bundle', 'chain'] as const;
export type JourneyKind = (typeof journeyKinds)[number];

/** What an office offers as one visit. `serviceIds`: the steps in the order in which they are handled, at least two. */
export interface JourneyPlan {
  code: string;
  kind: JourneyKind;
  serviceIds: readonly string[];
}

/** Something handled together with certain services. Empty `serviceIds` = with none. */
export interface AddOn {
  code: string;
  serviceIds: readonly string[];
}

export const journeyFaults = ['too_few_steps', 'unknown_service', 'step_twice'] as const;
export type JourneyFault = (typeof journeyFaults)[number];

/** The steps of a new ticket, none done. One service is a journey of one step. */
export function stepsOf(serviceIds: readonly string[]): Step[] {
  return serviceIds.map((serviceId) => ({ serviceId, done: false }));
}

/** Index of the first step behind `stepIndex` that is not done, or null when the visit ends with this step. */
export function nextStepIndex(steps: readonly Step[], stepIndex: number): number | null {
  const next = steps.findIndex((step, index) => index > stepIndex && !step.done);
  return next === -1 ? null : next;
}

/** The same steps with the one at `stepIndex` done. */
export function completeStep(steps: readonly Step[], stepIndex: number): Step[] {
  return steps.map((step, index) => (index === stepIndex ? { ...step, done: true } : step));
}

/** The same steps with the service of the present one exchanged (a transfer replaces a step, it adds none). */
export function replaceStep(steps: readonly Step[], stepIndex: number, serviceId: string): Step[] {
  return steps.map((step, index) => (index === stepIndex ? { serviceId, done: false } : step));
}

/** Whether a service is still to be handled for this visit (present step included). */
export function hasOpenStep(steps: readonly Step[], serviceId: string): boolean {
  return steps.some((step) => step.serviceId === serviceId && !step.done);
}

/** Services after the present one, in order: for the ticket page ("다음 업무: 전입신고"). */
export function remainingServices(steps: readonly Step[], stepIndex: number): string[] {
  return steps.filter((step, index) => index > stepIndex && !step.done).map((step) => step.serviceId);
}

/** Add-ons that may be asked for with one of these services. */
export function addOnsFor(addOns: readonly AddOn[], serviceIds: readonly string[]): string[] {
  return addOns.filter((addOn) => addOn.serviceIds.some((id) => serviceIds.includes(id))).map((addOn) => addOn.code);
}

/** Faults of a plan as configured; empty = usable. The same service twice in one visit is a mistake of configuration. */
export function checkJourney(plan: JourneyPlan, knownServiceIds: readonly string[]): JourneyFault[] {
  const faults: JourneyFault[] = [];
  if (plan.serviceIds.length < 2) faults.push('too_few_steps');
  if (plan.serviceIds.some((id) => !knownServiceIds.includes(id))) faults.push('unknown_service');
  if (new Set(plan.serviceIds).size !== plan.serviceIds.length) faults.push('step_twice');
  return faults;
}
