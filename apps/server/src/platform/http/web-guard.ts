import cors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { CONFIG } from '../config/config.module.ts';
import type { Config } from '../config/config.ts';
import { OwnOrigin } from './own-origin.ts';
import { problemBody, sendProblem } from './problem.filter.ts';

/** What everybody may read from any page of the world: there are no cookies and no tokens in it. */
const openPaths = ['/api/public/', '/api/open-data/'];

/** True for addresses of the open part, by the path as it was sent: what is written otherwise is closed. */
export function isOpenPath(url: string): boolean {
  return openPaths.some((path) => url.startsWith(path));
}

/** Nothing here is wanted but the screen, sound, full screen and a lamp that stays on. */
const unwanted = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // To our own pages only: a ticket's address is its key. Not `no-referrer`, under which a browser names no origin for
  // the forms of our own pages, and they could not be told from those of others.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': unwanted.map((feature) => `${feature}=()`).join(', '),
  // Whatever may be kept says so itself.
  'cache-control': 'no-store',
  // For JSON and for what has no policy of its own; pages bring theirs.
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** A year, all hosts below: an installation has a host name of its own. */
const HSTS = 'max-age=31536000; includeSubDomains';

/** Headers that every answer has unless it brings its own. On Node's own response, so that hijacked answers have them, too. */
export function protect(response: ServerResponse, url: string, https: boolean): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  response.setHeader('cross-origin-resource-policy', isOpenPath(url) ? 'cross-origin' : 'same-origin');
  if (https) response.setHeader('strict-transport-security', HSTS);
}

/**
 * What keeps other sites out, for every route, also one that nobody has thought of yet: headers, CORS for the open part
 * alone, and no changes by pages of others.
 */
export async function registerWebGuard(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const config = app.get<Config>(CONFIG);
  const httpsOnly = config.http.publicUrl?.startsWith('https:') ?? false;
  fastify.addHook('onRequest', (request, reply, done) => {
    protect(reply.raw, request.url, httpsOnly || request.protocol === 'https');
    done();
  });
  await app.register(cors, {
    delegator: (request, answer) => answer(null, { ...corsOptions, origin: isOpenPath(request.url) ? '*' : false }),
  });
  refuseForeignChanges(fastify, new OwnOrigin(config));
}

const corsOptions = {
  methods: ['GET', 'HEAD', 'POST'],
  exposedHeaders: ['ETag', 'RateLimit', 'RateLimit-Policy', 'Retry-After'],
  maxAge: 86_400,
  credentials: false,
};

/** Changes by a page of another site are refused, whatever they carry: cookies, tokens, or a form of ours. */
function refuseForeignChanges(fastify: FastifyInstance, own: OwnOrigin): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (changes(request) && !isOpenPath(request.url) && own.isForeign(request))
      sendProblem(reply, problemBody('forbidden', String(request.id)));
    else done();
  });
}

function changes({ method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
