import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopback, isPrivateAddress } from './private-addresses.ts';

export type OutboundFault =
  'not_https' | 'private_address' | 'unknown_host' | 'unreachable' | 'tls' | 'timeout' | 'too_large' | 'other_origin';

/** Why an address that somebody gave us was not asked, or did not answer. */
export class OutboundError extends Error {
  constructor(readonly fault: OutboundFault) {
    super(fault);
  }
}

export interface OutboundRules {
  /** The only origin that may be asked. */
  readonly origin: string;
  /** Addresses of private networks may be asked, and this machine by http. */
  readonly privateNetworks: boolean;
}

export interface OutboundRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>> | Headers;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const TIME_LIMIT_MS = 5_000;
const SIZE_LIMIT = 262_144;

/**
 * Asks an address that a tenant has set, and so may be set on what only we can reach (SSRF): https only, one origin, no
 * private networks, no redirects followed, five seconds, 256 KiB. The name is looked up once and that address is asked, so
 * that a name that changes its mind in between gains nothing. No connection is kept.
 * @throws OutboundError
 */
export async function askOutside(address: string, wish: OutboundRequest, rules: OutboundRules): Promise<Response> {
  const url = new URL(address);
  refuseAddress(url, rules);
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  const signal = wish.signal ? AbortSignal.any([limit, wish.signal]) : limit;
  return new Promise<Response>((resolve, reject) => {
    const fail = (error: unknown) => reject(signal.aborted ? new OutboundError('timeout') : outboundError(error));
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const headers = Object.fromEntries(new Headers(wish.headers));
    const lookup = publicOnly(rules);
    const options = { method: wish.method ?? 'GET', headers, agent: false, lookup, signal };
    const request = send(url, options, (response) => {
      readWhole(response).then((body) => resolve(answerOf(response, body)), fail);
    });
    request.on('error', fail);
    request.end(wish.body);
  });
}

function refuseAddress(url: URL, { origin, privateNetworks }: OutboundRules): void {
  if (url.origin !== origin) throw new OutboundError('other_origin');
  const plainAllowed = privateNetworks && url.protocol === 'http:' && isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !plainAllowed) throw new OutboundError('not_https');
  // An address instead of a name is not looked up.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !privateNetworks && isPrivateAddress(literal)) throw new OutboundError('private_address');
}

function publicOnly({ privateNetworks }: OutboundRules): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => {
      const [first] = found ?? [];
      if (error || !first) callback(new OutboundError('unknown_host'), '', 0);
      else if (!privateNetworks && found.some(({ address }) => isPrivateAddress(address)))
        callback(new OutboundError('private_address'), '', 0);
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}

async function readWhole(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > SIZE_LIMIT) throw new OutboundError('too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Statuses that have no body, by the rules of fetch. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

function answerOf({ statusCode = 500, headers }: IncomingMessage, body: Buffer): Response {
  const list = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new Response(bodiless.has(statusCode) ? null : new Uint8Array(body), { status: statusCode, headers: list });
}

function outboundError(error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_|ALTNAME|EPROTO/.test(code)) return new OutboundError('tls');
  return new OutboundError(code === 'ETIMEDOUT' ? 'timeout' : 'unreachable');
}
