import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Conditional answers: the client names the tag it has, and gets 304 while it is the newest. */
export class Freshness {
  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  /** Tags the answer; true when the client has it already and gets an empty 304. */
  has(etag: string): boolean {
    this.reply.header('etag', etag).header('cache-control', 'private, no-cache');
    const known = (this.request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (!known.includes(etag)) return false;
    this.reply.status(304);
    return true;
  }
}

/** Whether the client has the newest answer already. */
export const IfChanged = createParamDecorator((_: unknown, context: ExecutionContext): Freshness => {
  const http = context.switchToHttp();
  return new Freshness(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});
