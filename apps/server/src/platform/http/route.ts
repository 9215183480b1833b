import {
  applyDecorators,
  createParamDecorator,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import { endpoints, IdempotencyKey, type Endpoint, type EndpointName } from '@sunbeon/contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ProblemException, type ProblemIssue } from './problem.ts';

export const ROUTE = Symbol('route');

type Row<N extends EndpointName> = (typeof endpoints)[N];
type Parsed<R, K extends string> = R extends Record<K, z.ZodType> ? z.output<R[K & keyof R]> : undefined;

/** What a handler of an endpoint gets: everything checked by the schemas of the contract. */
export interface RouteInput<N extends EndpointName> {
  readonly params: Parsed<Row<N>, 'params'>;
  readonly query: Parsed<Row<N>, 'query'>;
  readonly body: Parsed<Row<N>, 'body'>;
  readonly idempotency: IdempotencyInput | undefined;
}

/** Key of a request that may be sent again, with its route and raw body. */
export interface IdempotencyInput {
  readonly key: string;
  readonly route: string;
  readonly body: unknown;
}

/** Result of a handler of an endpoint, before its schema strips what does not belong there. */
export type RouteOutput<N extends EndpointName> = z.input<Row<N>['response']>;

/** Binds a method to an endpoint of the contract: path, method, status, access and schemas all come from its table. */
export function Route(name: EndpointName): MethodDecorator {
  const endpoint: Endpoint = endpoints[name];
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
  return applyDecorators(
    RequestMapping({ path, method: RequestMethod[endpoint.method] }),
    HttpCode(endpoint.status),
    SetMetadata(ROUTE, name),
  );
}

/** The checked input of the endpoint named by @Route. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const name = Reflect.getMetadata(ROUTE, context.getHandler()) as EndpointName;
  return inputOf(name, context.switchToHttp().getRequest<FastifyRequest>());
});

/** The checked input of an endpoint, for guards that need it before the handler. */
export function inputOf(name: EndpointName, request: FastifyRequest) {
  const endpoint: Endpoint = endpoints[name];
  refuseOtherTypes(request, endpoint);
  if (!checkedInParts.has(name) && !endpoint.upload) refuseNul(request.body, 'body');
  refuseNul(request.query, 'query');
  return {
    params: check(endpoint.params, request.params, 'path', 'not_found'),
    query: check(endpoint.query, request.query, 'query', 'validation'),
    body: check(endpoint.body, request.body ?? {}, 'body', 'validation'),
    idempotency: readKey(endpoint, request),
  };
}

/** Plain text and forms are what any page of the world may send without asking; endpoints take JSON, or a file as bytes. */
function refuseOtherTypes({ method, headers }: FastifyRequest, { upload }: Endpoint): void {
  const type = headers['content-type'];
  if (upload) {
    if (type !== undefined && /^application\/octet-stream\s*(?:;|$)/i.test(type)) return;
    throw new ProblemException('unsupported_media_type');
  }
  if (method === 'GET' || type === undefined || /^application\/json\s*(?:;|$)/i.test(type)) return;
  throw new ProblemException('unsupported_media_type');
}

/** Batches whose parts are checked one by one, so that a bad one loses no other. */
const checkedInParts: ReadonlySet<EndpointName> = new Set<EndpointName>(['relayEvents']);

/**
 * JSON may carry a NUL character, PostgreSQL's texts may not: refused here, so that no statement stumbles over it. Not
 * recursive: a megabyte of opening brackets is deeper than the stack.
 */
function refuseNul(given: unknown, where: string): void {
  const left: unknown[] = [given];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string' && value.includes('\0')) {
      throw new ProblemException('validation', undefined, [{ path: where, message: 'must not hold a NUL character' }]);
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) left.push(key, inner);
  }
}

function readKey(endpoint: Endpoint, request: FastifyRequest): IdempotencyInput | undefined {
  if (!endpoint.idempotent) return undefined;
  const given = request.headers['idempotency-key'];
  if (given === undefined) {
    if (endpoint.idempotent === 'required') throw new ProblemException('idempotency_key_required');
    return undefined;
  }
  const key = check(IdempotencyKey, given, 'Idempotency-Key', 'validation');
  return { key: key as string, route: `${endpoint.method} ${request.url}`, body: request.body ?? {} };
}

function check(
  schema: z.ZodType | undefined,
  value: unknown,
  where: string,
  code: 'validation' | 'not_found',
): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // A malformed id in a path is simply something that does not exist.
  if (code === 'not_found') throw new ProblemException('not_found');
  throw new ProblemException(
    code,
    undefined,
    result.error.issues.slice(0, 20).map((issue) => issueAt(where, issue)),
  );
}

function issueAt(where: string, issue: z.core.$ZodIssue): ProblemIssue {
  return { path: [where, ...issue.path.map(String)].join('.'), message: issue.message };
}
