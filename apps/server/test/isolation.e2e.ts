import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Endpoint } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { newToken } from '../src/platform/auth/tokens.ts';
import { startTestApp, type TestApp } from './app.ts';
import {
  faultOf,
  fill,
  inParallel,
  leaksIn,
  ownIds,
  placesOf,
  requestsWith,
  send,
  someIds,
  table,
  twinOf,
  type Answer,
  type Foreign,
  type Own,
  type Place,
  valuesFor,
} from './isolation-probe.ts';
import { routesOf } from './routes.ts';
import { changedTables, checksums, idsOf } from './tenant-rows.ts';
import { liveTenant, mark, prefix, type Credential, type LivedTenant } from './two-tenants.ts';

/**
 * No one reaches what is not theirs. Every endpoint and every other route is asked with all credentials of one tenant for
 * everything of another: ids of every column that the schema knows, slugs, e-mails, numbers, forged tokens; in path, query
 * and body. There is no list here: new endpoints, fields, tables and columns are tried by themselves.
 */
let server: TestApp;
let own: LivedTenant;
let other: LivedTenant;
let mine: Own;
/** The other tenant, and the own tenant's second office for those who work in the first only. */
let tenant: Foreign;
let office: Foreign;
let credentials: readonly Credential[];
/** Of the superuser. */
let database: pg.Client;
let attempts: pg.Pool;

/** Where it is told that something is there, each with the reason why it cannot be otherwise. */
const told: Readonly<Record<string, string>> = {
  'staffCreate email': 'an e-mail is the name of one log-in in the whole installation, and a second one cannot be made',
};
/** What may leave something with another tenant, each with the reason. */
const reaches: Readonly<Record<string, string>> = {
  passwordForgot: 'whoever writes an e-mail there gets the same answer; the letter goes to whom the e-mail belongs',
};
const nobody: Credential = { name: 'nobody', headers: {} };

beforeAll(async () => {
  // Without jobs: what changes, a request changed.
  server = await startTestApp({ TRUST_PROXY: 'loopback' }, ['--roles=api,realtime']);
  database = new pg.Client(server.database.superUrl);
  await database.connect();
  attempts = new pg.Pool({ connectionString: server.database.superUrl, max: 4 });
  own = await liveTenant(server, ['main', 'annex']);
  other = await liveTenant(server, ['bangbae', 'yangjae'], mark);
  const known = (side: LivedTenant, officeId?: string) => idsOf(database, side.tenantId, officeId);
  const foreignIds = without(await known(other), await known(own));
  tenant = {
    ids: foreignIds,
    texts: [other.hall.slug, ...other.offices, `owner@${other.hall.slug}.test`, ...forgedTokens(foreignIds)],
    words: [mark, other.hall.slug, ...other.offices, new RegExp(`"${prefix}\\d`)],
    rows: () => checksums(database, other.tenantId),
  };
  office = {
    ids: await known(own, own.secondOfficeId),
    texts: [own.offices[1]],
    words: [own.offices[1]],
    rows: () => checksums(database, own.tenantId, own.secondOfficeId),
  };
  mine = ownIds(await known(own), { office: own.offices[0], offices: own.offices[0], tenant: own.hall.slug });
  const holder = { name: 'holder of a ticket', headers: { authorization: `Bearer ${own.ticket.token}` } };
  credentials = [...own.people, ...own.devices, holder, nobody];
}, 120_000);
afterAll(async () => {
  await attempts.end();
  await database.end();
  await server.stop();
});

/** Tokens with the other tenant's ids inside, and a secret that is not theirs. */
function forgedTokens(ids: ReadonlyMap<string, readonly string[]>): string[] {
  const row = (place: string) => ids.get(place)?.[0] ?? '';
  return [
    newToken(other.tenantId, row('ticket.id'), 'ticket').token,
    newToken(other.tenantId, row('device.id')).token,
    newToken(other.tenantId, row('session.id')).token,
    // The own secret behind the other tenant's id.
    Buffer.concat([
      Buffer.from(other.tenantId.replaceAll('-', ''), 'hex'),
      Buffer.from(own.ticket.token, 'base64url').subarray(16),
    ]).toString('base64url'),
  ];
}

/** The operator acts in every tenant: such an id stands in both. */
const without = (ids: Map<string, string[]>, others: Map<string, string[]>) => {
  const shared = new Set([...others.values()].flat());
  return new Map([...ids].map(([place, all]) => [place, all.filter((id) => !shared.has(id))]));
};

const isPublic = ({ access }: Endpoint) => access.includes('public');

/** What was asked for: an answer that repeats it gives nothing away. */
const sent = new Set<string>();

