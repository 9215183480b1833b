import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance } from 'fastify';
import type { Identity } from '../auth/identity.ts';

/** What is known of the request that is being worked on, wherever in the program somebody asks. */
export interface RequestContext {
  readonly traceId: string;
  /** Address that the request came from. */
  readonly address: string;
  /** Who asks, once the guard has found out; undefined on public routes. */
  identity?: Identity;
  /** A row of the audit was written by this request. */
  audited: boolean;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The present request, or undefined in jobs and at start. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Gives every request its context. After the body was read: whatever reads it may come from another chain of calls. */
export function registerRequestContext(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', (request, _reply, done) => {
    storage.run({ traceId: String(request.id), address: request.ip, audited: false }, done);
  });
}
