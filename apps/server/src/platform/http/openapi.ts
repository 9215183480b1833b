import { endpoints, IdempotencyKey, Problem, problems, type Endpoint, type EndpointName } from '@sunbeon/contract';
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { examples } from './openapi-examples.ts';

/** An OpenAPI 3.1 document: plain JSON. */
export type OpenApiDocument = ReturnType<typeof createDocument>;

/**
 * The printed reference of the outward contract, from the same table of endpoints that makes the routes. The keys of
 * every object stand in one order, so that two versions can be compared line by line.
 */
export function openApiDocument(): OpenApiDocument {
  return sorted(createDocument(describe())) as OpenApiDocument;
}

function describe(): ZodOpenApiObject {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sunbeon (순번)',
      version: '0.1.0',
      description:
        'Tickets and waits for civil-affairs offices (민원실). Times are ISO 8601 with offset. Errors are ' +
        'application/problem+json with a `code` of one table. What belongs to others answers as what does not exist.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: paths(),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'Access token of a person, from POST /api/auth/login' },
        device: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`Device <token>`, from POST /api/devices/pair',
        },
        session: { type: 'apiKey', in: 'cookie', name: 'sunbeon_session', description: 'Refresh token, httpOnly' },
      },
      schemas: { Problem },
      responses: Object.fromEntries(
        Object.entries(refusals).map(([name, { statuses, text }]) => [name, problemResponse(text, statuses)]),
      ),
    },
  };
}

type Statuses = (status: number) => boolean;

/** Refusals of the table of codes, grouped by status: a response each. */
const refusals = {
  Malformed: {
    statuses: (status) => status === 400 || status === 413 || status === 415,
    text: 'Not a request that can be read',
  },
  Unauthenticated: { statuses: (status) => status === 401, text: 'No valid token' },
  Forbidden: { statuses: (status) => status === 403, text: 'Not allowed' },
  NotFound: { statuses: (status) => status === 404, text: 'Not there, or of somebody else' },
  Refused: { statuses: (status) => status === 409, text: 'The state of things does not allow this' },
  Invalid: { statuses: (status) => status === 422, text: 'Does not fit the schema, or names what is unknown' },
  TooMany: { statuses: (status) => status === 429, text: 'Too many requests; Retry-After says when to come again' },
  Fault: { statuses: (status) => status >= 500, text: 'Our fault, or not ready' },
} as const satisfies Record<string, { statuses: Statuses; text: string }>;

function problemResponse(text: string, statuses: Statuses) {
  const codes = Object.entries(problems).filter(([, [status]]) => statuses(status));
  const lines = codes.map(([code, [status, title]]) => `- \`${code}\` (${status}): ${title}`);
  return {
    description: `${text}.\n\n${lines.join('\n')}`,
    content: { 'application/problem+json': { schema: Problem } },
  };
}

const reference = (name: keyof typeof refusals) => ({ $ref: `#/components/responses/${name}` }) as const;

function paths(): ZodOpenApiPathsObject {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = { ...bareRoutes() };
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const methods = (all[endpoint.path] ??= {});
    methods[endpoint.method.toLowerCase()] = operation(name, endpoint);
  }
  return all;
}

function operation(name: EndpointName, endpoint: Endpoint): ZodOpenApiOperationObject {
  const { params, query, body, idempotent } = endpoint;
  const header = idempotent && z.object({ 'Idempotency-Key': keyHeader(idempotent) });
  return {
    operationId: name,
    summary: endpoint.summary,
    description: `Access: ${endpoint.access.join(' or ')}.`,
    tags: [endpoint.path.split('/')[2] ?? ''],
    security: securityOf(name, endpoint),
    ...(params || query || header
      ? { requestParams: { ...(params && { path: params }), ...(query && { query }), ...(header && { header }) } }
      : {}),
    ...(body ? { requestBody: { required: true, content: json(body, examples[name]?.request) } } : {}),
    ...(endpoint.upload
      ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: z.string() } } } }
      : {}),
    responses: responsesOf(name, endpoint),
  };
}

