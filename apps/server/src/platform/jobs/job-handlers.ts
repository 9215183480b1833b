import { Injectable } from '@nestjs/common';
import { jobs, type JobName } from './catalogue.ts';

export type JobHandler = (data: unknown) => Promise<void>;

/** Where slices register the processors of their jobs. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<JobName, JobHandler>();

  /** @throws Error when the job has a processor already */
  register(name: JobName, handler: JobHandler): void {
    if (this.handlers.has(name)) throw new Error(`job ${name} has two processors`);
    this.handlers.set(name, handler);
  }

  async run(name: string, data: unknown): Promise<void> {
    const handler = this.handlers.get(name as JobName);
    if (!handler) throw new Error(`job ${name} has no processor`);
    await handler(jobs[name as JobName].parse(data));
  }

  missing(): JobName[] {
    return (Object.keys(jobs) as JobName[]).filter((name) => !this.handlers.has(name));
  }
}
