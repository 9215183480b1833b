import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config/config.ts';

/** What of a request tells which site it came from, and which site it came to. */
export interface Arrival {
  readonly headers: IncomingHttpHeaders;
  /** Host with port as the browser asked for it. */
  readonly host: string;
}

/** Tells our own pages from those of others. */
export class OwnOrigin {
  private readonly publicOrigin: string | undefined;

  constructor({ http }: Pick<Config, 'http'>) {
    this.publicOrigin = http.publicUrl === undefined ? undefined : new URL(http.publicUrl).origin;
  }

  /**
   * True when a page of another site sent this. A browser says so by Sec-Fetch-Site where the address is trustworthy (https,
   * localhost), and names the Origin of whatever is no plain reading; who says neither is no browser, and has no cookies
   * and no tokens but its own.
   */
  isForeign({ headers, host }: Arrival): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined) return site !== 'same-origin' && site !== 'none';
    const { origin } = headers;
    return origin !== undefined && !this.isOwn(origin, host);
  }

  /** @param origin of an Origin header; `null` is nobody's */
  isOwn(origin: string, host: string): boolean {
    return origin === this.publicOrigin || (URL.canParse(origin) && new URL(origin).host === host);
  }

  /** `https://wait.example`: PUBLIC_URL's, or the one that was asked for. */
  of({ protocol, host }: { readonly protocol: string; readonly host: string }): string {
    return this.publicOrigin ?? `${protocol}://${host}`;
  }
}
