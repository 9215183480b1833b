import { Injectable } from '@nestjs/common';
import type { RelayResult } from '@sunbeon/contract';
import { announceWithinMs, businessDay, ticketMoves } from '@sunbeon/domain';
import type { DeviceIdentity } from '../platform/auth/identity.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { HallDraft } from '../hall/hall-draft.ts';
import { HallCommands, MonthMissing } from '../hall/hall.commands.ts';
import { HallRepository } from '../hall/hall.repository.ts';
import { silencesAfter } from '../hall/hall-live.ts';
import type { StoredTicket } from '../hall/stored-ticket.ts';
import { callsInSnapshot, foldState, noHardwareState } from './hardware-state.ts';
import { foldedTicket, isLater, lastCallsOf, type ServiceCall, type TicketHistory } from './hardware-ticket.ts';
import { checkEvent, isTicketEvent, type Check } from './relay-check.ts';
import { keyOf, RelayRepository, type DatedEvent } from './relay.repository.ts';

type Results = RelayResult['results'];

/** Ticket by `keyOf` its events; null while its service is not known. */
type FoldedTickets = ReadonlyMap<string, StoredTicket | null>;

/** The hardware's word on what happened, from the type of its event to the move that our own log would name. */
const moveOf = {
  'ticket.issued': 'issue',
  'ticket.transferred': 'transfer',
  'ticket.called': 'call',
  'ticket.recalled': 'recall',
  'ticket.put_back': 'put_back',
  'ticket.started': 'start',
  'ticket.held': 'hold',
  'ticket.completed': 'complete',
  'ticket.no_show': 'no_show',
  'ticket.cancelled': 'cancel',
} as const;

/**
 * Takes in the events of ticket hardware. Everything is stored first; then every ticket touched is folded again from
 * all its stored events, so that any order of arrival and any repetition ends in the same hall.
 */
@Injectable()
export class RelayService {
  constructor(
    private readonly commands: HallCommands,
    private readonly events: RelayRepository,
    private readonly halls: HallRepository,
  ) {}

  take(device: DeviceIdentity, raw: readonly unknown[]): Promise<RelayResult> {
    const actor = { kind: 'device', id: device.deviceId } as const;
    return this.commands.run(device, actor, { officeId: device.officeId }, {}, async (hall, tx) => {
      const checks = raw.map((event) => check(hall, event));
      const fresh = await this.store(tx, hall, device.deviceId, checks);
      await this.fold(tx, hall, fresh);
      if (hall.config.authority === 'hardware') hear(hall);
      const revision = hall.live.revision + (hall.isVisible ? 1 : 0);
      return { results: resultsOf(checks, new Set(fresh.map(({ id }) => id))), revision };
    });
  }

  /** Stores what is good and new, and returns it. */
  private async store(
    tx: Transaction,
    hall: HallDraft,
    deviceId: string,
    checks: readonly Check[],
  ): Promise<DatedEvent[]> {
    const { zone, dayStart } = hall.config;
    const good = new Map<string, DatedEvent>();
    for (const one of checks) {
      if (!one.ok || good.has(one.event.id)) continue;
      good.set(one.event.id, { ...one.event, businessOn: businessDay(one.event.at, zone, dayStart) });
    }
    const monthless = new Set(
      [...good.values()].map((event) => event.businessOn).filter((day) => !this.halls.hasMonth(day)),
    );
    if (monthless.size > 0) throw new MonthMissing([...monthless]);
    const inserted = await this.events.insert(tx, hall.config.id, deviceId, [...good.values()]);
    return [...good.values()].filter(({ id }) => inserted.has(id)).sort(byTime);
  }

  private async fold(tx: Transaction, hall: HallDraft, fresh: readonly DatedEvent[]): Promise<void> {
    if (fresh.length === 0) return;
    const histories = await this.events.historiesOf(tx, hall.config.id, fresh);
    const tickets = new Map(histories.map((history) => [keyOf(history), foldedTicket(hall.config, history)]));
    for (const ticket of tickets.values()) if (ticket) hall.putHardwareTicket(ticket);
    for (const event of fresh) writeDown(hall, event, tickets.get(keyOf(event)) ?? null);
    showToday(hall, fresh, histories, tickets);
  }
}

