import { endpoints, type Access, type Endpoint, type EndpointName } from '@sunbeon/contract';

/** Whose requests are counted together. */
export type RatedBy = 'address' | 'ticket' | 'session' | 'person' | 'device' | 'tenant';

/** So many requests of one of them within so many seconds. */
export interface RateLimit {
  /** As in the RateLimit headers. */
  readonly name: string;
  readonly per: RatedBy;
  readonly requests: number;
  readonly seconds: number;
}

const limit = (name: string, per: RatedBy, requests: number, seconds = 60): RateLimit => ({
  ...{ name, per, requests, seconds },
});

/**
 * The limits. A whole hall sits behind one router, and a mobile network behind a few: per address they only stop a flood;
 * what holds people and devices apart is the device, the ticket and the person. Guesses (log-in, codes, PIN) have limits of
 * their own, which are exact: attempt-limits.ts.
 */
export const rateLimits = {
  /** Pages and their files. */
  page: limit('page', 'address', 12_000),
  publicRead: limit('public-read', 'address', 6_000),
  publicWrite: limit('public-write', 'address', 1_200),
  /** Log-in, pairing, sign-up and whatever else checks a secret or writes a letter for somebody who is not known yet. */
  guess: limit('guess', 'address', 600),
  /** By the session of the cookie where it was here before, else by address. */
  session: limit('session', 'session', 1_200),
  /** Makes us ask an identity provider. */
  ssoStart: limit('sso-start', 'address', 240),
  ticketRead: limit('ticket-read', 'ticket', 120),
  ticketWrite: limit('ticket-write', 'ticket', 30),
  person: limit('person', 'person', 1_200),
  device: limit('device', 'device', 1_200),
  tenant: limit('tenant', 'tenant', 60_000),
  /** Requests with a token that is not good; past it, only tokens are looked up whose owner was here before. */
  badToken: limit('bad-token', 'address', 1_200),
  heavy: limit('heavy', 'person', 20),
  picture: limit('picture', 'device', 60),
  /** Events come in batches of up to a thousand, after a line was down many at once. */
  relay: limit('relay', 'device', 12_000),
} as const satisfies Record<string, RateLimit>;

type LimitName = keyof typeof rateLimits;

/** Endpoints that are dearer than others of their kind: these limits count as well. */
const dear: Readonly<Partial<Record<EndpointName, LimitName>>> = {
  auditExport: 'heavy',
  auditVerify: 'heavy',
  ssoTest: 'heavy',
  devicePictureSend: 'picture',
};

/** Endpoints that have a limit of their own in place of the person's or device's. */
const apart: Readonly<Partial<Record<EndpointName, LimitName>>> = { relayEvents: 'relay' };

/** Limits of an endpoint for somebody who is known, by kind of who asks. */
export function limitsFor(name: EndpointName, who: 'person' | 'device'): readonly RateLimit[] {
  const extra = dear[name];
  return [rateLimits[apart[name] ?? who], rateLimits.tenant, ...(extra === undefined ? [] : [rateLimits[extra]])];
}

const isTicket = (path: string) => path.includes('{token}') || path.includes(':token');

/** Limits of what needs no log-in. @param path pattern of a route, of the contract or of Fastify */
function publicLimits(method: string, path: string): readonly RateLimit[] {
  const reads = method === 'GET' || method === 'HEAD';
  const isPage = !path.startsWith('/api/');
  if (reads)
    return [...(isTicket(path) ? [rateLimits.ticketRead] : []), isPage ? rateLimits.page : rateLimits.publicRead];
  return isTicket(path) ? [rateLimits.ticketWrite, rateLimits.publicWrite] : [rateLimits.guess];
}

/** Asked by whoever starts and watches processes; must answer when nothing else does. */
const unlimited: ReadonlySet<string> = new Set(['/api/health/live', '/api/health/ready', '/metrics']);
const ofSessions: ReadonlySet<string> = new Set([endpoints.refresh.path, endpoints.logout.path]);
const ssoStarts: ReadonlySet<string> = new Set(['/api/auth/sso/:tenant', '/api/auth/sso/callback']);

const isPublic = ({ access }: Endpoint) => (access as readonly Access[]).includes('public');
const guarded: ReadonlySet<string> = new Set(
  (Object.values(endpoints) as Endpoint[])
    .filter((one) => !isPublic(one))
    .map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
);

/**
 * Limits that are counted before anybody is known. None for endpoints that ask who calls: the guard counts those by person
 * or device, so that no address stands for a hall.
 * @param path pattern of Fastify's route; undefined = there is none
 */
export function limitsBefore(method: string, path: string | undefined): readonly RateLimit[] {
  if (path === undefined) return [rateLimits.page];
  if (unlimited.has(path) || guarded.has(`${method === 'HEAD' ? 'GET' : method} ${path}`)) return [];
  if (ssoStarts.has(path)) return [rateLimits.ssoStart];
  if (ofSessions.has(path)) return [rateLimits.session];
  return publicLimits(method, path);
}
