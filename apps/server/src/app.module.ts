import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { entities } from './entities.ts';
import { AccessGuard } from './platform/auth/access.guard.ts';
import { AuditInterceptor } from './platform/audit/audit.interceptor.ts';
import { AuthModule } from './platform/auth/auth.module.ts';
import { ConfigModule } from './platform/config/config.module.ts';
import type { Config } from './platform/config/config.ts';
import { EntitiesModule } from './platform/database/entities.ts';
import { ProblemFilter } from './platform/http/problem.filter.ts';
import { ResponseInterceptor } from './platform/http/response.interceptor.ts';
import { JobsModule } from './platform/jobs/jobs.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { apiSlices } from './roles/api.ts';
import { realtimeSlices } from './roles/realtime.ts';
import { workerSlices } from './roles/worker.ts';

/** One code base, started in roles; each role is a list of slices. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    const slices = new Set([
      ...(config.roles.has('api') ? apiSlices : []),
      ...(config.roles.has('realtime') ? realtimeSlices : []),
      ...(config.roles.has('worker') ? workerSlices : []),
    ]);
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        PlatformModule,
        AuthModule,
        EntitiesModule.with(entities),
        JobsModule.with(config.roles.has('worker')),
        ...slices,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        // In this order: the answer is held to its schema before the audit says that it was given.
        { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ResponseInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
