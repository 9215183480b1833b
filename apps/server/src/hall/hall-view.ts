import {
  counterShare,
  issuingWindowAt,
  mayIssue,
  momentaryLevel,
  nextLevel,
  noLevel,
  simpleWait,
  type AcceptingReason,
  type IssuedCounts,
  type Level,
  type LevelState,
  type OpenState,
  type PickingCounter,
  type ServiceDemand,
  type SimpleWait,
} from '@sunbeon/domain';
import type { CounterConfig, OfficeConfig, ServiceConfig } from '../offices/offices.reader.ts';
import type { CounterLive, LiveRow } from './hall-live.ts';
import type { StoredTicket } from './stored-ticket.ts';

/** What is known of a service now: one calculation for boards, levels, issuing and tickets, so that all say the same. */
export interface ServiceView {
  readonly service: ServiceConfig;
  readonly waiting: number;
  /** Open counters that can serve it. */
  readonly openCounters: number;
  /** A counter that serves it has nobody. */
  readonly counterIdle: boolean;
  /** Open counters with shared ones in parts. */
  readonly share: number;
  readonly accepting: boolean;
  readonly acceptingReason: AcceptingReason | null;
  readonly acceptingText: string | null;
  /** Wait of somebody who joins now. */
  readonly wait: SimpleWait;
}

export interface HallFacts {
  readonly config: OfficeConfig;
  readonly live: LiveRow;
  readonly tickets: readonly StoredTicket[];
  readonly counters: readonly CounterLive[];
  readonly openState: OpenState;
  readonly now: number;
  /** Tickets given out today, for services with a quota. */
  readonly issued?: ReadonlyMap<string, IssuedCounts>;
}

const noneIssued: IssuedCounts = { today: 0, inWindow: 0 };

/** All services of the office as they stand now, in the order of their position. */
export function viewServices(facts: HallFacts): ServiceView[] {
  const waiting = countWaiting(facts);
  const open = openCounters(facts);
  const services = [...facts.config.services.values()];
  const demands = services.map((service): ServiceDemand => {
    return { serviceId: service.id, waiting: waiting.get(service.id) ?? 0, targetMinutes: service.targetMinutes };
  });
  return services.map((service) => viewService(facts, service, waiting.get(service.id) ?? 0, open, demands));
}

function viewService(
  facts: HallFacts,
  service: ServiceConfig,
  waiting: number,
  open: readonly OpenCounter[],
  demands: readonly ServiceDemand[],
): ServiceView {
  const able = open.filter((counter) => counter.config.serviceIds.includes(service.id));
  const told = facts.live.hardware?.counts[service.id]?.openCounters ?? null;
  const openHere = told ?? able.length;
  const share =
    told ??
    counterShare(
      service.id,
      open.map(({ config }) => config),
      demands,
    );
  const counterIdle = told === null && waiting === 0 && able.some((counter) => counter.live.ticketId === null);
  const issuing = mayIssueNow(facts, service);
  const { targetMinutes } = service;
  const wait = simpleWait({
    open: facts.openState.openNow,
    ahead: waiting,
    targetMinutes,
    counters: share,
    counterIdle,
  });
  return { service, waiting, openCounters: openHere, counterIdle, share, ...issuing, wait };
}

/** Whether a service gives out tickets now, and why not. */
export function mayIssueNow(facts: HallFacts, service: ServiceConfig) {
  const { config, live, openState, issued } = facts;
  if (config.authority === 'hardware') {
    return {
      accepting: openState.openNow,
      acceptingReason: openState.openNow ? null : ('closed' as const),
      acceptingText: null,
    };
  }
  const stopped = live.stopped[service.id];
  const rules = {
    quotaPerDay: service.quotaPerDay,
    windows: service.issuingWindows,
    stopped: stopped === undefined ? null : { reason: stopped },
  };
  const result = mayIssue(rules, openState, issued?.get(service.id) ?? noneIssued);
  return result.ok
    ? { accepting: true, acceptingReason: null, acceptingText: null }
    : { accepting: false, acceptingReason: result.reason, acceptingText: result.text };
}

