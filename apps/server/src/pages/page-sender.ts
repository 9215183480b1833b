import { Logger } from '@nestjs/common';
import { reservedSlugs } from '@sunbeon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemBody, sendProblem, codeOf } from '../platform/http/problem.filter.ts';
import { pageLanguage } from './page-language.ts';
import { Representation } from './representation.ts';
import type { ResidentFiles, ResidentRenderer } from './resident-renderer.ts';
import { pagePolicy, secure } from './security-headers.ts';

const HTML = 'text/html; charset=utf-8';
const QUALITY = 5;
const machines: ReadonlySet<string> = new Set(['api', 'metrics', 'realtime', 'socket', 'health', 'relay']);

/** Sends pages, and what stands in their place when there is none. */
export class PageSender {
  private readonly logger = new Logger('pages');
  private policy: { readonly of: ResidentRenderer; readonly text: string } | undefined;

  constructor(private readonly files: ResidentFiles) {}

  /** Runs a page's work with the renderer; a fault becomes a page that says so, never a stack. */
  async with(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (renderer: ResidentRenderer) => Promise<unknown>,
  ): Promise<unknown> {
    const renderer = await this.files.renderer();
    if (!renderer) return this.notBuilt('resident', reply);
    try {
      return await work(renderer);
    } catch (error) {
      return this.fault(error, renderer, request, reply);
    }
  }

  /** Makes what is sent of a document. */
  represent(html: string): Representation {
    return new Representation(Buffer.from(html), HTML, QUALITY);
  }

  /** @param cache Cache-Control */
  send(
    page: Representation,
    cache: string,
    renderer: ResidentRenderer,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    secure(reply, this.policyOf(renderer))
      .header('cache-control', cache)
      .header('content-language', pageLanguage(request))
      .header('vary', 'accept-language, accept-encoding');
    return page.send(request, reply);
  }

  /** 404: a page for people, application/problem+json where programs ask. */
  async notFound(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const renderer = isForMachines(request) ? undefined : await this.files.renderer();
    if (!renderer) return sendProblem(reply, problemBody('not_found', String(request.id)));
    const html = renderer.renderNotFound(pathOf(request), pageLanguage(request));
    return this.send(this.represent(html), 'no-store', renderer, request, reply.status(404));
  }

  /** The institution's use is suspended or over: said politely, and no more of it. */
  async resting(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const renderer = isForMachines(request) ? undefined : await this.files.renderer();
    if (!renderer) return sendProblem(reply, problemBody('not_found', String(request.id)));
    const html = renderer.renderResting(pathOf(request), pageLanguage(request));
    return this.send(
      this.represent(html),
      'no-store',
      renderer,
      request,
      reply.status(503).header('retry-after', '3600'),
    );
  }

  /** A front end that nobody has built: said plainly, to whoever runs this. */
  notBuilt(app: string, reply: FastifyReply): FastifyReply {
    return reply
      .status(503)
      .header('cache-control', 'no-store')
      .header('content-type', 'text/plain; charset=utf-8')
      .send(
        `화면(${app})이 아직 만들어지지 않았습니다.\nThe front end "${app}" is not built: \`npm start\` builds it.\n`,
      );
  }

  private fault(
    error: unknown,
    renderer: ResidentRenderer,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> | FastifyReply {
    const code = codeOf(error);
    if (code === 'not_found') return this.notFound(request, reply);
    const status = code === 'internal' ? 500 : 503;
    if (code === 'internal') this.logger.error({ msg: 'page failed', traceId: request.id, err: error });
    const html = renderer.renderFault(pathOf(request), pageLanguage(request));
    return this.send(this.represent(html), 'no-store', renderer, request, reply.status(status));
  }

  private policyOf(renderer: ResidentRenderer): string {
    if (this.policy?.of !== renderer) this.policy = { of: renderer, text: pagePolicy(renderer.styles) };
    return this.policy.text;
  }
}

/** Path of a request without its query. */
export function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0] ?? '/';
}

function isForMachines(request: FastifyRequest): boolean {
  return machines.has(pathOf(request).split('/')[1] ?? '');
}

/** True for a first path segment that no tenant can have. */
export function isReserved(segment: string): boolean {
  return (reservedSlugs as readonly string[]).includes(segment);
}
