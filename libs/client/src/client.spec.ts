import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@sunbeon/contract';
import { createClient, newKey, OfflineError, ProblemError } from './index.ts';
import { retryDelayMs } from './pause.ts';
import { routes } from './routes.ts';

type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
const servers: Server[] = [];
const seen: Seen[] = [];

/** A server that answers the n-th request by the n-th of `answers`, the last one from then on. */
async function serve(...answers: ((request: Seen, response: ServerResponse) => void)[]): Promise<string> {
  seen.length = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const got = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      seen.push(got);
      (answers[seen.length - 1] ?? answers.at(-1))?.(got, response);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json =
  (body: unknown, status = 200, type = 'application/json') =>
  (_: Seen, response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
const problem = (code: string, status: number) =>
  json({ type: 'about:blank', title: 'title', status, code, traceId: 't-1' }, status, 'application/problem+json');
const drop = (_: Seen, response: ServerResponse) => void response.destroy();
const silent = () => undefined;

const issue = { body: { serviceId: '0190a1b2-0000-7000-8000-000000000001' }, idempotencyKey: 'key-12345' };

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

it('knows exactly the routes of the contract', () => {
  const table = Object.fromEntries(Object.entries(endpoints).map(([name, row]) => [name, [row.method, row.path]]));
  expect(routes).toEqual(table);
});

describe('a call', () => {
  it('fills path and query, sends JSON, authorization and key', async () => {
    const baseUrl = await serve(json({ ok: true }));
    const client = createClient({ baseUrl, authorization: () => 'Device abc' });
    await client.call('explain', { params: { office: 'main' }, query: { first: 'A 1', second: '2' } });
    await client.call('kioskIssue', issue);
    expect(seen[0]).toMatchObject({ method: 'GET', url: '/api/offices/main/order?first=A+1&second=2', body: '' });
    expect(seen[1]?.headers).toMatchObject({ authorization: 'Device abc', 'idempotency-key': 'key-12345' });
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual(issue.body);
  });

  it('escapes what stands in a path', async () => {
    const client = createClient({ baseUrl: await serve(json({})) });
    await client.call('publicTicket', { params: { token: '../admin?x' } });
    expect(seen[0]?.url).toBe('/api/public/tickets/..%2Fadmin%3Fx');
  });

  it('answers undefined to 204', async () => {
    const client = createClient({ baseUrl: await serve((_, response) => void response.writeHead(204).end()) });
    expect(await client.call('callNext', { params: { id: 'c1' } })).toBeUndefined();
  });

  it('throws the problem with its code, status and trace id', async () => {
    const client = createClient({ baseUrl: await serve(problem('quota_reached', 409)) });
    const error = await client.call('kioskIssue', issue).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ code: 'quota_reached', status: 409, traceId: 't-1', issues: [] });
    expect(seen).toHaveLength(1);
  });

  it('hands a file over with its name, and throws the problem in its place', async () => {
    const file = (_: Seen, response: ServerResponse) =>
      void response
        .writeHead(200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="a.csv"',
        })
        .end('seq\r\n1\r\n');
    const client = createClient({ baseUrl: await serve(file, problem('validation', 422), json({}, 502, 'text/html')) });
    const wish = { body: { reason: 'a yearly check' } };
    const { blob, name } = await client.download('auditExport', wish);
    expect([name, await blob.text()]).toEqual(['a.csv', 'seq\r\n1\r\n']);
    await expect(client.download('auditExport', wish)).rejects.toMatchObject({ code: 'validation' });
    await expect(client.download('auditExport', wish)).rejects.toBeInstanceOf(OfflineError);
  });

  it('takes a page of a proxy, a broken line and silence for no answer', async () => {
    const page = (_: Seen, response: ServerResponse) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>log in</p>');
    for (const [answer, reason] of [
      [page, 'gateway'],
      [drop, 'network'],
      [silent, 'timeout'],
    ] as const) {
      const client = createClient({ baseUrl: await serve(answer), timeoutMs: 150 });
      const error = await client.call('me').catch((e: unknown) => e);
      expect(error).toBeInstanceOf(OfflineError);
      expect(error).toMatchObject({ reason });
      expect(seen).toHaveLength(1);
    }
  });
});

describe('a command with a key', () => {
  it('is asked again with the same key until the outcome is clear', async () => {
    const unclear: string[] = [];
    const baseUrl = await serve(drop, problem('unavailable', 503), silent, json({ number: '216' }, 201));
    const answer = await createClient({ baseUrl, timeoutMs: 200 }).call('kioskIssue', {
      ...issue,
      onUnclear: (tries, error) => unclear.push(`${tries} ${error.name}`),
    });
    expect(answer.number).toBe('216');
    expect(unclear).toEqual(['1 OfflineError', '2 ProblemError', '3 OfflineError']);
    expect(new Set(seen.map((request) => request.headers['idempotency-key']))).toEqual(new Set(['key-12345']));
  }, 15_000);

  it('ends asking when its patience is over, or when it is aborted', async () => {
    const client = createClient({ baseUrl: await serve(drop) });
    await expect(client.call('kioskIssue', { ...issue, patienceMs: 600 })).rejects.toBeInstanceOf(OfflineError);
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('left')), 100);
    await expect(client.call('kioskIssue', { ...issue, signal: stop.signal })).rejects.toThrow('left');
  });

  it('without a key is tried once', async () => {
    const client = createClient({ baseUrl: await serve(drop) });
    await expect(client.call('recall', { params: { id: 'c1' } })).rejects.toBeInstanceOf(OfflineError);
    expect(seen).toHaveLength(1);
  });
});

it('backs off up to 8 s, spread, and honours Retry-After up to 30 s', () => {
  expect([1, 2, 3, 4, 5, 9].map((tries) => retryDelayMs(tries, 0, () => 1))).toEqual([500, 1e3, 2e3, 4e3, 8e3, 8e3]);
  expect(retryDelayMs(1, 0, () => 0)).toBe(250);
  expect(retryDelayMs(1, 12, () => 1)).toBe(12_000);
  expect(retryDelayMs(1, 3600, () => 1)).toBe(30_000);
});

it('makes keys that fit the contract and differ', () => {
  const keys = Array.from({ length: 1000 }, newKey);
  expect(new Set(keys).size).toBe(1000);
  expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
});
