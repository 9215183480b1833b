import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Database, statement } from '../database/database.ts';
import { DatabaseGate } from '../database/database-gate.ts';

const ping = statement('health.ping', 'select 1');
/** A loop blocked this long no longer answers a hall. */
const BLOCKED_MS = 500;

export interface Readiness {
  readonly ready: boolean;
  readonly database: boolean;
  readonly migrations: boolean;
  readonly jobs: boolean;
  readonly eventLoop: boolean;
}

/** Whether this process can do its work. Slices add checks of their own. */
@Injectable()
export class Health implements OnApplicationShutdown {
  private readonly delay = monitorEventLoopDelay({ resolution: 20 });
  private jobsRunning: () => boolean = () => true;
  private readonly resetting: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly gate: DatabaseGate,
  ) {
    this.delay.enable();
    this.resetting = setInterval(() => this.delay.reset(), 10_000).unref();
  }

  /** Where there is a worker, it says whether it takes jobs. */
  watchJobs(running: () => boolean): void {
    this.jobsRunning = running;
  }

  async readiness(): Promise<Readiness> {
    const database = await this.database.system(ping).then(
      () => true,
      () => false,
    );
    const migrations = database && (await this.gate.migrated().catch(() => false));
    const jobs = this.jobsRunning();
    const eventLoop = this.delay.percentile(99) / 1e6 < BLOCKED_MS;
    return { ready: database && migrations && jobs && eventLoop, database, migrations, jobs, eventLoop };
  }

  /** Delay of the event loop in the last ten seconds, 99th percentile, milliseconds. */
  loopDelayMs(): number {
    return this.delay.percentile(99) / 1e6;
  }

  onApplicationShutdown(): void {
    clearInterval(this.resetting);
    this.delay.disable();
  }
}
