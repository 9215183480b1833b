import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database, statement, type TenantScope } from '../database/database.ts';

/** Something that happened in an office, on its way to screens and jobs. Consumers are idempotent by (office, seq). */
export interface OutboxMessage {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly payload: Record<string, unknown>;
}

/** Takes the messages of one office, in order. A throw leaves them in the outbox; they come again. */
export type OutboxListener = (
  scope: TenantScope,
  officeId: string,
  messages: readonly OutboxMessage[],
) => Promise<void>;

// What is published twice after a crash does no harm, so this transaction need not wait for the disk; commands do.
const holdOffice = statement(
  'outbox.hold',
  "select set_config('synchronous_commit', 'off', true), pg_advisory_xact_lock(hashtextextended($1, 7))",
);
const take = statement(
  'outbox.take',
  `delete from outbox where tenant_id = $1 and office_id = $2 returning id, seq, type, payload`,
);
const leftovers = statement(
  'outbox.leftovers',
  'select tenant_id as "tenantId", office_id as "officeId" from sys.outbox_offices($1)',
);

/** Messages of one office within this time go out together. The first goes at once. */
const PAUSE_MS = 25;
const RETRY_MS = 500;

/**
 * Publishes what commands wrote into the outbox: per office, in order of seq, deleted in the same transaction in which
 * it was handed on (at least once). Offices do not wait for each other.
 */
@Injectable()
export class Outbox implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Outbox.name);
  private readonly listeners: OutboxListener[] = [];
  private readonly running = new Map<string, { again: boolean }>();
  private stopped = false;

  constructor(private readonly database: Database) {}

  listen(listener: OutboxListener): void {
    this.listeners.push(listener);
  }

  /** Called after a commit: there is something to publish. */
  wake(scope: TenantScope, officeId: string): void {
    const busy = this.running.get(officeId);
    if (busy) busy.again = true;
    else if (!this.stopped) void this.run(scope, officeId);
  }

  /** Publishes what a dead publisher left behind, older than `ageMs`. */
  async sweep(ageMs: number): Promise<number> {
    const offices = await this.database.system<{ tenantId: string; officeId: string }>(leftovers, [ageMs]);
    for (const office of offices) this.wake({ tenantId: office.tenantId }, office.officeId);
    return offices.length;
  }

  /** Waits until everything that is under way was handed on. */
  async settle(): Promise<void> {
    while (this.running.size > 0) await delay(5);
  }

  /** Before sockets and Redis are closed: what is published until then must still reach them. The rest stays for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.settle();
  }

  private async run(scope: TenantScope, officeId: string): Promise<void> {
    const turn = { again: true };
    this.running.set(officeId, turn);
    try {
      while (turn.again && !this.stopped) {
        turn.again = false;
        await this.publish(scope, officeId);
        await delay(PAUSE_MS);
      }
    } catch (error) {
      this.logger.warn({ msg: 'publishing failed; it is tried again', officeId, reason: (error as Error).message });
      await delay(RETRY_MS);
      if (!this.stopped) setImmediate(() => this.wake(scope, officeId));
    } finally {
      this.running.delete(officeId);
    }
  }

  private publish(scope: TenantScope, officeId: string): Promise<void> {
    return this.database.transaction(scope, async (tx) => {
      await tx.row(holdOffice, [officeId]);
      const messages = await tx.rows<OutboxMessage>(take, [scope.tenantId, officeId]);
      if (messages.length === 0) return;
      messages.sort((a, b) => a.seq - b.seq);
      for (const listener of this.listeners) await listener(scope, officeId, messages);
    });
  }
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