function keyHeader(idempotent: 'required' | 'optional') {
  const description = 'Sent again with the same body, the request is answered as the first time (24 hours).';
  const key = IdempotencyKey.meta({ description, example: '6f1c1c0e-8f1d-4a55-9d57-0b7c3a2c9d11' });
  return idempotent === 'required' ? key : key.optional();
}

function securityOf(name: EndpointName, { access }: Endpoint): Record<string, string[]>[] {
  if (name === 'refresh' || name === 'logout') return [{ session: [] }];
  if (access.includes('public')) return [];
  const schemes = new Set(
    access.map((one) => (one.startsWith('device') && one !== 'device.manage' ? 'device' : 'bearer')),
  );
  return [...schemes].map((scheme) => ({ [scheme]: [] }));
}

function responsesOf(name: EndpointName, endpoint: Endpoint): ZodOpenApiResponsesObject {
  const open = endpoint.access.includes('public');
  const command = endpoint.method !== 'GET';
  return {
    ...success(name, endpoint),
    ...(endpoint.body ? { 400: reference('Malformed'), 422: reference('Invalid') } : {}),
    ...(endpoint.query ? { 422: reference('Invalid') } : {}),
    ...(open && !guessed.has(name) ? {} : { 401: reference('Unauthenticated') }),
    ...(open && !guessed.has(name) ? {} : { 403: reference('Forbidden') }),
    ...(endpoint.params || name === 'pair' || command ? { 404: reference('NotFound') } : {}),
    ...(command ? { 409: reference('Refused') } : {}),
    429: reference('TooMany'),
    '5XX': reference('Fault'),
  };
}

/** Public endpoints that check a secret. */
const guessed: ReadonlySet<EndpointName> = new Set<EndpointName>(['login', 'refresh', 'pair']);
/** Endpoints that answer 304 to a tag that is still the newest. */
const tagged: ReadonlySet<EndpointName> = new Set<EndpointName>(['deviceConfig', 'publicStatus']);

function success(name: EndpointName, { response, status, file }: Endpoint): ZodOpenApiResponsesObject {
  if (file) return { [status]: { description: 'A file', content: { [file]: { schema: z.string() } } } };
  const content = response instanceof z.ZodOptional ? (response.unwrap() as z.ZodType) : response;
  const unchanged = tagged.has(name) ? { 304: { description: 'Nothing newer than the tag of If-None-Match' } } : {};
  if (response instanceof z.ZodUndefined) return { 204: { description: 'Done' } };
  return {
    [status]: { description: 'Done', content: json(content, examples[name]?.response) },
    ...(response instanceof z.ZodOptional ? { 204: { description: 'There was nothing to do' } } : {}),
    ...unchanged,
  } as ZodOpenApiResponsesObject;
}

function json(schema: z.ZodType, example: unknown) {
  return { 'application/json': { schema, ...(example === undefined ? {} : { example }) } };
}

/** Routes that are no JSON endpoints of the table: health and the stream of server-sent events. */
function bareRoutes(): Record<string, Record<string, ZodOpenApiOperationObject>> {
  const ready = z.object({
    ready: z.boolean(),
    database: z.boolean(),
    migrations: z.boolean(),
    jobs: z.boolean(),
    eventLoop: z.boolean(),
  });
  const { params } = endpoints.publicStatus;
  return {
    '/api/health/live': {
      get: bare('healthLive', 'health', 'The process answers', {
        200: { description: 'Alive', content: json(z.object({ status: z.literal('ok') }), undefined) },
      }),
    },
    '/api/health/ready': {
      get: bare('healthReady', 'health', 'The process can do its work', {
        200: { description: 'Ready', content: json(ready, undefined) },
        503: { description: 'Not ready', content: json(ready, undefined) },
      }),
    },
    '/api/public/{tenant}/{office}/events': {
      get: {
        ...bare('publicEvents', 'public', 'Live waits as server-sent events: one on connecting, one per change', {
          200: {
            description: 'Each `data:` is the object of …/status; a comment every 15 seconds',
            content: { 'text/event-stream': { schema: z.string() } },
          },
          404: reference('NotFound'),
        }),
        requestParams: { path: params },
      },
    },
  };
}

function bare(operationId: string, tag: string, summary: string, responses: ZodOpenApiResponsesObject) {
  return { operationId, summary, tags: [tag], security: [], responses };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