function check(hall: HallDraft, event: unknown): Check {
  const { authority, serviceByCode } = hall.config;
  const knowsService = (code: string) => serviceByCode.has(code);
  return checkEvent(event, { hardware: authority === 'hardware', knowsService, now: hall.now });
}

const byTime = (a: DatedEvent, b: DatedEvent): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Of the same id in one batch the first is the new one. */
function resultsOf(checks: readonly Check[], fresh: Set<string>): Results {
  return checks.map((one) => {
    const detail = one.detail === undefined ? {} : { detail: one.detail.toWellFormed() };
    if (!one.ok) return { id: one.id, result: 'rejected', code: one.code, ...detail };
    const accepted = fresh.delete(one.event.id);
    return { id: one.event.id, result: accepted ? 'accepted' : 'duplicate', ...detail };
  });
}

/** The line of the log carries the event's own time and day, so that statistics land where things happened. */
function writeDown(hall: HallDraft, event: DatedEvent, ticket: StoredTicket | null): void {
  const { id, type, at, businessOn, body } = event;
  const { counterNumber = null, ticketRef = null, number = null } = body;
  const counterId = hall.config.counterByNumber.get(counterNumber ?? '')?.id ?? null;
  const serviceId = ticket?.serviceId ?? hall.config.serviceByCode.get(body.serviceCode ?? '')?.id ?? null;
  const told = { source: 'hardware', hardwareEventId: id, ticketRef, number, counterNumber };
  const facts = { ticketId: ticket?.id ?? null, counterId, serviceId, at, businessOn };
  if (!isTicketEvent(body)) {
    hall.log(type === 'snapshot' ? 'hardware.snapshot' : type, { ...facts, data: told });
    return;
  }
  const move = moveOf[body.type];
  const after = ticket ? { label: ticket.label, serviceId: ticket.serviceId } : {};
  hall.log(ticketMoves[move].event, { ...facts, data: { ...told, move, from: null, to: null, before: {}, after } });
}

/** What people see changes by events of the present day only. */
function showToday(
  hall: HallDraft,
  fresh: readonly DatedEvent[],
  histories: readonly TicketHistory[],
  tickets: FoldedTickets,
): void {
  const { businessOn, config, live } = hall;
  const today = fresh.filter((event) => event.businessOn === businessOn);
  if (today.length === 0) return;
  live.hardware = foldState(live.hardware ?? noHardwareState(businessOn), today, config);
  for (const history of histories) {
    if (history.businessOn === businessOn) lastCallsOf(config, history).forEach((call) => showCall(hall, call));
  }
  for (const event of today) {
    if (event.type === 'snapshot') callsInSnapshot(event, config).forEach((call) => showSnapshotCall(hall, call));
    else announceCall(hall, event, tickets.get(keyOf(event)) ?? null);
  }
  hall.touch();
}

function showCall(hall: HallDraft, { serviceId, ...call }: ServiceCall): void {
  if (isLater(call, hall.live.lastCalled[serviceId]))
    hall.live.lastCalled = { ...hall.live.lastCalled, [serviceId]: call };
}

/** Snapshots tell the same number again and again: the first that told it is nearest to the call. */
function showSnapshotCall(hall: HallDraft, call: ServiceCall): void {
  const known = hall.live.lastCalled[call.serviceId];
  if (known?.number !== call.number) return showCall(hall, call);
  if (call.at >= known.at) return;
  const { serviceId, ...first } = call;
  hall.live.lastCalled = {
    ...hall.live.lastCalled,
    [serviceId]: { ...first, counter: first.counter || known.counter },
  };
}

/** Each call that is new to us is announced once, unless it is too old for anybody to act on. */
function announceCall(hall: HallDraft, { type, at, body }: DatedEvent, ticket: StoredTicket | null): void {
  if (type !== 'ticket.called' && type !== 'ticket.recalled') return;
  if (!ticket || hall.now - at > announceWithinMs) return;
  hall.announce(ticket, body.counterNumber ?? ticket.counterLabel ?? '', type === 'ticket.recalled');
}

/** A relay that posts is alive, whatever it posts: screens measure the age of the facts from here. */
function hear(hall: HallDraft): void {
  hall.live.heardAt = hall.now;
  hall.live.wakeAt = Math.min(hall.live.wakeAt ?? Infinity, ...silencesAfter(hall.now));
  hall.tell('relay.heard', { at: hall.now });
}
