import type { IssuedTicket, Language } from '@sunbeon/contract';

/** What the visitor looks at. */
export type Screen =
  | { readonly name: 'start' }
  | { readonly name: 'group'; readonly group: string }
  /** permit: code of the kind that was looked for */
  | { readonly name: 'service'; readonly serviceId: string; readonly permit?: string }
  /** A phone number for notices; what is typed stays in the screen itself and goes with it. */
  | { readonly name: 'notices'; readonly serviceId: string }
  | { readonly name: 'search'; readonly typed: string }
  | { readonly name: 'priority' }
  | { readonly name: 'help' }
  | { readonly name: 'ticket'; readonly ticket: IssuedTicket };

/** One visitor at the kiosk, from the first touch to the start screen's return. Nothing of it outlives the visit. */
export interface Visit {
  /** Screens walked through, the present one last; never empty. */
  readonly trail: readonly Screen[];
  readonly language: Language;
  readonly priority: string | null;
  /** Codes of the add-ons chosen for the service looked at. */
  readonly addOns: readonly string[];
  readonly largeText: boolean;
  readonly highContrast: boolean;
  readonly lowScreen: boolean;
}

export const displayModes = ['largeText', 'highContrast', 'lowScreen'] as const;
export type DisplayMode = (typeof displayModes)[number];

export type VisitAction =
  | { readonly type: 'open'; readonly screen: Screen }
  | { readonly type: 'back' }
  /** Start again: the way is forgotten, language and modes of this visitor stay. */
  | { readonly type: 'restart' }
  /** The visitor has gone: everything falls back. */
  | { readonly type: 'leave'; readonly language: Language }
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'mode'; readonly mode: DisplayMode }
  | { readonly type: 'priority'; readonly code: string | null }
  | { readonly type: 'addOn'; readonly code: string }
  | { readonly type: 'typed'; readonly typed: string };

const start: Screen = { name: 'start' };

export const serviceScreen = (serviceId: string, permit?: string): Screen => ({
  ...{ name: 'service', serviceId },
  ...(permit !== undefined && { permit }),
});

export function newVisit(language: Language): Visit {
  return {
    trail: [start],
    language,
    priority: null,
    addOns: [],
    largeText: false,
    highContrast: false,
    lowScreen: false,
  };
}

export function screenOf(visit: Visit): Screen {
  return visit.trail.at(-1) ?? start;
}

/** Has this visitor left any trace that must fall back? */
export function isUntouched(visit: Visit, language: Language): boolean {
  return JSON.stringify(visit) === JSON.stringify(newVisit(language));
}

export function visitReducer(visit: Visit, action: VisitAction): Visit {
  switch (action.type) {
    case 'open':
      return open(visit, action.screen);
    case 'back':
      return back(visit);
    case 'restart':
      return { ...visit, trail: [start], priority: null, addOns: [] };
    case 'leave':
      return newVisit(action.language);
    case 'language':
      return { ...visit, language: action.language };
    case 'mode':
      return { ...visit, [action.mode]: !visit[action.mode] };
    case 'priority':
      return { ...back(visit), priority: action.code };
    case 'addOn':
      return { ...visit, addOns: toggled(visit.addOns, action.code) };
    case 'typed':
      return { ...visit, trail: [...visit.trail.slice(0, -1), { name: 'search', typed: action.typed }] };
  }
}

/** A ticket ends the way: "previous" must not lead to a second one. */
function open(visit: Visit, screen: Screen): Visit {
  if (screen.name === 'ticket') return { ...visit, trail: [start, screen] };
  if (screen.name === screenOf(visit).name && screen.name !== 'service') return visit;
  return { ...visit, trail: [...visit.trail, screen], addOns: screen.name === 'service' ? [] : visit.addOns };
}

function back(visit: Visit): Visit {
  if (visit.trail.length <= 1) return visit;
  const left = screenOf(visit).name;
  return {
    ...visit,
    trail: left === 'ticket' ? [start] : visit.trail.slice(0, -1),
    addOns: left === 'service' ? [] : visit.addOns,
  };
}

function toggled(codes: readonly string[], code: string): string[] {
  return codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code];
}
