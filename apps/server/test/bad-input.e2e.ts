import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, Problem, problems, type Endpoint, type EndpointName } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { operator, startTestApp, type TestApp } from './app.ts';
import { openDesk } from './desk.ts';
import { login, makeHall, officeTemplate, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';

/**
 * Bad input for every endpoint of the contract, made from its schemas: each must be a 4xx of the published table as
 * application/problem+json, write nothing and tell nothing. There is no list of endpoints here: a new one is tested.
 */
const table = Object.entries(endpoints) as [EndpointName, Endpoint][];
const writing = table.filter(([, { method }]) => method !== 'GET');

let server: TestApp;
let hall: TestHall;
let other: TestHall;
/** Authorization header per kind of access. */
let tokens: Record<string, string>;
/** An id of each kind that is good in `hall`, and of the other tenant. */
let ids: Record<'own' | 'foreign', Record<string, string>>;

beforeAll(async () => {
  // Without jobs: what is written, a request wrote.
  server = await startTestApp({}, ['--roles=api,realtime']);
  [hall, other] = [await makeHall(server, { kind: 'rehearsal' }), await makeHall(server, { kind: 'rehearsal' })];
  const platform = await login(server.url, operator.email, operator.password);
  const owner = await ownerToken(hall);
  const viewer = await hall.person(['viewer']);
  const relay = await hall.pair('relay');
  tokens = {
    operator: `Bearer ${platform.token}`,
    owner: `Bearer ${owner}`,
    viewer: `Bearer ${viewer.token}`,
    kiosk: `Device ${hall.kioskToken}`,
    relay: `Device ${relay.token}`,
  };
  ids = { own: await idsOf(hall), foreign: await idsOf(other) };
}, 120_000);
afterAll(() => server.stop());

async function ownerToken({ slug }: TestHall): Promise<string> {
  return (await login(server.url, `owner@${slug}.test`, 'owner-password-1')).token;
}

async function idsOf(one: TestHall): Promise<Record<string, string>> {
  const ticket = await one.draw('PASSPORT');
  const device = await one.owner.call('deviceCreate', { body: { office: 'main', kind: 'display', name: 'TV' } });
  await openDesk(one, '3');
  return {
    tenant: one.slug,
    office: 'main',
    token: ticket.token,
    '/api/counters/{id}': one.counters['1'] ?? '',
    '/api/tickets/{id}': ticket.id,
    '/api/admin/services/{id}': one.services['PASSPORT'] ?? '',
    '/api/admin/devices/{id}': device.id,
  };
}

// ------------------------------------------------------------------------------------------------- one request
interface Wish {
  readonly path?: string;
  readonly method?: string;
  readonly body?: string | undefined;
  readonly headers?: Record<string, string>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

async function send(endpoint: Endpoint, wish: Wish = {}): Promise<Answer> {
  const url = server.url + (wish.path ?? pathOf(endpoint, ids.own));
  const method = wish.method ?? endpoint.method;
  const headers: Record<string, string> = { ...authorizationFor(endpoint), ...wish.headers };
  if (method !== 'GET' && !('content-type' in headers)) headers['content-type'] = 'application/json';
  if (endpoint.idempotent && !('idempotency-key' in headers)) headers['idempotency-key'] = randomUUID();
  const init = method === 'GET' ? { method, headers } : { method, headers, body: wish.body ?? '{}' };
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
}

function pathOf({ path }: Endpoint, from: Record<string, string>): string {
  const prefix = /^(.*?\{id\})/.exec(path)?.[1] ?? '';
  return path.replaceAll(/\{(\w+)\}/g, (_, key: string) =>
    // Of what there is no example here, an id that nobody has: isolation.e2e.ts tries all that the database knows.
    encodeURIComponent((key === 'id' ? from[prefix] : from[key]) ?? '019aaaaa-0000-7000-8000-000000000000'),
  );
}

/** A good token for the endpoint, so that what is refused is refused for its input. */
function authorizationFor({ access }: Endpoint): Record<string, string> {
  if (access.includes('public')) return {};
  if (access.includes('device:relay')) return { authorization: tokens['relay'] ?? '' };
  if (access.includes('device') || access.includes('device:kiosk')) return { authorization: tokens['kiosk'] ?? '' };
  const operator = access.includes('tenant.manage') || access.includes('clock.set');
  return { authorization: tokens[operator ? 'operator' : 'owner'] ?? '' };
}

/** What an answer to bad input must be; the fault in words, or undefined. */
function faultOf(
  name: string,
  what: string,
  { status, type, text }: Answer,
  allowed?: readonly number[],
): string | undefined {
  const at = `${name} ${what}: ${status} ${text.slice(0, 200)}`;
  if (status < 400 || status >= 500) return at;
  if (allowed && !allowed.includes(status)) return `${at} (not ${allowed.join(', ')})`;
  if (!type.startsWith('application/problem+json')) return `${at} as ${type}`;
  const problem = Problem.safeParse(JSON.parse(text));
  if (!problem.success) return `${at} is no problem of the table`;
  if (problems[problem.data.code][0] !== status) return `${at}: the code has another status`;
  if (/select |insert |update |pg_|postgres|at .*\.ts:|node_modules|stack|constraint|relation "/i.test(text))
    return `${at} leaks`;
  return undefined;
}

/** Counts of all tables and the offices' revisions; attempts at guessing may be counted, that is their purpose. */
const rowCounts = () =>
  withSuperuser(server.database.superUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'rate_limit'",
    );
    const counts: Record<string, unknown> = {};
    for (const { name } of rows) counts[name] = (await client.query(`select count(*)::int as n from ${name}`)).rows;
    counts['tickets'] = (await client.query('select id, state, place, priority, steps from ticket order by id')).rows;
    counts['counters'] = (
      await client.query('select counter_id, state, staff_id, ticket_id, help from counter_live order by 1')
    ).rows;
    delete counts['outbox'];
    return counts;
  });

/** Runs all cases and asserts: no fault, and nothing written. */
async function refuseAll(
  cases: readonly (readonly [
    name: string,
    what: string,
    endpoint: Endpoint,
    wish: Wish,
    allowed?: readonly number[],
  ])[],
) {
  expect(cases.length).toBeGreaterThan(0);
  const before = await rowCounts();
  const faults: string[] = [];
  for (const [name, what, endpoint, wish, allowed] of cases) {
    const fault = faultOf(name, what, await send(endpoint, wish), allowed);
    if (fault !== undefined) faults.push(fault);
  }
  expect(faults).toEqual([]);
  expect(await rowCounts()).toEqual(before);
}

// ------------------------------------------------------------------------------------------------- bodies from schemas
type Json = z.core.JSONSchema.BaseSchema;
const schemaOf = (endpoint: Endpoint): Json =>
  z.toJSONSchema(endpoint.body ?? z.strictObject({}), { io: 'input', unrepresentable: 'any' });

/** A body that fits the schema, so that one thing at a time can be made wrong. */
function sample(schema: Json, root: Json = schema): unknown {
  if (schema.$ref) return sample(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] as Json, root);
  const [either] = (schema.anyOf ?? schema.oneOf ?? []) as Json[];
  if (schema.allOf) return sample(schema.allOf[0] as Json, root);
  if (either) return sample(either, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  switch (schema.type) {
    case 'object': {
      const required = schema.required ?? [];
      return Object.fromEntries(required.map((key) => [key, sample((schema.properties?.[key] ?? {}) as Json, root)]));
    }
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample((schema.items ?? {}) as Json, root));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return schema.format === 'uuid'
        ? randomUUID()
        : schema.format === 'email'
          ? `${randomUUID()}@bad.test`
          : 'x'.repeat(schema.minLength ?? 1);
    default:
      return null;
  }
}

