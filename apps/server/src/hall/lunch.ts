import { officeDay, type OfficeDay } from '@sunbeon/domain';
import type { CounterLive } from './hall-live.ts';
import type { HallDraft } from './hall-draft.ts';

/** Reason of a pause that a lunch turn made. */
const LUNCH = 'lunch';

/** Counters of a lunch turn pause while nobody is there, and come back by themselves. */
export function turnLunch(hall: HallDraft): void {
  const day = officeDay(hall.config.calendar, hall.openState.localDate);
  for (const counter of hall.counters) {
    pauseIfDue(hall, day, counter);
    const { state, pauseReason, pausedUntil } = counter;
    const itsOwn = state === 'paused' && pauseReason === LUNCH && pausedUntil !== null;
    if (itsOwn && hall.now >= pausedUntil) hall.resumeCounter(counter.counterId);
  }
}

/** A counter that was still busy when its lunch turn began pauses as soon as it is free. */
export function pauseForLunch(hall: HallDraft, counterId: string): void {
  if (hall.config.hours.lunchTurns.length === 0) return;
  pauseIfDue(hall, officeDay(hall.config.calendar, hall.openState.localDate), hall.counter(counterId));
}

/** Whoever opened or resumed during the turn did so on purpose, and is left alone. */
function pauseIfDue(hall: HallDraft, day: OfficeDay, { counterId, state, ticketId, since, undo }: CounterLive): void {
  if (state !== 'open' || ticketId !== null) return;
  const turn = day.lunch.find(({ from, to, counterIds }) => {
    return counterIds.includes(counterId) && from <= hall.now && hall.now < to && (since ?? 0) < from;
  });
  if (!turn) return;
  hall.pauseCounter(counterId, LUNCH, turn.to);
  hall.setCounter(counterId, { undo });
}
