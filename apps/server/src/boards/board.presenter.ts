import type { Board, CounterState, PublicStatus } from '@sunbeon/contract';
import { officeLevel } from '@sunbeon/domain';
import type { CounterConfig } from '../offices/offices.reader.ts';
import { instantOf, iso } from '../platform/clock/clock.ts';
import { localIso } from '../platform/clock/local-iso.ts';
import { DELAYED_MS, DOWN_MS, type CounterLive } from '../hall/hall-live.ts';
import { countersNow, viewServices, type ServiceView } from '../hall/hall-view.ts';
import type { StoredTicket } from '../hall/stored-ticket.ts';
import { presentWait } from '../hall/ticket.presenter.ts';
import type { BoardFacts } from './board-facts.ts';
import { hardwareCounters } from './hardware-counters.ts';

/** The public status of an office: whole, small, without personal data. */
export function presentStatus(given: BoardFacts): PublicStatus {
  const facts = { ...given, counters: countersNow(given) };
  const { tenant, config, live, openState } = facts;
  const at = (instant: number) => localIso(instant, config.zone);
  const views = viewServices(facts);
  const services = views.map((view) => presentService(facts, view));
  return {
    tenant: tenant.slug,
    office: {
      slug: config.slug,
      name: config.name.ko,
      names: config.name,
      zone: config.zone,
      openNow: openState.openNow,
      opensAt: openState.opensAt === null ? null : at(openState.opensAt),
      closesAt: openState.closesAt === null ? null : at(openState.closesAt),
      nightOffice: openState.nightOffice,
      closedReason: openState.openNow ? null : openState.reasonText,
    },
    source: presentSource(facts),
    revision: live.revision,
    at: at(live.changedAt),
    rehearsal: tenant.kind === 'rehearsal',
    level: officeLevel(services, config.levelRule),
    services,
    counters: [...config.counters.map((counter) => presentCounter(facts, counter)), ...hardwareCounters(facts)],
    announcements: [...facts.announcements],
  };
}

/** The board of screens: the public status, the office's clock and the last calls. */
export function presentBoard(facts: BoardFacts, status: PublicStatus): Board {
  return { ...status, clock: presentClock(facts), calls: facts.live.calls };
}

/** The office's present instant, read when the message is made. */
export function presentClock({ anchor }: BoardFacts): Board['clock'] {
  return { now: iso(instantOf(anchor)), rate: anchor?.rate ?? 1 };
}

function presentService(facts: BoardFacts, view: ServiceView): PublicStatus['services'][number] {
  const { service } = view;
  const last = facts.live.lastCalled[service.id];
  return {
    id: service.id,
    code: service.code,
    name: service.name.ko,
    names: service.name,
    waiting: view.waiting,
    level: facts.openState.openNow ? (facts.live.levels[service.id]?.level ?? null) : null,
    openCounters: view.openCounters,
    accepting: view.accepting,
    ...(view.acceptingReason === null ? {} : { acceptingReason: view.acceptingReason }),
    ...(view.acceptingReason === 'stopped' && view.acceptingText ? { acceptingText: view.acceptingText } : {}),
    lastCalled: last ? { number: last.number, counter: last.counter, at: localIso(last.at, facts.config.zone) } : null,
    ...presentWait(isDown(facts) ? { unavailable: 'stale' } : view.wait),
  };
}

function presentCounter(facts: BoardFacts, counter: CounterConfig): PublicStatus['counters'][number] {
  const live = facts.counters.find(({ counterId }) => counterId === counter.id);
  const ticket = live?.ticketId ? facts.tickets.find(({ id }) => id === live.ticketId) : undefined;
  return {
    number: counter.number,
    name: counter.name.ko,
    state: counterState(live, ticket),
    pausedUntil: live?.pausedUntil ? localIso(live.pausedUntil, facts.config.zone) : null,
    calling: ticket ? { number: ticket.label, serviceId: ticket.serviceId } : null,
  };
}

/** State of a counter as people see it: a ticket in hand says more than "open". */
export function counterState(live: CounterLive | undefined, ticket: StoredTicket | undefined): CounterState {
  if (ticket?.state === 'called' || ticket?.state === 'serving') return ticket.state;
  return live?.state ?? 'closed';
}

function presentSource(facts: BoardFacts): PublicStatus['source'] {
  const { config, live, now } = facts;
  if (config.authority !== 'hardware')
    return { kind: 'system', state: 'ok', asOf: localIso(live.changedAt, config.zone) };
  const heardAt = live.heardAt ?? live.changedAt;
  const age = now - heardAt;
  const state = live.heardAt === null || age >= DOWN_MS ? 'down' : age >= DELAYED_MS ? 'delayed' : 'ok';
  return { kind: 'hardware', state, asOf: localIso(heardAt, config.zone) };
}

function isDown({ config, live, now }: BoardFacts): boolean {
  return config.authority === 'hardware' && (live.heardAt === null || now - live.heardAt >= DOWN_MS);
}
