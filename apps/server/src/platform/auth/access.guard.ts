import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { endpoints, sessionKinds, type Access, type EndpointName, type SessionKind } from '@sunbeon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../http/problem.ts';
import { LimitsOfKnown } from '../limits/limits-of-known.ts';
import { requestContext } from '../http/request-context.ts';
import { ROUTE } from '../http/route.ts';
import type { Identity } from './identity.ts';
import { AccessTokens, DeviceTokens } from './resolvers.ts';

const IDENTITY = Symbol('identity');

/** Lets a request pass by the access list of its endpoint. A route without an endpoint is refused: nothing is open by oversight. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly devices: DeviceTokens,
    private readonly people: AccessTokens,
    private readonly limits: LimitsOfKnown,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const name = Reflect.getMetadata(ROUTE, context.getHandler()) as EndpointName | undefined;
    if (!name) return refuse('not_found');
    const access: readonly Access[] = endpoints[name].access;
    if (access.includes('public')) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const identity = await this.identify(request);
    if (!identity) return refuse('unauthenticated');
    this.limits.spend(name, identity, http.getResponse<FastifyReply>().raw);
    if (!access.some((one) => grants(one, identity))) return refuse(whyNot(identity));
    setIdentity(request, identity);
    return true;
  }

  private async identify({ headers, ip }: FastifyRequest): Promise<Identity | undefined> {
    const [scheme, token, ...rest] = (headers.authorization ?? '').split(' ');
    if (!token || rest.length > 0) return undefined;
    this.limits.refuseGuesser(ip, token);
    const identity = await this.resolve(scheme, token);
    if (!identity) this.limits.countBad(ip);
    return identity;
  }

  private async resolve(scheme: string | undefined, token: string): Promise<Identity | undefined> {
    if (scheme === 'Device') return this.devices.resolve(token);
    if (scheme === 'Bearer') return this.people.resolve(token, 'request');
    return undefined;
  }
}

function grants(access: Access, identity: Identity): boolean {
  if (identity.kind === 'device') return access === 'device' || access === `device:${identity.deviceKind}`;
  if (access in sessionsFor) return sessionsFor[access as keyof typeof sessionsFor].includes(identity.session);
  return (identity.permissions as ReadonlySet<string>).has(access);
}

/** Which sessions may use routes that ask for a session and no permission. */
const sessionsFor = {
  session: ['full'],
  enrolment: ['full', 'enrolment'],
  any_session: sessionKinds,
} as const satisfies Partial<Record<Access, readonly SessionKind[]>> as Record<
  'session' | 'enrolment' | 'any_session',
  readonly SessionKind[]
>;

function whyNot(identity: Identity): 'second_factor_needed' | 'forbidden' {
  return identity.kind === 'staff' && identity.session === 'enrolment' ? 'second_factor_needed' : 'forbidden';
}

function setIdentity(request: FastifyRequest, identity: Identity): void {
  (request as FastifyRequest & { [IDENTITY]?: Identity })[IDENTITY] = identity;
  const context = requestContext();
  if (context) context.identity = identity;
}

/** The identity that the guard found; only on routes that are not public. */
export function identityOf(request: FastifyRequest): Identity {
  const identity = (request as FastifyRequest & { [IDENTITY]?: Identity })[IDENTITY];
  if (!identity) throw new Error('identity asked for on a public route');
  return identity;
}
