import { createParamDecorator, Logger, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** An answer that is a file and no JSON, sent as it is made. */
export class FileAnswer {
  private readonly logger = new Logger('files');

  constructor(
    private readonly reply: FastifyReply,
    private readonly traceId: string,
  ) {}

  /**
   * Sends the parts one after the other, no faster than the client reads. A fault on the way cuts the connection, so that
   * half a file is not taken for a whole one.
   * @param name for the client's disk; ASCII letters, digits, `-` and `.`
   */
  async send(
    type: string,
    name: string,
    parts: AsyncIterable<string | Buffer> | Iterable<string | Buffer>,
  ): Promise<void> {
    const { raw } = this.reply;
    this.reply.hijack();
    raw.writeHead(200, {
      'content-type': type === 'text/csv' ? 'text/csv; charset=utf-8' : type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    try {
      await pipeline(Readable.from(parts), raw);
    } catch (error) {
      raw.destroy();
      this.logger.warn({
        msg: 'file could not be sent whole',
        traceId: this.traceId,
        reason: (error as Error).message,
      });
    }
  }
}

/** For handlers of endpoints whose row in the table names a `file`. */
export const File = createParamDecorator((_: unknown, context: ExecutionContext): FileAnswer => {
  const http = context.switchToHttp();
  return new FileAnswer(http.getResponse<FastifyReply>(), String(http.getRequest<FastifyRequest>().id));
});
