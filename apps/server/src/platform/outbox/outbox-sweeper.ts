import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { Outbox } from './outbox.ts';

/** Older messages than this were left by a publisher that died. */
const LEFT_MS = 2_000;

/** Publishes what was left behind. */
@Injectable()
export class OutboxSweeper implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('outbox.sweep', async () => {
      await this.outbox.sweep(LEFT_MS);
    });
  }
}
