import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, statement, type Transaction } from '../database/database.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { Sealing } from '../sealing/sealing.ts';
import type { Letter } from './letter.ts';
import { letterPurpose } from './mail.ts';
import { MailTransport } from './mail-transport.ts';

interface MailRow {
  readonly letter: string;
  readonly attempts: number;
}

const due = statement('mail.due', 'select tenant_id as "tenantId", id from sys.mail_due()');
const claim = statement(
  'mail.claim',
  `select letter, attempts from mail where tenant_id = $1 and id = $2 and next_at <= clock_timestamp()
   for update skip locked`,
);
const remove = statement('mail.remove', 'delete from mail where tenant_id = $1 and id = $2');
const postpone = statement(
  'mail.postpone',
  `update mail set attempts = attempts + 1, next_at = clock_timestamp() + $3 * interval '1 second'
   where tenant_id = $1 and id = $2`,
);

/** Seconds until the next try after so many: 5, 10, 20 … at most half an hour; a day in all, then the letter is given up. */
export const pauseAfter = (attempts: number) => Math.min(5 * 2 ** attempts, 1_800);
const MOST_ATTEMPTS = 56;

/**
 * Sends what was posted: at least once (a crash between the server's yes and our commit sends it again, under the same
 * Message-ID). A server that is away keeps nobody waiting: letters are tried again, each on its own.
 */
@Injectable()
export class MailCarrier implements OnModuleInit {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly transport: MailTransport,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('mail.send', () => this.sendAll());
  }

  /** One letter that cannot even be looked at does not keep the others waiting. */
  async sendAll(): Promise<void> {
    for (const { tenantId, id } of await this.database.system<{ tenantId: string; id: string }>(due)) {
      try {
        await this.database.transaction({ tenantId }, (tx) => this.sendOne(tx, id));
      } catch (error) {
        this.logger.error({ msg: 'an e-mail could not be worked off', tenantId, id, err: error });
      }
    }
  }

  private async sendOne(tx: Transaction, id: string): Promise<void> {
    const key = [tx.scope.tenantId, id];
    const row = await tx.row<MailRow>(claim, key);
    if (!row) return;
    try {
      await this.transport.send(id, JSON.parse(await this.sealing.open(tx, letterPurpose, row.letter)) as Letter);
    } catch (error) {
      return this.failed(tx, id, row.attempts, error as Error);
    }
    await tx.rows(remove, key);
  }

  private async failed(tx: Transaction, id: string, attempts: number, error: Error): Promise<void> {
    const { tenantId } = tx.scope;
    const facts = { tenantId, id, attempts: attempts + 1, reason: error.message };
    if (attempts + 1 >= MOST_ATTEMPTS) {
      this.logger.error({ msg: 'an e-mail was given up', ...facts });
      return void (await tx.rows(remove, [tenantId, id]));
    }
    this.logger.warn({ msg: 'an e-mail could not be sent yet', ...facts });
    await tx.rows(postpone, [tenantId, id, pauseAfter(attempts)]);
  }
}