/** Asks for everything foreign at one place of an endpoint; names what went wrong, null when it may not be asked at all. */
async function ask(
  name: string,
  endpoint: Endpoint,
  place: Place,
  who: Credential,
  foreign: Foreign,
): Promise<string[] | null> {
  const faults: string[] = [];
  const at = `${name} ${place.path.join('.')}`;
  for (const value of valuesFor(place, foreign, `${name} ${endpoint.path}`)) {
    sent.add(value);
    const twin = twinFor(value);
    const ofNobody = await answersTo(endpoint, place, twin, who);
    const answers = await answersTo(endpoint, place, value, who);
    for (const [n, answer] of answers.entries()) {
      const reference = ofNobody[n];
      let fault = reference && faultOf(answer, value, reference, twin, foreign, sent);
      // What the first of two did may be in the way of the second: then a third is refused like it.
      if (fault !== undefined && reference && reference.status < 300 && answer.status < 500) {
        const [third] = (await askedWith(endpoint, place, twinOf(value), who)).slice(n);
        fault = third && third.status >= 300 ? faultOf(answer, value, third, twin, foreign, sent) : fault;
      }
      if (fault !== undefined && !(at in told)) faults.push(`${at} by ${who.name} = ${value}: ${fault}`);
    }
    // Who may not ask at all is refused before anything is looked for.
    if (faults.length === 0 && [401, 403].includes(ofNobody[0]?.status ?? 0)) return null;
  }
  return faults;
}

/** Ids that nobody has are all alike: one answer stands for them all. */
const answersOfNobody = new Map<string, Promise<Answer[]>>();
const twins = new Map<string, string>();
const nobodysId = randomUUID();

function twinFor(value: string): string {
  const known = twins.get(value) ?? (/^[0-9a-f]{8}-/.test(value) ? nobodysId : twinOf(value));
  twins.set(value, known);
  return known;
}

function answersTo(endpoint: Endpoint, place: Place, value: string, who: Credential): Promise<Answer[]> {
  if (value !== nobodysId) return askedWith(endpoint, place, value, who);
  const key = [endpoint.method, endpoint.path, place.in, ...place.path, who.name].join(' ');
  const known = answersOfNobody.get(key) ?? askedWith(endpoint, place, value, who);
  answersOfNobody.set(key, known);
  return known;
}

async function askedWith(endpoint: Endpoint, place: Place, value: string, who: Credential): Promise<Answer[]> {
  // Limits of attempts would answer in the place of what is asked here; they have tests of their own.
  await attempts.query('delete from rate_limit');
  const answers: Answer[] = [];
  for (const request of requestsWith(endpoint, mine, place, value)) answers.push(await send(server.url, request, who));
  return answers;
}

async function askAll(where: readonly Place['in'][], who: readonly Credential[], foreign: Foreign): Promise<void> {
  const faults: string[] = [];
  let before = await foreign.rows();
  // What anybody may read is compared below.
  for (const [name, endpoint] of table.filter(([, one]) => !isPublic(one) || one.method !== 'GET')) {
    const places = placesOf(endpoint, where);
    // To what is open for all, credentials make no difference of their own: a few are enough.
    const askers = isPublic(endpoint) ? who.filter((_, at) => at % 4 === 0) : who;
    if (places.length === 0) continue;
    const work = async (one: Credential) => {
      for (const place of places) {
        const found = await ask(name, endpoint, place, one, foreign);
        if (found === null) break;
        faults.push(...found);
      }
    };
    // Two people of one tenant who make something of one name at once would be in each other's way.
    await inParallel(askers, work, endpoint.status === 201 ? 1 : undefined);
    const after = await foreign.rows();
    const changed = changedTables(before, after);
    if (changed.length > 0 && !(name in reaches)) faults.push(`${name} changed foreign rows of ${changed.join(', ')}`);
    before = after;
  }
  expect(faults).toEqual([]);
}

/** What is read without naming anything gives nothing away. */
async function readAll(who: readonly Credential[], foreign: Foreign): Promise<void> {
  const faults: string[] = [];
  let read = 0;
  for (const [name, endpoint] of table.filter(([, one]) => one.method === 'GET' && !isPublic(one))) {
    const path = fill(endpoint.path, mine.params(endpoint));
    await inParallel(who, async (one) => {
      const { status, text } = await send(server.url, { method: 'GET', path }, one);
      if (status === 200) read += 1;
      if (status >= 500 || status === 429) faults.push(`${name} by ${one.name}: ${status}`);
      const leaks = leaksIn(text, foreign, sent);
      if (leaks.length > 0) faults.push(`${name} by ${one.name}: ${leaks.slice(0, 5).join(', ')}`);
    });
  }
  expect(faults).toEqual([]);
  expect(read).toBeGreaterThan(who.length);
}

