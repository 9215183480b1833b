import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';

/**
 * Work whose duration must tell nobody anything: letters to people who may not exist. The answer does not wait for it, and
 * is the same whatever comes of it. The process waits for it before it ends.
 */
@Injectable()
export class AfterAnswer implements BeforeApplicationShutdown {
  private readonly logger = new Logger('identity');
  private readonly running = new Set<Promise<void>>();

  run(what: string, work: () => Promise<void>): void {
    const job = work()
      .catch((error: unknown) => this.logger.error({ msg: 'work after the answer failed', what, err: error }))
      .finally(() => this.running.delete(job));
    this.running.add(job);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }
}
