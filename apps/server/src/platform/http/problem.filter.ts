import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { problems, type Problem, type ProblemCode } from '@sunbeon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemException, TooManyRequests } from './problem.ts';

/** Status of an error that Nest or Fastify raised itself -> code of our table. */
const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed_json',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  422: 'validation',
  429: 'too_many_requests',
  503: 'unavailable',
};

/** Codes of PostgreSQL's driver that mean "the database cannot be reached now", not a fault of the request. */
const databaseAway = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '53100', // disk full
  '53200', // out of memory
  '53300', // too many connections
  '08006',
  '08001',
  '57014', // statement timeout
  '40P01', // deadlock: nothing was written, and the same request may well succeed
  '40001',
]);

/**
 * Codes of PostgreSQL for values that it cannot store: a NUL character in a text, an instant beyond its calendar, a
 * number beyond its range.
 */
const unstorable = new Set(['22021', '22P05', '22003', '22007', '22008', '22009']);

/** Turns every error into application/problem+json. A bug shows a trace id and nothing else. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    if (error instanceof TooManyRequests && !reply.sent)
      void reply.header('retry-after', String(error.retryAfterSeconds));
    sendProblem(reply, this.problemOf(error, request));
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    const code = codeOf(error);
    if (code === 'internal') {
      this.logger.error({
        msg: 'request failed',
        traceId: request.id,
        method: request.method,
        route: request.routeOptions.url,
        err: error,
      });
    }
    return problemBody(code, String(request.id), error);
  }
}

export function codeOf(error: unknown): ProblemCode {
  if (error instanceof ProblemException) return error.code;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (status !== undefined && codeOfStatus[status]) return codeOfStatus[status];
  const reason = (error as { code?: unknown }).code;
  if (typeof reason === 'string' && databaseAway.has(reason)) return 'unavailable';
  if (typeof reason === 'string' && unstorable.has(reason)) return 'validation';
  if (error instanceof Error && /Connection terminated|timeout exceeded when trying to connect/.test(error.message))
    return 'unavailable';
  return 'internal';
}

export function problemBody(code: ProblemCode, traceId: string, error?: unknown): Problem {
  const [status, title] = problems[code];
  const known = error instanceof ProblemException ? error : undefined;
  return {
    type: `urn:sunbeon:problem:${code}`,
    title,
    status,
    code,
    traceId,
    ...(known?.detail === undefined ? {} : { detail: known.detail }),
    ...(known?.issues === undefined ? {} : { issues: [...known.issues] }),
    ...(known?.challenge === undefined ? {} : { challenge: known.challenge }),
    ...(known?.limit === undefined ? {} : { limit: known.limit }),
  };
}

export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (reply.sent) return;
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
}
