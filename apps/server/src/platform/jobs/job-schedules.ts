import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Queue } from 'bullmq';
import { hallQueue, schedules } from './catalogue.ts';
import { JobConnection } from './job-connection.ts';
import { JobHandlers } from './job-handlers.ts';

/** Keeps the repeating jobs as the catalogue says, and refuses to start when a job has no processor. */
@Injectable()
export class JobSchedules implements OnApplicationBootstrap {
  private readonly logger = new Logger('jobs');

  constructor(
    private readonly handlers: JobHandlers,
    private readonly connection: JobConnection,
    @InjectQueue(hallQueue) private readonly queue: Queue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // Without a listener BullMQ writes each lost connection in full to the console.
    this.queue.on('error', (error) => this.logger.warn({ msg: 'job connection trouble', reason: error.message }));
    const missing = this.handlers.missing();
    if (missing.length > 0) throw new Error(`jobs without a processor: ${missing.join(', ')}`);
    // A process that starts while Redis is gone serves all the same; the jobs follow.
    if (this.connection.isThere) await this.schedule();
    this.connection.onBack(() => {
      this.schedule().catch((error: Error) =>
        this.logger.warn({ msg: 'jobs could not be scheduled', reason: error.message }),
      );
    });
  }

  private async schedule(): Promise<void> {
    for (const old of await this.queue.getJobSchedulers()) {
      if (!(old.key in schedules)) await this.queue.removeJobScheduler(old.key);
    }
    for (const [name, every] of Object.entries(schedules))
      await this.queue.upsertJobScheduler(name, { every }, { name, data: {} });
    this.logger.log({ msg: 'jobs scheduled', jobs: Object.keys(schedules) });
  }
}
