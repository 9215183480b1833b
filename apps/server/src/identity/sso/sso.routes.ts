import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ssoCallbackPath, ssoFailurePath, type SsoProblem } from '@sunbeon/contract';
import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG } from '../../platform/config/config.module.ts';
import type { Config } from '../../platform/config/config.ts';
import { OwnOrigin } from '../../platform/http/own-origin.ts';
import { codeOf } from '../../platform/http/problem.filter.ts';
import { SessionCookie, wantsHttps } from '../session-cookie.ts';
import { nextPath } from './next-path.ts';
import { clearSsoCookie, setSsoCookie, ssoCookieOf } from './sso-cookie.ts';
import { asSsoProblem, SsoLoginService } from './sso-login.service.ts';

type BeginRequest = FastifyRequest<{ Params: { tenant: string }; Querystring: { next?: unknown } }>;

/**
 * The two redirects of a log-in by the identity provider. Bare routes: a browser goes there, and is always led on, never
 * shown JSON. Not for HEAD: what looks at a link ahead must not use up a log-in. ADR 15 says why passport has no part in it.
 */
export function registerSso(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  const logins = app.get(SsoLoginService, { strict: false });
  const own = new OwnOrigin(app.get<Config>(CONFIG));
  const options = { exposeHeadRoute: false };
  fastify.get(ssoCallbackPath, options, (request, reply) => finish(logins, request, reply));
  fastify.get('/api/auth/sso/:tenant', options, (request, reply) => begin(logins, own, request as BeginRequest, reply));
}

async function begin(logins: SsoLoginService, own: OwnOrigin, request: BeginRequest, reply: FastifyReply) {
  const { tenant } = request.params;
  const next = nextPath(request.query.next);
  try {
    const { location, cookie } = await logins.begin(tenant, next, own.of(request) + ssoCallbackPath);
    setSsoCookie(reply, cookie, wantsHttps(request));
    return reply.redirect(location, 303);
  } catch (error) {
    return lead(reply, { code: problemOf(error, request), tenant, next });
  }
}

async function finish(logins: SsoLoginService, request: FastifyRequest, reply: FastifyReply) {
  const https = wantsHttps(request);
  clearSsoCookie(reply, https);
  try {
    const query = request.url.slice(ssoCallbackPath.length);
    const end = await logins.finish(ssoCookieOf(request), query, request.headers['user-agent']);
    if (end.kind === 'failed') return lead(reply, end);
    new SessionCookie(request, reply).hand(end.session);
    return reply.redirect(end.next, 303);
  } catch (error) {
    return lead(reply, { code: problemOf(error, request) });
  }
}

/** To the log-in page, which says why. */
function lead(reply: FastifyReply, why: { code: SsoProblem; tenant?: string; next?: string }): FastifyReply {
  const query = new URLSearchParams({ sso: why.code });
  if (why.tenant !== undefined) query.set('tenant', why.tenant);
  if (why.next !== undefined) query.set('next', why.next);
  return reply.redirect(`${ssoFailurePath}?${query}`, 303);
}

const logger = new Logger('sso');

function problemOf(error: unknown, request: FastifyRequest): SsoProblem {
  if (codeOf(error) === 'internal') logger.error({ msg: 'log-in failed', traceId: request.id, err: error });
  return asSsoProblem(error);
}
