/** The tenant's rules by which tickets are chosen and moved. Plain JSON, stored as a setting of the office. */

export const callingOrders = ['first_come', 'preference'] as const;
export type CallingOrder = (typeof callingOrders)[number];

/** How a counter chooses (see pick-next.ts for the order of the rules). All times in minutes. */
export interface CallingPolicy {
  /** `preference`: the counter's first service before its second; `first_come`: whoever came first over all its services. */
  order: CallingOrder;
  /** At most so many priority visitors in a row while a regular one waits. Integer >= 1. */
  priorityPerRegular: number;
  /** Ageing: a regular ticket that waited so long stands among the priority ones. */
  ageAfterMinutes: number;
  /** Whoever has waited so long counts as overdue. */
  longestWaitMinutes: number;
  /** While somebody is overdue, at least every n-th call of a counter goes to the one who waits longest. Integer >= 1. */
  longestWaitEvery: number;
  /** An appointment may be called so many minutes before its time when nobody else is in front. */
  appointmentEarlyMinutes: number;
}

export const defaultCallingPolicy: CallingPolicy = {
  order: 'first_come',
  priorityPerRegular: 2,
  ageAfterMinutes: 40,
  longestWaitMinutes: 60,
  longestWaitEvery: 2,
  appointmentEarlyMinutes: 15,
};

/** Codes known everywhere; a tenant may add its own. The reason is never printed or shown. */
export const priorityReasons = ['severe_disability', 'age_75', 'pregnant', 'with_infant'] as const;
export type PriorityReason = (typeof priorityReasons)[number];

/** Rules of the moves (see move-ticket.ts). */
export interface TicketRules {
  /** A ticket can be marked no-show only after so many calls of the present calling. Integer >= 1. */
  minCallsBeforeNoShow: number;
  /** A no-show may come back within so many minutes after it was marked. */
  reinstateWithinMinutes: number;
  /** and then waits behind the next k waiting tickets of its service. Integer >= 0. */
  reinstateAfter: number;
  /** A move may be undone for so many seconds. */
  undoWithinSeconds: number;
  /** How often a resident may postpone one ticket. */
  maxPostpones: number;
  /** A journey's next step: `kept` = the visitor's old place (as after a transfer), `end` = behind those waiting now. */
  nextStepPlace: 'kept' | 'end';
  /** Codes accepted as priority. */
  priorityCodes: readonly string[];
}

export const defaultTicketRules: TicketRules = {
  minCallsBeforeNoShow: 1,
  reinstateWithinMinutes: 30,
  reinstateAfter: 3,
  undoWithinSeconds: 180,
  maxPostpones: 3,
  nextStepPlace: 'kept',
  priorityCodes: priorityReasons,
};
