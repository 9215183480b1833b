import type { FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import type { FrontEndFiles } from './front-end-files.ts';
import { appPolicy, secure } from './security-headers.ts';

/** Stands in a built page where its nonce belongs (libs/ui/vite.ts). */
const NONCE_MARK = 'SUNBEON-NONCE';

/** True for a page whose script writes styles into it, as the console's does. */
export const hasNonce = (page: string): boolean => page.includes(NONCE_MARK);

/** Sends the page of an app with a nonce that nobody had before: only styles that carry it count. Never kept. */
export function sendWithNonce(files: FrontEndFiles, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(18).toString('base64');
  secure(reply, appPolicy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`));
  return reply
    .header('cache-control', 'no-store')
    .header('content-type', 'text/html; charset=utf-8')
    .send(files.page('index.html').replaceAll(NONCE_MARK, nonce));
}