const form = 'application/x-www-form-urlencoded';

const wrongs: Readonly<Record<string, unknown>> = {
  'a number': 7.5,
  'a huge number': 1e300,
  'a list': [[]],
  'an object': { a: { b: 1 } },
  null: null,
  'a huge string': 'ㄱ'.repeat(60_000),
  'a NUL character': 'a\0b',
  'half a surrogate': 'a\ud800b',
  SQL: "'; drop table ticket; --",
  'an empty string': '',
};

/** One field at a time wrong, missing or too many. A value that the schema allows is no case. */
function badBodies(endpoint: Endpoint): [string, string][] {
  const schema = schemaOf(endpoint);
  const good = sample(schema) as Record<string, unknown>;
  const fields = Object.keys(schema.properties ?? {});
  const bodies: [string, unknown][] = fields.flatMap((field) => [
    ...Object.entries(wrongs).map(([what, value]): [string, unknown] => [
      `${field} is ${what}`,
      { ...good, [field]: value },
    ]),
    ...((schema.required ?? []).includes(field)
      ? [[`${field} is missing`, omit(good, field)] as [string, unknown]]
      : []),
  ]);
  if (schema.additionalProperties === false) bodies.push(['an unknown field', { ...good, surprise: 1 }]);
  for (const [what, value] of [
    ['a list', []],
    ['a string', 'text'],
    ['a number', 5],
    ['null', null],
  ] as const)
    bodies.push([`the body is ${what}`, value]);
  const nul = (value: unknown) => JSON.stringify(value).includes('\\u0000');
  return bodies
    .filter(([, value]) => nul(value) || !(endpoint.body ?? z.strictObject({})).safeParse(value ?? {}).success)
    .map(([what, value]) => [what, JSON.stringify(value)]);
}

