import { endpoints, type Endpoint } from '@sunbeon/contract';
import type { FastifyInstance } from 'fastify';

/** Endpoints whose row in the table says `mostBytes` take larger bodies than the others; before routes are registered. */
export function allowLargeBodies(fastify: FastifyInstance): void {
  const large = new Map<string, number>(
    Object.values<Endpoint>(endpoints).flatMap(({ method, path, mostBytes }) =>
      mostBytes === undefined ? [] : [[`${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, mostBytes] as const],
    ),
  );
  fastify.addHook('onRoute', (route) => {
    const mostBytes = large.get(`${String(route.method)} ${route.url}`);
    if (mostBytes !== undefined) route.bodyLimit = mostBytes;
  });
}
