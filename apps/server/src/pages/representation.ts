import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { compress, encodingOf, encodings, matches, type Encoding } from '../platform/http/negotiation.ts';

/** A text as it is sent: made once, kept with its tag and, once asked for, in each encoding. */
export class Representation {
  readonly etag: string;
  private readonly compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(
    readonly body: Buffer,
    readonly contentType: string,
    private readonly quality: number,
  ) {
    this.etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  }

  /** Sends it, or 304 when the client has it. Headers other than those of the content are the caller's. */
  async send(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    reply.header('etag', this.etag);
    if (matches(request.headers['if-none-match'], this.etag)) return reply.status(304).send();
    reply.header('content-type', this.contentType);
    const encoding = encodingOf(request.headers['accept-encoding']);
    if (encoding === undefined) return reply.send(this.body);
    const body = await this.encoded(encoding);
    return reply.header('content-encoding', encoding).send(body);
  }

  private encoded(encoding: (typeof encodings)[number]): Promise<Buffer> {
    let body = this.compressed.get(encoding);
    if (!body) {
      body = compress(this.body, encoding, this.quality);
      this.compressed.set(encoding, body);
    }
    return body;
  }
}
