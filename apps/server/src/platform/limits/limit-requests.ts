import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemBody, sendProblem } from '../http/problem.filter.ts';
import { LimitsOfKnown } from './limits-of-known.ts';
import { networkOf } from './network-of.ts';
import { announce, tightest } from './rate-headers.ts';
import { RateLimits } from './rate-limits.ts';
import { limitsBefore, type RateLimit } from './rate-table.ts';
import type { Verdict } from './window.ts';

/** Counts requests that need no log-in, before their bodies are read. The others are counted once it is known who asks. */
export function registerRateLimits(app: NestFastifyApplication): void {
  const limits = app.get(RateLimits);
  const known = app.get(LimitsOfKnown);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const verdicts = limitsBefore(request.method, request.routeOptions.url).flatMap(
        (limit) => limits.spend(limit, keyFor(limit, request, known)) ?? [],
      );
      if (isAllowed(verdicts, request, reply)) done();
    });
}

function keyFor({ per }: RateLimit, request: FastifyRequest, known: LimitsOfKnown): string {
  const { token } = request.params as { token?: string };
  if (per === 'ticket') return String(token);
  const session = per === 'session' ? known.sessionOf(request.cookies['sunbeon_session']) : undefined;
  return session ?? networkOf(request.ip);
}

function isAllowed(verdicts: readonly Verdict[], request: FastifyRequest, reply: FastifyReply): boolean {
  const verdict = tightest(verdicts);
  if (!verdict) return true;
  announce(reply.raw, verdict);
  if (verdict.allowed) return true;
  sendProblem(reply, problemBody('too_many_requests', String(request.id)));
  return false;
}
