import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';

/**
 * What a page may load and do. Pages of residents: our script, their own style sheet (by its hash), nothing else.
 * @param styles the style sheet that stands in the page
 */
export function pagePolicy(styles: string): string {
  const hash = createHash('sha256').update(styles).digest('base64');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'sha256-${hash}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Screens of the hall and of staff: everything from here; pictures and sound may be made in the browser. */
export const appPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Screens and kiosks, which the console shows in a frame as they would be. */
export const framedPolicy = appPolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'");

/** The policy of something that a browser shows, in place of the one that every answer has (platform/http/web-guard.ts). */
export function secure(reply: FastifyReply, policy: string): FastifyReply {
  return reply.header('content-security-policy', policy);
}