describe('of another tenant', () => {
  it('there is something to be found: rows in every table, which its own people do find', async () => {
    const empty = Object.entries(await tenant.rows()).filter(([, sum]) => sum === '');
    expect(empty).toEqual([]);
    const owner = other.people[0] ?? nobody;
    const { text } = await send(server.url, { method: 'GET', path: '/api/admin/devices' }, owner);
    expect(leaksIn(text, tenant, new Set()).length).toBeGreaterThan(3);
  });

  it('nothing stands in what anybody reads', () => readAll(credentials, tenant), 60_000);

  it('nothing is found by ids, slugs and tokens in paths', async () => {
    const answered = credentials.filter(({ name }) => name !== 'nobody');
    await askAll(['params'], answered, tenant);
  }, 300_000);

  it('nothing is found by ids and words in queries', () => askAll(['query'], credentials, tenant), 120_000);

  it('nothing is found or changed by ids and words in bodies', () => askAll(['body'], credentials, tenant), 300_000);

  it('a key under which it was answered brings no answer of its', async () => {
    const device = own.devices.find(({ name }) => name === 'kiosk') ?? nobody;
    const answers = await Promise.all(
      [other.usedKey, randomUUID()].map((key) =>
        send(
          server.url,
          { method: 'POST', path: '/api/kiosk/tickets', body: { serviceId: own.hall.services['PASSPORT'] } },
          { headers: { ...device.headers, 'idempotency-key': key } },
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    const staff = own.people.find(({ name }) => name === 'owner') ?? nobody;
    const path = `/api/counters/${other.desk.counterId}/call-next`;
    const again = { headers: { ...staff.headers, 'idempotency-key': other.usedKey } };
    expect((await send(server.url, { method: 'POST', path }, again)).status).toBe(404);
  });

  it('a log-in of the own tenant with its ids inside is no log-in', async () => {
    const tokens = tenant.texts.filter((text) => /^[\w-]{64,86}$/.test(text));
    expect(tokens.length).toBe(4);
    for (const token of tokens) {
      for (const scheme of ['Bearer', 'Device']) {
        for (const path of ['/api/auth/me', '/api/device/config', '/api/admin/devices']) {
          const headers = { authorization: `${scheme} ${token}` };
          expect((await send(server.url, { method: 'GET', path }, { headers })).status).toBe(401);
        }
      }
    }
  });
});

describe('of the own tenant’s other office', () => {
  it('there is something to be found, which the owner does find', async () => {
    expect(someIds(office).length).toBeGreaterThan(8);
    const owner = own.people[0] ?? nobody;
    const { text } = await send(server.url, { method: 'GET', path: '/api/admin/devices' }, owner);
    expect(leaksIn(text, office, new Set()).length).toBeGreaterThan(1);
  });

  it('nothing stands in what people of the first office read', () => readAll(own.limited, office), 60_000);

  it('nothing is found by ids and slugs in paths', () => askAll(['params'], own.limited, office), 120_000);

  it('nothing is found by ids and slugs in queries', () => askAll(['query'], own.limited, office), 120_000);

  it('nothing is found or changed by ids and slugs in bodies', () => askAll(['body'], own.limited, office), 120_000);
});

describe('what is public of another tenant', () => {
  /** Every GET address with the other tenant in it that anybody may open: endpoints, pages, streams. */
  const addresses = (): string[] => {
    const values: Record<string, string> = {
      tenant: other.hall.slug,
      office: other.offices[0],
      token: tenant.texts.find((text) => text.length === 64) ?? '',
      '*': other.tenantId,
    };
    const declared = table.filter(([, one]) => one.method === 'GET' && !isPublic(one)).map(([, { path }]) => path);
    const guarded = new Set(declared.map((path) => path.replaceAll(/\{(\w+)\}/g, ':$1')));
    return routesOf(server)
      .filter((route) => route.startsWith('GET ') && !guarded.has(route.slice(4)))
      .map((route) => route.slice(4).replaceAll(/:(\w+)|\*/g, (all, name?: string) => values[name ?? all] ?? 'x'));
  };

  it('is the same for everybody: a credential of a tenant opens nothing more', async () => {
    const faults: string[] = [];
    let seen = 0;
    await inParallel(addresses(), async (path) => {
      const of = (who: Credential) => firstPart(server.url + path, who);
      const open = await of(nobody);
      if (open.includes(mark)) seen += 1;
      for (const who of credentials) {
        if ((await of(who)) !== open) faults.push(`GET ${path} by ${who.name}`);
      }
    });
    expect(faults).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(3);
  }, 120_000);

  it('has ids of services only, and no name of staff, device or visitor', async () => {
    const services = new Set(tenant.ids.get('service.id'));
    for (const path of addresses()) {
      const text = await firstPart(server.url + path, nobody);
      const ids = leaksIn(
        text,
        { ...tenant, words: [`담당자${mark}`, `관리자${mark}`, `owner@${other.hall.slug}`] },
        // A page repeats its own address.
        new Set([...services, ...[...tenant.ids.values()].flat().filter((id) => path.includes(id))]),
      );
      expect([path, ids]).toEqual([path, []]);
    }
  }, 60_000);

  /** The answer; of a stream that does not end, its first event. */
  async function firstPart(url: string, { headers }: Credential): Promise<string> {
    const stop = new AbortController();
    const response = await fetch(url, { headers, redirect: 'manual', signal: stop.signal });
    if (!/event-stream/.test(response.headers.get('content-type') ?? '')) return steady(await response.text());
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.includes('\n\n')) break;
    }
    stop.abort();
    return steady(text);
  }
  /** Without instants, trace ids and nonces: the clock goes on between two requests. */
  const steady = (text: string) =>
    text
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g, 'instant')
      .replaceAll(/"traceId":"[^"]*"|nonce="[^"]*"|"(?:uptime|lag)\w*":[\d.]+/g, '');
});