const omit = (object: Record<string, unknown>, key: string) =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

describe('every endpoint refuses', () => {
  it.each(writing)('%s: bodies that do not fit its schema', async (name, endpoint) => {
    // Things that a path names are looked for after the body was read: the ids are good ones.
    await refuseAll(badBodies(endpoint).map(([what, body]) => [name, what, endpoint, { body }] as const));
  });

  it('bodies that are no JSON, too large, of another type, deep, or with the keys of prototypes', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    await refuseAll(
      writing
        .flatMap(([name, endpoint]) => [
          [name, 'no JSON', endpoint, { body: '{"a":' }, [400]] as const,
          [name, 'an empty body', endpoint, { body: '' }, [400, 401, 404, 409, 422]] as const,
          [
            name,
            'too large',
            endpoint,
            { body: JSON.stringify({ a: 'x'.repeat((endpoint.mostBytes ?? 1_048_576) + 50_000) }) },
            [413],
          ] as const,
          [name, 'XML', endpoint, { body: '<a/>', headers: { 'content-type': 'application/xml' } }, [415]] as const,
          [name, 'text', endpoint, { body: '{}', headers: { 'content-type': 'text/plain' } }, [415]] as const,
          [name, 'a form', endpoint, { body: 'a=1', headers: { 'content-type': form } }, [415]] as const,
          [name, 'deep', endpoint, { body: `{"deep":${deep}}` }] as const,
          [name, '__proto__', endpoint, { body: '{"__proto__":{"admin":true}}' }] as const,
          [name, 'constructor', endpoint, { body: '{"constructor":{"prototype":{"admin":true}}}' }] as const,
        ])
        .filter(([name, what]) => !(what === 'an empty body' && name === 'logout')),
    );
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  }, 120_000);

  it('tokens that are malformed, unknown, revoked or of the wrong kind', async () => {
    const revoked = await hall.pair('kiosk');
    await hall.owner.call('deviceRevoke', { params: { id: revoked.id } });
    const bad = [
      'Bearer',
      'Bearer x',
      `Bearer ${'A'.repeat(86)}`,
      `Device ${'_'.repeat(86)}`,
      `Basic ${'x'.repeat(20)}`,
      `Device ${revoked.token}`,
      `Bearer ${hall.kioskToken}`,
      `Bearer ${'A'.repeat(5_000)}`,
      'Bearer a b c',
      '',
    ];
    const guarded = table.filter(([, { access }]) => !access.includes('public'));
    await refuseAll(
      guarded.flatMap(([name, endpoint]) =>
        bad.map(
          (authorization) =>
            [name, `“${authorization.slice(0, 12)}”`, endpoint, { headers: { authorization } }, [401]] as const,
        ),
      ),
    );
  });

  it('people and devices without the permission', async () => {
    const anybody = ['public', 'session', 'enrolment', 'any_session'];
    const guarded = table.filter(([, { access }]) => !access.some((one) => anybody.includes(one)));
    const cases = guarded.flatMap(([name, endpoint]) => {
      const allowed = (access: string) => (endpoint.access as readonly string[]).includes(access);
      const people = allowed('hall.view') ? [] : ['viewer'];
      const devices = allowed('device') || allowed('device:kiosk') ? [] : ['kiosk'];
      return [...people, ...devices].map(
        (who) => [name, `by a ${who}`, endpoint, { headers: { authorization: tokens[who] ?? '' } }, [403]] as const,
      );
    });
    expect(cases.length).toBeGreaterThan(40);
    await refuseAll(cases);
  });

  it('ids of another tenant exactly as ids that are not there, and malformed ones', async () => {
    const named = table.filter(([, { path }]) => path.includes('{id}'));
    const before = await rowCounts();
    const faults: string[] = [];
    for (const [name, endpoint] of named) {
      const body = JSON.stringify(goodBody(name, endpoint));
      const at = (id: string) => send(endpoint, { path: endpoint.path.replace('{id}', id), body });
      const foreign = await send(endpoint, { path: pathOf(endpoint, ids.foreign), body });
      const unknown = await at(randomUUID());
      const plain = ({ text }: Answer) => text.replaceAll(/[0-9a-f-]{36}/g, 'id');
      if (foreign.status !== 404 || plain(foreign) !== plain(unknown))
        faults.push(`${name}: ${foreign.text} is not ${unknown.text}`);
      for (const id of [
        '1',
        'x',
        '%00',
        '%27',
        '..%2f..',
        '019aaaaa-0000-7000-8000-00000000000g',
        'a'.repeat(190),
        '%F0%9F%98%80',
      ]) {
        const fault = faultOf(name, `id ${id.slice(0, 20)}`, await at(id), [404]);
        if (fault !== undefined) faults.push(fault);
      }
    }
    expect(faults).toEqual([]);
    expect(await rowCounts()).toEqual(before);
  });

  it('names of tenants, offices and tickets that are not there', async () => {
    // A tenant without an identity provider and one that is not there are the same to it: "no".
    const saysNo = (name: EndpointName) => name === 'ssoOffer';
    const named = table.filter(([name, { path }]) => !saysNo(name) && /\{(?:tenant|office|token)\}/.test(path));
    // The order of two tickets needs their numbers; other questions may be left out, and none takes what it does not know.
    const asksForMore = ({ query }: Endpoint) => query !== undefined && !query.safeParse({}).success;
    const bad = [
      'nobody',
      'UPPER',
      '%00',
      '%27%20or%201=1',
      '-',
      'a'.repeat(60),
      '%ED%A0%80',
      `${ids.own['token']}x`,
      'A'.repeat(64),
    ];
    await refuseAll(
      named.flatMap(([name, endpoint]) =>
        bad.map(
          (value) =>
            [
              name,
              value.slice(0, 20),
              endpoint,
              {
                path:
                  endpoint.path.replaceAll(/\{\w+\}/g, value) + (asksForMore(endpoint) ? '?first=101&second=102' : ''),
                body: JSON.stringify(goodBody(name, endpoint)),
              },
              [400, 404],
            ] as const,
        ),
      ),
    );
  });

  it('other methods, paths that are not there, and keys that are no keys', async () => {
    const endpoint: Endpoint = endpoints.callNext;
    await refuseAll([
      ...table.map(([name, one]) => [name, 'by DELETE', one, { method: 'DELETE' }, [404, 405]] as const),
      ['callNext', 'by GET', endpoint, { method: 'GET' }, [404, 405]],
      ['nothing', 'no such path', endpoint, { path: '/api/nothing/here' }, [404]],
      ['nothing', 'a long path', endpoint, { path: `/api/${'x'.repeat(3_000)}` }, [404, 414]],
      ['nothing', 'a broken escape', endpoint, { path: '/api/counters/%E0%A4%A/open' }, [400, 404]],
      ['callNext', 'a short key', endpoint, { headers: { 'idempotency-key': 'short' } }, [422]],
      ['callNext', 'a long key', endpoint, { headers: { 'idempotency-key': 'k'.repeat(201) } }, [422]],
      [
        'kioskIssue',
        'no key',
        endpoints.kioskIssue,
        { headers: { 'idempotency-key': '' }, body: JSON.stringify({ serviceId: hall.services['PASSPORT'] }) },
        [400, 422],
      ],
    ]);
  });

  it('instants and numbers that no calendar and no table holds', async () => {
    const far = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59', '0001-01-01T00:00:00+14:00'];
    const issue = (appointmentAt: string) => ({
      body: JSON.stringify({ office: 'main', serviceId: hall.services['PASSPORT'], appointmentAt }),
    });
    const clock = (change: object) => ({ body: JSON.stringify({ tenant: hall.slug, ...change }) });
    const template = (change: object) => ({
      body: JSON.stringify({ ...officeTemplate({ slug: `bad-${randomUUID().slice(0, 6)}` }), ...change }),
    });
    await refuseAll([
      ...far.map((at) => ['staffIssue', at, endpoints.staffIssue, issue(at)] as const),
      ...far.map((now) => ['clockSet', now, endpoints.clockSet, clock({ now })] as const),
      ['clockSet', 'a negative rate', endpoints.clockSet, clock({ rate: -1 }), [422]],
      ['clockSet', 'a rate beyond all', endpoints.clockSet, clock({ rate: 1e9 }), [422]],
      ['officeCreate', 'no such zone', endpoints.officeCreate, template({ zone: 'Mars/Olympus' }), [422]],
      [
        'officeCreate',
        'hours that end before they begin',
        endpoints.officeCreate,
        template({ hours: { week: { '1': [{ from: '18:00', to: '09:00' }] } } }),
        [422],
      ],
      [
        'officeCreate',
        'a day that is none',
        endpoints.officeCreate,
        template({ hours: { week: {}, exceptions: [{ on: '2026-02-30', open: [], reason: 'x' }] } }),
        [422],
      ],
      [
        'officeCreate',
        'ten thousand services',
        endpoints.officeCreate,
        template({ services: Array.from({ length: 5_000 }, () => ({})) }),
        [422],
      ],
      ['relayEvents', 'no events', endpoints.relayEvents, { body: '{"events":[]}' }, [422]],
      [
        'relayEvents',
        'a huge batch',
        endpoints.relayEvents,
        { body: JSON.stringify({ events: Array.from({ length: 1_001 }, () => 1) }) },
        [422],
      ],
    ]);
  });

  it('a pause until an instant that no table holds', async () => {
    const desk = await openDesk(hall, '2');
    const headers = { authorization: `Bearer ${desk.person.token}` };
    const path = `/api/counters/${desk.counterId}/pause`;
    await refuseAll([
      ['counterPause', 'year 0', endpoints.counterPause, { path, headers, body: '{"until":"0000-01-01T00:00:00Z"}' }],
    ]);
  });
});

