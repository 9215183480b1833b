import type { OutgoingHttpHeaders } from 'node:http';
import type { Encoding } from '../platform/http/negotiation.ts';

/** What a status is sent with. Everybody may read it from any page. */
const common = {
  'cache-control': 'public, max-age=2, stale-while-revalidate=10',
  vary: 'accept-encoding',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
} as const;

/** Headers of one revision's status, made once. */
export class StatusHeaders {
  readonly unchanged: OutgoingHttpHeaders;

  constructor(etag: string) {
    this.unchanged = { etag, ...common };
  }

  full(length: number, encoding: Encoding | undefined): OutgoingHttpHeaders {
    const headers = { ...this.unchanged, 'content-type': 'application/json; charset=utf-8', 'content-length': length };
    return encoding === undefined ? headers : { ...headers, 'content-encoding': encoding };
  }
}
