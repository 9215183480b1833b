import type { Hall, HallCounter, HallTicket } from '@sunbeon/contract';
import { lognormal, seeded, seedOf } from './random.ts';

/** What a simulated person at a counter does now. */
export type ClerkAct =
  | { do: 'open' | 'close' | 'resume' | 'callNext' | 'recall' | 'noShow' | 'start' | 'complete' | 'hold' }
  | { do: 'takeUp'; ticketId: string }
  | { do: 'transfer'; serviceId: string }
  | { do: 'nothing' };

const second = 1_000;
const minute = 60_000;
const NO_SHOW_SHARE = 0.06;
const TRANSFER_SHARE = 0.04;
const HOLD_SHARE = 0.015;
const SERVICE_SIGMA = 0.6;
const ADD_ON_MINUTES = 5;
const LUNCH = 'lunch';

const nothing: ClerkAct = { do: 'nothing' };

/**
 * Decides from what is seen alone, so that a simulation that was stopped goes on where the hall stands. What is left
 * to chance belongs to the ticket and is the same each time it is asked.
 * @param now the office's present instant, epoch milliseconds
 */
export function actOf(hall: Hall, counter: HallCounter, now: number): ClerkAct {
  if (counter.ticket) return serve(hall, counter, counter.ticket, now);
  const { openNow } = hall.board.office;
  if (counter.state === 'closed') return openNow && worthOpening(hall, counter, now) ? { do: 'open' } : nothing;
  if (counter.state === 'paused') return pausedTooLong(counter, now) ? { do: 'resume' } : nothing;
  const held = hall.held.find((ticket) => ticket.counter === counter.number);
  if (held && heldLongEnough(held, now)) return { do: 'takeUp', ticketId: held.id };
  if (somebodyFor(hall, counter)) return rested(counter, now) ? { do: 'callNext' } : nothing;
  return openNow || held ? nothing : { do: 'close' };
}

/** A counter opens with the office; late ones within a few minutes. In the night office every third one is manned. */
function worthOpening(hall: Hall, counter: HallCounter, now: number): boolean {
  if (hall.board.office.nightOffice && Number(counter.number) % 3 !== 0 && !somebodyFor(hall, counter)) return false;
  const chance = seeded(seedOf(`${counter.id}${Math.floor(now / minute)}`))();
  return chance < 0.5;
}

function serve(hall: Hall, counter: HallCounter, ticket: HallTicket, now: number): ClerkAct {
  const chances = seeded(seedOf(ticket.id + ticket.serviceId));
  const absent = chances() < NO_SHOW_SHARE && !ticket.reinstated;
  const walk = (12 + 35 * chances()) * second;
  const calledFor = now - instant(ticket.calledAt, now);
  if (ticket.state === 'called') {
    if (!absent) return calledFor >= walk ? { do: 'start' } : nothing;
    if (ticket.callCount < hall.policy.callsBeforeNoShow)
      return calledFor >= 40 * second * ticket.callCount ? { do: 'recall' } : nothing;
    return calledFor >= 80 * second ? { do: 'noShow' } : nothing;
  }
  return now - instant(ticket.startedAt, now) >= serviceMs(hall, counter, ticket)
    ? finish(hall, counter, ticket)
    : nothing;
}

/** Lognormal around the service's target, each counter with a pace of its own. */
function serviceMs(hall: Hall, counter: HallCounter, ticket: HallTicket): number {
  const service = hall.services.find(({ id }) => id === ticket.serviceId);
  const mean = (service?.targetMinutes ?? 5) * 0.92 + ticket.addOns.length * ADD_ON_MINUTES;
  const pace = 0.85 + 0.3 * seeded(seedOf(counter.id))();
  return lognormal(seeded(seedOf(`${ticket.id}${ticket.serviceId}time`)), mean * pace, SERVICE_SIGMA) * minute;
}

function finish(hall: Hall, counter: HallCounter, ticket: HallTicket): ClerkAct {
  const chances = seeded(seedOf(`${ticket.id}${ticket.serviceId}end`));
  const lot = chances();
  if (lot < HOLD_SHARE && ticket.note === null && !wasHeld(ticket)) return { do: 'hold' };
  const others = hall.services.filter(
    ({ id, atKiosk }) => atKiosk && id !== ticket.serviceId && counter.serviceIds.includes(id),
  );
  const other = others[Math.floor(chances() * others.length)];
  const wrongPick = lot > 1 - TRANSFER_SHARE && ticket.steps.length === 1 && ticket.issuedAt === ticket.joinedAt;
  return wrongPick && other ? { do: 'transfer', serviceId: other.id } : { do: 'complete' };
}

/** Held tickets were started long before they are taken up: nobody is held twice. */
const wasHeld = (ticket: HallTicket) => instant(ticket.startedAt, 0) - instant(ticket.calledAt, 0) > 5 * minute;
const heldLongEnough = (ticket: HallTicket, now: number) => now - instant(ticket.startedAt, now) > 25 * minute;
const rested = (counter: HallCounter, now: number) => now - instant(counter.since, 0) > 10 * second;
const pausedTooLong = (counter: HallCounter, now: number) =>
  counter.pauseReason !== LUNCH && counter.pausedUntil !== null && now >= Date.parse(counter.pausedUntil);
const instant = (text: string | null, otherwise: number) => (text === null ? otherwise : Date.parse(text));

/** Somebody waits whom this counter would be given. */
function somebodyFor(hall: Hall, counter: HallCounter): boolean {
  return hall.waiting.some((ticket) =>
    ticket.targetCounter === null
      ? counter.serviceIds.includes(ticket.serviceId)
      : ticket.targetCounter === counter.number,
  );
}
