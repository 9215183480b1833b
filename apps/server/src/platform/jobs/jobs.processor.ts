import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { Health } from '../health/health.ts';
import { hallQueue } from './catalogue.ts';
import { JobConnection } from './job-connection.ts';
import { JobHandlers } from './job-handlers.ts';

/**
 * The hall's clock hangs on its jobs, so a worker is back within seconds after its database was away (BullMQ would wait
 * 15 s), and takes over what a killed one left within lock and look (30 s each otherwise). Every job may run again at any time.
 */
const recovery = { runRetryDelay: 1_000, lockDuration: 5_000, stalledInterval: 2_500, maxStalledCount: 100 };

/** The one worker of a process: hands each job to its registered processor. */
@Processor(hallQueue, { concurrency: 4, ...recovery })
export class JobsProcessor extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');

  constructor(
    private readonly handlers: JobHandlers,
    private readonly connection: JobConnection,
    private readonly health: Health,
  ) {
    super();
  }

  /** Also while Redis is gone: the worker waits for it, and whoever needs no jobs is served. */
  onApplicationBootstrap(): void {
    this.health.watchJobs(() => this.worker.isRunning());
  }

  override async process(job: Job): Promise<void> {
    await this.handlers.run(job.name, job.data);
  }

  /** Where Redis is gone BullMQ would wait for it to come back before it lets the process end. */
  beforeApplicationShutdown(): void {
    if (!this.connection.isThere) void this.worker.close(true);
  }

  @OnWorkerEvent('failed')
  failed(job: Job | undefined, error: Error): void {
    this.logger.warn({ msg: 'job failed', job: job?.name, attempt: job?.attemptsMade, reason: error.message });
  }

  @OnWorkerEvent('error')
  errored(error: Error): void {
    this.logger.warn({ msg: 'job connection trouble', reason: error.message });
  }
}
