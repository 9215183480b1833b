import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addDays, figuresOf, legOf, legsOf, type HourFigure } from '@sunbeon/domain';
import { EventsReader } from '../hall/events.reader.ts';
import { HallRepository } from '../hall/hall.repository.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { Database, statement, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { ProblemException } from '../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { FiguresRepository, type DaySource } from './figures.repository.ts';

const due = statement(
  'figures.due',
  'select tenant_id as "tenantId", office_id as "officeId" from sys.days_to_figure()',
);
/** Hardware may tell this late; days so long ago are looked at again. */
const LATE_DAYS = 7;
const MOST_DAYS = 93;

/** Figures of days: worked out from the events once a day is closed, and again whenever more was told of it. */
@Injectable()
export class FiguresService implements OnModuleInit {
  private readonly logger = new Logger('figures');

  constructor(
    private readonly database: Database,
    private readonly offices: OfficesReader,
    private readonly halls: HallRepository,
    private readonly events: EventsReader,
    private readonly repository: FiguresRepository,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('figures.fill', () => this.fill());
  }

  /** Figures between two days, for who works at the office. @throws not_found, validation */
  async read(
    staff: StaffIdentity,
    { office, from, to }: RouteInput<'dayFigures'>['query'],
  ): Promise<RouteOutput<'dayFigures'>> {
    if (to < from || addDays(from, MOST_DAYS) <= to) {
      throw new ProblemException('validation', undefined, [
        { path: 'query.to', message: `must lie within ${MOST_DAYS} days from the first` },
      ]);
    }
    const known = await this.offices.theirs(staff, office);
    return this.database.transaction(staff, (tx) => this.repository.span(tx, known.id, from, to));
  }

  /** All offices whose last closed day has none. One that fails does not keep the others waiting. */
  async fill(): Promise<void> {
    for (const { tenantId, officeId } of await this.database.system<{ tenantId: string; officeId: string }>(due)) {
      try {
        await this.fillOffice({ tenantId }, officeId);
      } catch (error) {
        this.logger.error({ msg: 'figures of an office could not be worked out', officeId, err: error });
      }
    }
  }

  /** Days up to the last closed one: those without figures, and recent ones of which more was told since. */
  async fillOffice(scope: TenantScope, officeId: string): Promise<void> {
    const days = await this.database.transaction(scope, async (tx) => {
      const live = await this.halls.read(tx, officeId);
      if (!live?.closedOn) return [];
      const last = await this.repository.lastFigured(tx, officeId);
      const from = last === null ? '2000-01-01' : addDays(last, -LATE_DAYS);
      const withTickets = await this.repository.days(tx, officeId, from, live.closedOn);
      return [...new Set([...withTickets, live.closedOn])];
    });
    for (const day of days) await this.database.transaction(scope, (tx) => this.fillDay(tx, officeId, day));
  }

  /** Nothing where the figures are of all that is there, or of more: what is missing is no news, and somebody must look. */
  async fillDay(tx: Transaction, officeId: string, businessOn: string): Promise<void> {
    const mark = await this.repository.mark(tx, officeId, businessOn);
    const source = await this.repository.source(tx, officeId, businessOn);
    if (mark && (mark.begun || !hasMore(source, mark))) return;
    const figures = await this.workOut(tx, officeId, businessOn);
    await this.repository.replace(tx, officeId, businessOn, figures, source);
  }

  /**
   * The figures of a day as its events give them now.
   * @param limits limit of each service in minutes; the office's present ones unless said
   */
  async workOut(
    tx: Transaction,
    officeId: string,
    businessOn: string,
    limits?: ReadonlyMap<string, number>,
  ): Promise<HourFigure[]> {
    const live = await this.halls.read(tx, officeId);
    if (!live) throw new Error('figures asked for of an office that is not there');
    const config = await this.offices.configOf(tx, officeId, live.configRevision);
    const ours = legsOf(await this.events.day(tx, officeId, businessOn));
    const theirs = (await this.repository.hardwareTickets(tx, officeId, businessOn)).map((one) => legOf(one, 'issue'));
    const present = new Map([...config.services.values()].map(({ id, limitMinutes }) => [id, limitMinutes]));
    return figuresOf([...ours, ...theirs], config.zone, limits ?? present);
  }
}

/** Nothing is missing of what was there, and something was added. */
function hasMore(source: DaySource, known: DaySource): boolean {
  const events = source.events - known.events;
  const tickets = source.tickets - known.tickets;
  return events >= 0 && tickets >= 0 && events + tickets > 0;
}
