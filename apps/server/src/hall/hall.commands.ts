import { Injectable } from '@nestjs/common';
import { addDays, businessDay, levelFallsAt, type Actor } from '@sunbeon/domain';
import type { OfficeConfig } from '../offices/offices.reader.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Clock, instantOf, type ClockAnchor } from '../platform/clock/clock.ts';
import { violates } from '../platform/database/constraints.ts';
import { Database, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { Idempotency, type IdempotentRequest } from '../platform/http/idempotency.ts';
import { refuse } from '../platform/http/problem.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { DayEnd } from './day-end.ts';
import { HallChanges } from './hall-changes.ts';
import { HallDraft } from './hall-draft.ts';
import type { LiveRow } from './hall-live.ts';
import { nextLevels, viewServices } from './hall-view.ts';
import { HallRepository } from './hall.repository.ts';

/** Which office a command concerns. */
export type HallTarget = { officeId: string } | { counterId: string } | { ticketId: string };

export interface CommandOptions {
  readonly idempotent?: IdempotentRequest | undefined;
}

/**
 * The tables have no partition yet for this business day. It is made outside of the command's transaction: making one
 * waits for all who read tickets, so whoever makes it must not hold an office's row.
 */
export class MonthMissing extends Error {
  constructor(readonly businessOn: readonly string[]) {
    super('no partition yet');
  }
}

/**
 * The one way in which anything in a hall changes: one transaction that locks the office's row, reads the hall, lets
 * `work` decide on the draft, and writes all of it. Two commands of one office never run at once.
 */
@Injectable()
export class HallCommands {
  constructor(
    private readonly database: Database,
    private readonly halls: HallRepository,
    private readonly offices: OfficesReader,
    private readonly clock: Clock,
    private readonly changes: HallChanges,
    private readonly outbox: Outbox,
    private readonly idempotency: Idempotency,
    private readonly dayEnd: DayEnd,
  ) {}

  /**
   * @returns what `work` returned, or the stored answer of the same request sent before; undefined is not stored
   * @throws ProblemException not_found when the tenant has no such office, counter or ticket; whatever `work` refuses
   */
  async run<T>(
    scope: TenantScope,
    actor: Actor,
    target: HallTarget,
    options: CommandOptions,
    work: (hall: HallDraft, tx: Transaction) => Promise<T> | T,
  ): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.attempt(scope, actor, target, options, work);
      } catch (error) {
        if (violates(error, 'idempotency_pkey')) refuse('idempotency_key_reused'); // at once in two offices: two bodies
        // Twice at most: the present month, then those of what hardware tells late.
        if (!(error instanceof MonthMissing) || tries > 2) throw error;
        for (const day of error.businessOn) await this.halls.makeMonth(day);
      }
    }
  }

  private async attempt<T>(
    scope: TenantScope,
    actor: Actor,
    target: HallTarget,
    options: CommandOptions,
    work: (hall: HallDraft, tx: Transaction) => Promise<T> | T,
  ): Promise<T> {
    const since = 'ticketId' in target ? await this.recently(scope) : '';
    return this.database.transaction(scope, async (tx) => {
      const live = (await this.lock(tx, target, since)) ?? refuse('not_found');
      const anchor = anchorIn(live);
      this.clock.remember(scope, anchor);
      if (options.idempotent) {
        const stored = await this.idempotency.stored(tx, options.idempotent);
        if (stored !== undefined) return stored as T;
      }
      const hall = await this.draft(tx, live, instantOf(anchor), actor);
      const result = await work(hall, tx);
      await this.commit(tx, hall, options.idempotent, result);
      return result;
    });
  }

  /** Ticket of the draft; one that was over when the hall was read is fetched. */
  async admit(tx: Transaction, hall: HallDraft, ticketId: string): Promise<void> {
    if (hall.tickets.some((ticket) => ticket.id === ticketId)) return;
    const ticket = await this.halls.ticket(tx, hall.config.id, ticketId);
    if (ticket) hall.admit(ticket);
  }

  private lock(tx: Transaction, target: HallTarget, since: string): Promise<LiveRow | undefined> {
    if ('officeId' in target) return this.halls.lock(tx, target.officeId);
    if ('counterId' in target) return this.halls.lockByCounter(tx, target.counterId);
    return this.halls.lockByTicket(tx, target.ticketId, since);
  }

  private async draft(tx: Transaction, live: LiveRow, now: number, actor: Actor): Promise<HallDraft> {
    const config = await this.offices.configOf(tx, live.officeId, live.configRevision);
    const businessOn = businessDay(now, config.zone, config.dayStart);
    if (!this.halls.hasMonth(businessOn)) throw new MonthMissing([businessOn]);
    const old = live.businessOn !== null && live.businessOn !== businessOn ? live.businessOn : null;
    const present = old === null ? live : await this.endOldDay(tx, config, live, old, now);
    const counters = await this.halls.counters(tx, live.officeId);
    const tickets = await this.halls.tickets(tx, live.officeId, businessOn);
    const hall = new HallDraft({ config, live: present, tickets, counters, now }, actor);
    hall.beginDay();
    return hall;
  }

  /**
   * The end of the old day comes first, in the same transaction: its job did not run (the server was away, a counter was
   * left open), or something was opened or brought back after it.
   */
  private async endOldDay(
    tx: Transaction,
    config: OfficeConfig,
    live: LiveRow,
    old: string,
    now: number,
  ): Promise<LiveRow> {
    const tickets = await this.halls.tickets(tx, live.officeId, old);
    const counters = await this.halls.counters(tx, live.officeId);
    const ended = this.dayEnd.draftOf({ config, live, tickets, counters, now }, old);
    if (!ended.isChanged) return live;
    await this.halls.save(tx, ended.finish());
    return ended.live;
  }

  private async commit(
    tx: Transaction,
    hall: HallDraft,
    request: IdempotentRequest | undefined,
    result: unknown,
  ): Promise<void> {
    if (request && result !== undefined) hall.remember({ ...request, response: result });
    if (!hall.isChanged) return;
    if (hall.isVisible) this.setLevels(hall);
    await this.halls.save(tx, hall.finish());
    tx.onCommit(() => {
      this.changes.changed(hall.config.id);
      this.outbox.wake(tx.scope, hall.config.id);
    });
  }

  private setLevels(hall: HallDraft): void {
    // Levels do not ask for quotas, so nothing is counted here.
    const { config, live, tickets, counters, openState, now } = hall;
    const facts = { config, live, tickets, counters, openState, now };
    live.levels = nextLevels(facts, viewServices(facts));
    const falls = Object.values(live.levels).map((level) => levelFallsAt(level, config.levelRule));
    live.wakeAt = Math.min(live.wakeAt ?? now, ...falls.filter((at) => at !== null));
  }

  /** First business day in which a ticket that still matters can have been given out. */
  private async recently(scope: TenantScope): Promise<string> {
    return addDays(new Date(await this.clock.now(scope)).toISOString().slice(0, 10), -2);
  }
}

/** The clock of a rehearsal tenant as its office row carries it; null = real time. */
export function anchorIn({ anchorReal, anchorNow, rate }: LiveRow): ClockAnchor | null {
  return anchorReal === null || anchorNow === null || rate === null ? null : { anchorReal, anchorNow, rate };
}
