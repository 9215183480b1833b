import { createParamDecorator, Logger, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file whose bytes never change, and a way to some of them. */
export interface Keepable {
  readonly type: string;
  readonly bytes: number;
  /** Without quotes. */
  readonly tag: string;
  /** Bytes `from` to `to`, both included. */
  read(from: number, to: number): AsyncIterable<Buffer>;
}

/** A year: an address always leads to the same bytes. Private, since it takes a token. */
const forGood = 'private, max-age=31536000, immutable';

/** Answers with a file that browsers and screens keep: by tag, and in pieces, as players of films ask. */
export class KeptFile {
  private readonly logger = new Logger('files');

  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
  ) {}

  async send(file: Keepable): Promise<void> {
    const { raw } = this.reply;
    const tag = `"${file.tag}"`;
    const common = {
      etag: tag,
      'cache-control': forGood,
      'accept-ranges': 'bytes',
      // Somebody who opens the address gets a picture, and no page that could do anything.
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    };
    this.reply.hijack();
    if (tagsOf(this.request.headers['if-none-match']).includes(tag)) return void raw.writeHead(304, common).end();
    const ifRange = this.request.headers['if-range'];
    const asked = ifRange === undefined || ifRange === tag ? this.request.headers.range : undefined;
    const range = rangeOf(asked, file.bytes);
    if (range === 'outside')
      return void raw.writeHead(416, { ...common, 'content-range': `bytes */${file.bytes}` }).end();
    const { from, to } = range ?? { from: 0, to: file.bytes - 1 };
    raw.writeHead(range ? 206 : 200, {
      ...common,
      'content-type': file.type,
      'content-length': to - from + 1,
      ...(range && { 'content-range': `bytes ${from}-${to}/${file.bytes}` }),
    });
    try {
      await pipeline(Readable.from(file.read(from, to)), raw);
    } catch (error) {
      raw.destroy();
      // Players break off as they like.
      this.logger.debug({ msg: 'file was not sent whole', reason: (error as Error).message });
    }
  }
}

const tagsOf = (header: string | undefined): string[] =>
  (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));

/** One range; several, or what is none, get the whole file. Both ends included. */
export function rangeOf(
  header: string | undefined,
  bytes: number,
): { from: number; to: number } | 'outside' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (first === '' && Number(last) === 0) return 'outside';
  if (from >= bytes) return 'outside';
  return from <= to ? { from, to } : undefined;
}

/** For handlers that answer with a file that never changes. */
export const Kept = createParamDecorator((_: unknown, context: ExecutionContext): KeptFile => {
  const http = context.switchToHttp();
  return new KeptFile(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});
