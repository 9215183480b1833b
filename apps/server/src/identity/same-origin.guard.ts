import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { refuse } from '../platform/http/problem.ts';

/** Keeps other sites from using the session cookie. A browser always names the origin of a POST; who names none has no cookies of others. */
@Injectable()
export class SameOriginGuard implements CanActivate {
  private readonly publicOrigin: string | undefined;

  constructor(@Inject(CONFIG) config: Config) {
    this.publicOrigin = config.http.publicUrl === undefined ? undefined : new URL(config.http.publicUrl).origin;
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { origin } = request.headers;
    if (origin === undefined || origin === this.publicOrigin) return true;
    return hostOf(origin) === request.host ? true : refuse('forbidden');
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
