import { BullModule } from '@nestjs/bullmq';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { hallQueue } from './catalogue.ts';
import { JobConnection } from './job-connection.ts';
import { JobHandlers } from './job-handlers.ts';
import { JobSchedules } from './job-schedules.ts';
import { JobsProcessor } from './jobs.processor.ts';

@Global()
@Module({ providers: [JobConnection], exports: [JobConnection] })
class JobConnectionModule {}

/** Jobs. Every process may register processors and add jobs; only one with the role `worker` runs them. */
@Global()
@Module({})
export class JobsModule {
  static with(worker: boolean): DynamicModule {
    if (!worker) return { module: JobsModule, providers: [JobHandlers], exports: [JobHandlers] };
    return {
      module: JobsModule,
      imports: [
        JobConnectionModule,
        BullModule.forRootAsync({
          useFactory: (connection: JobConnection) => ({ connection: connection.options }),
          inject: [JobConnection],
        }),
        BullModule.registerQueue({
          name: hallQueue,
          defaultJobOptions: {
            attempts: 3,
            backoff: { type: 'exponential', delay: 500 },
            removeOnComplete: 50,
            removeOnFail: 200,
          },
        }),
      ],
      providers: [JobHandlers, JobSchedules, JobsProcessor],
      exports: [JobHandlers],
    };
  }
}
