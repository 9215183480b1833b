import type { ServerResponse } from 'node:http';
import type { Verdict } from './window.ts';

/** The verdict that leaves least, by share of its limit. */
export function tightest(verdicts: readonly Verdict[]): Verdict | undefined {
  const share = ({ allowed, remaining, limit }: Verdict) => (allowed ? remaining / limit.requests : -1);
  return [...verdicts].sort((a, b) => share(a) - share(b))[0];
}

/** `RateLimit` and `RateLimit-Policy` (IETF draft-ietf-httpapi-ratelimit-headers), and `Retry-After` for who must wait. */
export function announce(response: ServerResponse, { limit, allowed, remaining, resetSeconds }: Verdict): void {
  if (response.headersSent) return;
  response.setHeader('ratelimit-policy', `"${limit.name}";q=${limit.requests};w=${limit.seconds}`);
  response.setHeader('ratelimit', `"${limit.name}";r=${remaining};t=${resetSeconds}`);
  if (!allowed) response.setHeader('retry-after', String(resetSeconds));
}
