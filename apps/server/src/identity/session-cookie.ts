import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../platform/http/problem.ts';
import type { Account, Session } from './sessions.service.ts';

const NAME = 'sunbeon_session';
const PATH = '/api/auth';
const plainHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The cookie that holds the refresh token: read by no script, sent to /api/auth of this site only. */
export class SessionCookie {
  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  get value(): string | undefined {
    return this.request.cookies[NAME];
  }

  /** Puts a session's refresh token into the cookie; what is left is the answer. */
  hand({ refresh, endsAt, answer }: Session): Session['answer'] {
    this.write(refresh, new Date(endsAt));
    return answer;
  }

  clear(): void {
    this.write('', new Date(0));
  }

  private write(value: string, expires: Date): void {
    const secure = wantsHttps(this.request);
    this.reply.setCookie(NAME, value, { path: PATH, httpOnly: true, sameSite: 'strict', secure, expires });
  }
}

/** May cookies go by https only? Plain http is for trying things out on one's own machine. */
export function wantsHttps({ protocol, host }: FastifyRequest): boolean {
  return protocol === 'https' || !plainHosts.has(hostName(host));
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '');
}

/** The session cookie of this request and of its answer. */
export const Cookie = createParamDecorator((_: unknown, context: ExecutionContext): SessionCookie => {
  const http = context.switchToHttp();
  return new SessionCookie(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});

/** Whose password the guard found right. */
export const LoggedIn = createParamDecorator((_: unknown, context: ExecutionContext): Account => {
  const request = context.switchToHttp().getRequest<FastifyRequest & { user?: Account }>();
  return request.user ?? refuse('bad_credentials');
});

/** The browser's own words about itself, for the list of sessions. */
export const UserAgent = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  return context.switchToHttp().getRequest<FastifyRequest>().headers['user-agent'];
});

/** Address that the request comes from. */
export const Address = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  return context.switchToHttp().getRequest<FastifyRequest>().ip;
});
