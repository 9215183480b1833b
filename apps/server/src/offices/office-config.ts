import type { LocalText, MediaItem, OfficeHours } from '@sunbeon/contract';
import type {
  CallingPolicy,
  IssuingWindow,
  LevelRule,
  OfficeCalendar,
  OverflowRange,
  Series,
  TicketRules,
} from '@sunbeon/domain';

/** Something done together with a service, at the same counter. */
export interface AddOnConfig {
  /** The service that is added. */
  readonly serviceId: string;
  /** Its code: how a kiosk asks for it. */
  readonly code: string;
  readonly name: LocalText;
  /** Minutes that it adds to the work on the ticket. */
  readonly minutes: number;
}

/** A service (업무) as configured. */
export interface ServiceConfig {
  readonly id: string;
  readonly code: string;
  /** Order within the office, from 0. */
  readonly position: number;
  readonly name: LocalText;
  readonly shortName: LocalText | null;
  /** Code of its group. */
  readonly group: string;
  /** Where its numbers come from; several services may share one. */
  readonly series: Series;
  readonly targetMinutes: number;
  readonly limitMinutes: number;
  /** Code of its zone in the hall. */
  readonly zone: string | null;
  /** Code of the coloured line that leads there. */
  readonly line: string | null;
  readonly documents: readonly LocalText[];
  readonly guide: LocalText | null;
  readonly quotaPerDay: number | null;
  /** Windows of the day with their quota, not overlapping, as domain `IssuingRules.windows` wants them. */
  readonly issuingWindows: readonly IssuingWindow[];
  readonly addOns: readonly AddOnConfig[];
  /** One-stop: ids of the services that a ticket of this one passes through, in order; empty = the service itself only. */
  readonly stepIds: readonly string[];
  readonly atKiosk: boolean;
  readonly icon: string | null;
}

/** A counter (창구) as configured. */
export interface CounterConfig {
  readonly id: string;
  /** Label as people read it. */
  readonly number: string;
  readonly position: number;
  readonly name: LocalText;
  /** In order of preference. */
  readonly serviceIds: readonly string[];
}

export interface GroupConfig {
  readonly code: string;
  readonly name: LocalText;
  readonly icon: string | null;
}

export interface ZoneConfig {
  readonly code: string;
  readonly name: LocalText;
  /** #rrggbb */
  readonly color: string;
  readonly colorName: LocalText;
}

/** The tenant's own priority code. */
export interface PriorityConfig {
  readonly code: string;
  readonly name: LocalText;
}

/** The whole configuration of an office at one revision, frozen: shared by all who ask, changed by nobody. */
export interface OfficeConfig {
  readonly tenantId: string;
  readonly id: string;
  /** office_live.config_revision of which this is the content. */
  readonly revision: number;
  readonly slug: string;
  readonly name: LocalText;
  readonly address: string;
  /** IANA zone. */
  readonly zone: string;
  /** Local time HH:mm at which a new business day begins. */
  readonly dayStart: string;
  readonly authority: 'sunbeon' | 'hardware';
  /** Hours as entered; `calendar` is the same for the domain, with counters by id. */
  readonly hours: OfficeHours;
  readonly calendar: OfficeCalendar;
  /** How counters choose. */
  readonly policy: CallingPolicy;
  /** Rules of the moves, with every priority code that the office knows. */
  readonly rules: TicketRules;
  /** From which waits on the office is called busy. */
  readonly levelRule: LevelRule;
  readonly overflow: OverflowRange;
  /** Prefixes of all series, as domain `overflowLabel` wants them. */
  readonly prefixes: readonly string[];
  readonly priorities: readonly PriorityConfig[];
  readonly groups: readonly GroupConfig[];
  readonly zones: readonly ZoneConfig[];
  readonly media: readonly MediaItem[];
  /** By id, in the order of the office. Archived ones are not here. */
  readonly services: ReadonlyMap<string, ServiceConfig>;
  readonly serviceByCode: ReadonlyMap<string, ServiceConfig>;
  /** In the order of the office. Archived ones are not here. */
  readonly counters: readonly CounterConfig[];
  readonly counterById: ReadonlyMap<string, CounterConfig>;
  readonly counterByNumber: ReadonlyMap<string, CounterConfig>;
}

/** An office as lists and addresses need it. */
export interface OfficeSummary {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly address: string;
  readonly zone: string;
  readonly authority: 'sunbeon' | 'hardware';
}
