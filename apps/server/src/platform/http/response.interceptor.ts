import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { endpoints, type EndpointName } from '@sunbeon/contract';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { ROUTE } from './route.ts';

/** Holds every answer to the schema of its endpoint: what is not in it does not leave, what is wrong is a 500 here. */
@Injectable()
export class ResponseInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const name = Reflect.getMetadata(ROUTE, context.getHandler()) as EndpointName | undefined;
    if (!name) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((result: unknown) => {
        if (reply.sent || reply.statusCode === 304) return undefined;
        if (result === undefined) reply.status(204);
        return endpoints[name].response.parse(result);
      }),
    );
  }
}