/** A body that the schema takes and that, with a good id, would be carried out or refused for the hall's state. */
function goodBody(name: EndpointName, endpoint: Endpoint): unknown {
  if (name === 'transfer') return { serviceId: hall.services['FAMILY'] };
  if (name === 'deviceUpdate') return { name: 'x' };
  if (name === 'publicTicketPostpone') return { behind: 1 };
  if (name === 'tenantAreaSet') return { areaCode: '1120000000' };
  return endpoint.body ? sample(schemaOf(endpoint)) : {};
}

describe('raw connections', () => {
  /** Sends bytes and waits for the first answer or the end of the connection. */
  const raw = (bytes: string): Promise<string> =>
    new Promise((done) => {
      const { port } = new URL(server.url);
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket.setTimeout(5_000, () => socket.destroy());
      socket.on('data', (data) => {
        text += data.toString();
        if (text.includes('\r\n\r\n')) socket.destroy();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => done(text));
    });

  it('with oversized headers, no HTTP at all or half a request end in a 4xx, and the server serves on', async () => {
    const answers = [
      await raw(`GET /api/health/live HTTP/1.1\r\nhost: x\r\nx-big: ${'x'.repeat(40_000)}\r\n\r\n`),
      await raw('GARBAGE\r\n\r\n'),
      await raw('POST /api/tickets HTTP/1.1\r\nhost: x\r\ncontent-length: -5\r\n\r\n'),
      await raw('GET /api/public/a/b/status HTTP/1.1\r\nhost: x\r\nif-none-match: ","\r\nconnection: close\r\n\r\n'),
    ];
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await fetch(`${server.url}/api/health/ready`)).status).toBe(200);
  });
});

