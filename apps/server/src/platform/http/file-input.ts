import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

/** A file that is being sent, not yet read. */
export interface SentFile {
  readonly stream: Readable;
  /** Bytes that the client says there are; undefined where it says nothing. */
  readonly length: number | undefined;
}

/** Files come as plain bytes: nothing is read of them before somebody who may send one asks for it. */
export function takeFiles(fastify: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  fastify.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
}

/** For handlers of endpoints whose row in the table says `upload`. */
export const FileBody = createParamDecorator((_: unknown, context: ExecutionContext): SentFile => {
  const { body, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const length = Number(headers['content-length'] ?? Number.NaN);
  return {
    stream: body instanceof Readable ? body : Readable.from([]),
    length: Number.isFinite(length) ? length : undefined,
  };
});