/** True when the tickets of this service are counted against a quota, now. */
export function hasQuota(service: ServiceConfig, minuteOfDay: number): boolean {
  if (service.quotaPerDay !== null) return true;
  const rules = { quotaPerDay: null, windows: service.issuingWindows, stopped: null };
  return issuingWindowAt(rules, minuteOfDay)?.quota != null;
}

/** Open counters in the shape in which the domain asks who calls whom. */
export function pickingCounters(facts: HallFacts): PickingCounter[] {
  return openCounters(facts).map(({ config, live }) => {
    return { id: config.id, staffId: live.staffId, serviceIds: config.serviceIds };
  });
}

interface OpenCounter {
  readonly config: CounterConfig;
  readonly live: CounterLive;
}

function openCounters(facts: HallFacts): OpenCounter[] {
  const liveById = new Map(countersNow(facts).map((counter) => [counter.counterId, counter]));
  return facts.config.counters.flatMap((counter) => {
    const live = liveById.get(counter.id);
    return live?.state === 'open' ? [{ config: counter, live }] : [];
  });
}

/** Counters as they stand: on a hardware office as the hardware told them, each with the ticket that it called last. */
export function countersNow({ config, counters, live, tickets }: HallFacts): readonly CounterLive[] {
  if (config.authority !== 'hardware') return counters;
  const told = live.hardware?.counters ?? {};
  const busy = ticketsAtCounters(tickets);
  return counters.map((counter) => {
    const label = config.counterById.get(counter.counterId)?.number ?? '';
    const { state, at } = told[label] ?? { state: 'closed', at: null };
    return { ...counter, state, since: at, ticketId: busy.get(label)?.id ?? null };
  });
}

/** Label of a counter -> the ticket it called last, as long as that is called or served. */
export function ticketsAtCounters(tickets: readonly StoredTicket[]): ReadonlyMap<string, StoredTicket> {
  const busy = new Map<string, StoredTicket>();
  for (const ticket of tickets) {
    const label = ticket.counterLabel;
    if (label === null || (ticket.state !== 'called' && ticket.state !== 'serving')) continue;
    const known = busy.get(label);
    if (!known || isLater(ticket, known)) busy.set(label, ticket);
  }
  return busy;
}

const lastAt = (ticket: StoredTicket): number => ticket.lastCalledAt ?? ticket.startedAt ?? 0;

/** Of two tickets of the same instant the one with the higher name: the same one, in whatever order hardware told of them. */
function isLater(one: StoredTicket, other: StoredTicket): boolean {
  const apart = lastAt(one) - lastAt(other);
  return apart === 0 ? nameOf(one) > nameOf(other) : apart > 0;
}

const nameOf = ({ sourceRef, label }: StoredTicket): string => sourceRef ?? label;

/** People waiting per service; counts told by hardware win over tickets rebuilt from its events. */
function countWaiting({ tickets, live }: HallFacts): Map<string, number> {
  const counts = new Map<string, number>();
  for (const ticket of tickets) {
    if (ticket.state === 'waiting') counts.set(ticket.serviceId, (counts.get(ticket.serviceId) ?? 0) + 1);
  }
  for (const [serviceId, told] of Object.entries(live.hardware?.counts ?? {})) counts.set(serviceId, told.waiting);
  return counts;
}

/** Levels after the present change; the state remembers since when a load has been lower. */
export function nextLevels(facts: HallFacts, views: readonly ServiceView[]): Record<string, LevelState> {
  const { config, live, openState, now } = facts;
  return Object.fromEntries(
    views.map(({ service, waiting, openCounters: open }) => {
      const { targetMinutes, limitMinutes } = service;
      const load = {
        open: openState.openNow,
        waiting,
        openCounters: open,
        targetMinutes,
        limitMinutes,
        medianWaitMinutes: null,
      };
      const moment: Level | null = momentaryLevel(load, config.levelRule);
      return [service.id, nextLevel(live.levels[service.id] ?? noLevel, moment, now, config.levelRule)];
    }),
  );
}