describe('sockets', () => {
  const open = (auth: object): Socket =>
    io(`${server.url}/realtime`, {
      path: '/realtime/socket',
      transports: ['websocket'],
      auth,
      reconnection: false,
      forceNew: true,
    });
  /** What a socket hears until it is cut off or two seconds are over. */
  const hear = (auth: object, say: (socket: Socket) => void = () => undefined): Promise<string[]> =>
    new Promise((done) => {
      const socket = open(auth);
      const heard: string[] = [];
      socket.onAny((name: string) => heard.push(name));
      socket.on('connect', () => say(socket));
      const end = () => {
        clearTimeout(timer);
        socket.disconnect();
        done(heard);
      };
      const timer = setTimeout(end, 2_000);
      socket.on('disconnect', (reason) => {
        if (reason === 'io client disconnect') return;
        heard.push('cut off');
        end();
      });
      socket.on('connect_error', () => {
        heard.push('refused');
        end();
      });
    });

  it('without a good ticket hear no board', async () => {
    const bad = [
      {},
      { deviceToken: 'x' },
      { deviceToken: 'A'.repeat(86) },
      { accessToken: 'A'.repeat(86), office: 'main' },
      { tenant: 'nobody', office: 'main' },
      { tenant: hall.slug, office: 'nobody' },
      { tenant: 'a\0b', office: 'main' },
      { tenant: hall.slug, office: 'main', deviceToken: 'x' },
      { accessToken: tokens['owner']?.slice(7), office: 'nobody' },
      { accessToken: { a: 1 }, office: ['main'] },
    ];
    const heard = await Promise.all(bad.map((auth) => hear(auth)));
    for (const [index, names] of heard.entries())
      expect([index, names.includes('board'), names.at(-1)]).toEqual([index, false, 'cut off']);
  });

  it('of a revoked device are told so, and of a public page see the board only', async () => {
    const device = await hall.pair('display');
    await hall.owner.call('deviceRevoke', { params: { id: device.id } });
    expect(await hear({ deviceToken: device.token })).toEqual(['revoked', 'cut off']);
    expect(new Set(await hear({ tenant: hall.slug, office: 'main' }))).toEqual(new Set(['board']));
  });

  it('that talk nonsense are heard by nobody and harm nobody', async () => {
    const heard = await hear({ tenant: hall.slug, office: 'main' }, (socket) => {
      socket.emit('call', { seq: 1 });
      socket.emit('join', 'hall:*');
      socket.emit('__proto__', null);
      socket.emit('big', 'x'.repeat(20_000)); // beyond what the server takes: it cuts off
    });
    expect(heard.filter((name) => name !== 'board' && name !== 'cut off')).toEqual([]);
    expect((await fetch(`${server.url}/api/health/ready`)).status).toBe(200);
  });
});
