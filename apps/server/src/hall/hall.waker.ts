import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addDays, instantOf, levelFallsAt, nextBoundary, officeDay } from '@sunbeon/domain';
import { AnnouncementsReader } from '../announcements/announcements.reader.ts';
import { Database, statement } from '../platform/database/database.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { DayEnd } from './day-end.ts';
import type { HallDraft } from './hall-draft.ts';
import { silencesAfter } from './hall-live.ts';
import { HallCommands } from './hall.commands.ts';
import { turnLunch } from './lunch.ts';

const due = statement('hall.due', 'select tenant_id as "tenantId", office_id as "officeId" from sys.offices_due()');

/** The day ends by its job this long after the last closing, or when the business day does. */
const CLOSE_AFTER_MS = 60 * 60_000;

/**
 * What happens in a hall by the clock alone: opening and closing, lunch turns, windows of services, levels that fall,
 * announcements that begin and end, and the end of the day. A job asks each second which offices are due on their tenant's own clock.
 */
@Injectable()
export class HallWaker implements OnModuleInit {
  private readonly logger = new Logger(HallWaker.name);

  constructor(
    private readonly database: Database,
    private readonly commands: HallCommands,
    private readonly dayEnd: DayEnd,
    private readonly announcements: AnnouncementsReader,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('hall.sweep', () => this.sweep());
  }

  /** One office that fails does not keep the others waiting. */
  async sweep(): Promise<void> {
    const offices = await this.database.system<{ tenantId: string; officeId: string }>(due);
    for (const { tenantId, officeId } of offices) {
      try {
        await this.wake(tenantId, officeId);
      } catch (error) {
        this.logger.error({ msg: 'office could not be woken', officeId, err: error });
      }
    }
  }

  wake(tenantId: string, officeId: string): Promise<void> {
    return this.commands.run({ tenantId }, { kind: 'system', id: null }, { officeId }, {}, async (hall, tx) => {
      turnLunch(hall);
      if (isDayOver(hall)) this.dayEnd.apply(hall);
      hall.touch();
      hall.live.wakeAt = nextWake(hall, await this.announcements.nextTurn(tx, officeId, hall.now));
    });
  }
}

/** An hour after the last closing, once no counter is open any more. A day on which nothing happened has no end. */
function isDayOver(hall: HallDraft): boolean {
  // An office that is open past midnight works on in the same business day.
  if (hall.openState.openNow) return false;
  if (hall.live.closedOn === hall.businessOn || hall.live.eventSeq === 0) return false;
  const closing = lastClosing(hall);
  return (
    closing !== null && hall.now >= closing + CLOSE_AFTER_MS && hall.counters.every(({ state }) => state === 'closed')
  );
}

function lastClosing(hall: HallDraft): number | null {
  return officeDay(hall.config.calendar, hall.businessOn).intervals.at(-1)?.closesAt ?? null;
}

/** @param turn when an announcement begins or ends next */
function nextWake(hall: HallDraft, turn: number | null): number {
  const { calendar, services, zone, dayStart } = hall.config;
  const times = [...services.values()].flatMap(({ issuingWindows }) =>
    issuingWindows.flatMap(({ from, to }) => [from, to]),
  );
  const closing = lastClosing(hall);
  const dayEnds = closing === null ? [] : [closing + CLOSE_AFTER_MS];
  const falls = Object.values(hall.live.levels).map((level) => levelFallsAt(level, hall.config.levelRule));
  const pauses = hall.counters.map(({ pausedUntil }) => pausedUntil);
  const { authority } = hall.config;
  const silences = authority === 'hardware' && hall.live.heardAt !== null ? silencesAfter(hall.live.heardAt) : [];
  const nextDay = instantOf(addDays(hall.businessOn, 1), dayStart, zone);
  const instants = [
    nextBoundary(calendar, hall.now, times).at,
    nextDay,
    ...dayEnds,
    ...falls,
    ...pauses,
    ...silences,
    turn,
  ];
  return Math.min(...instants.filter((at): at is number => at !== null && at > hall.now));
}
