import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { endpoints, type EndpointName } from '@sunbeon/contract';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { Database } from '../database/database.ts';
import { requestContext } from '../http/request-context.ts';
import { ROUTE } from '../http/route.ts';
import { Audit } from './audit.ts';
import { isAudited, personalReads } from './audited-routes.ts';

/**
 * The net below the audit: what a person changed, or read of people, and its slice wrote no row about, gets one before the
 * answer leaves. So a new endpoint is audited from its first day; its slice does better, in the transaction of the change,
 * with before and after.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const name = Reflect.getMetadata(ROUTE, context.getHandler()) as EndpointName | undefined;
    if (!name || !isAudited(name)) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return next.handle().pipe(
      mergeMap(async (result: unknown) => {
        await this.catch(name, request);
        return result;
      }),
    );
  }

  private async catch(name: EndpointName, { params, body, method }: FastifyRequest): Promise<void> {
    const known = requestContext();
    if (!known || known.audited || !known.identity) return;
    const id = (params as { id?: string }).id ?? null;
    const entry = {
      action: personalReads[name] ?? name,
      target: { kind: name, id },
      people: true,
      ...(method === 'GET' || 'upload' in endpoints[name] ? {} : { after: body }),
    };
    await this.database.transaction(known.identity, (tx) => this.audit.record(tx, entry));
  }
}
