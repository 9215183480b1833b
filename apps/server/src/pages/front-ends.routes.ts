import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { join } from 'node:path';
import { FrontEndFiles } from './front-end-files.ts';
import { hasNonce, sendWithNonce } from './nonce-page.ts';
import type { PageSender } from './page-sender.ts';
import { appPolicy, framedPolicy, secure } from './security-headers.ts';

/** Single-page front ends, each under its own first path segment. */
export const frontEnds = ['kiosk', 'counter', 'display', 'signup', 'console'] as const;

type FilesRequest = FastifyRequest<{ Params: { '*': string } }>;

/** Files of the front ends, each under `/<name>/…`, the TV's own media, the resident's script. */
export function registerFrontEnds(app: NestFastifyApplication, root: string, pages: PageSender): void {
  const fastify = app.getHttpAdapter().getInstance();
  void fastify.register(fastifyStatic, { serve: false });
  for (const name of frontEnds) {
    const files = new FrontEndFiles(join(root, 'dist', name));
    fastify.get(`/${name}`, (request, reply) => reply.redirect(withQuery(`/${name}/`, request), 308));
    fastify.get(`/${name}/*`, (request, reply) => sendAppFile(name, files, pages, request as FilesRequest, reply));
  }
  const plain = { '/assets/*': 'dist/resident/assets', '/media/*': 'dist/display/media' };
  for (const [path, folder] of Object.entries(plain)) {
    const files = new FrontEndFiles(join(root, folder));
    // The hash is in the name, but the folder in which Vite puts it is not part of the names here.
    const immutable = path === '/assets/*';
    fastify.get(path, (request, reply) => sendFile(files, immutable, pages, request as FilesRequest, reply));
  }
}

/** A file of the app, or its page for every path that is no file: the app knows what to show there. */
async function sendAppFile(
  app: string,
  files: FrontEndFiles,
  pages: PageSender,
  request: FilesRequest,
  reply: FastifyReply,
): Promise<unknown> {
  if (!files.isBuilt()) return pages.notBuilt(app, reply);
  const name = request.params['*'];
  secure(reply, app === 'display' || app === 'kiosk' ? framedPolicy : appPolicy);
  if (name !== '' && files.has(name)) return files.send(name, request, reply);
  const isFile = name.startsWith('assets/') || /\.\w+$/.test(name);
  if (isFile || !files.has('index.html')) return pages.notFound(request, reply);
  return hasNonce(files.page('index.html')) ? sendWithNonce(files, reply) : files.send('index.html', request, reply);
}

async function sendFile(
  files: FrontEndFiles,
  immutable: boolean,
  pages: PageSender,
  request: FilesRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const name = request.params['*'];
  if (!files.has(name)) return pages.notFound(request, reply);
  secure(reply, "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox");
  return files.send(name, request, reply, immutable);
}

function withQuery(path: string, { url }: FastifyRequest): string {
  const at = url.indexOf('?');
  return at < 0 ? path : path + url.slice(at);
}
