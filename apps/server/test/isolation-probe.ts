import { endpoints, type Endpoint, type EndpointName } from '@sunbeon/contract';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { newToken } from '../src/platform/auth/tokens.ts';
import { leavesOf, sampleOf, samplesWith } from './schema-samples.ts';
import type { Credential } from './two-tenants.ts';

export const table = Object.entries(endpoints) as [EndpointName, Endpoint][];

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** What the answer is, beside its body: type, ETag, cookies. */
  readonly about: string;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** What must be unreachable: another tenant, or another office of the same one. */
export interface Foreign {
  /** Ids by the column they stand in. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Slugs, e-mails, numbers, tokens: what a stranger may know or guess. */
  readonly texts: readonly string[];
  /** What no answer may contain, beside the ids. */
  readonly words: readonly (string | RegExp)[];
  /** Its rows, by table. */
  readonly rows: () => Promise<Record<string, string>>;
}

/** One id of every column, each once. */
export const someIds = ({ ids }: Foreign): string[] => [
  ...new Set([...ids.values()].flatMap((all) => all.slice(0, 1))),
];

/** Fields in which a word names something, by the last part of their name. */
const naming = /(?:^|[a-z])(?:token|slug|tenant|office|email|code|key|number|reference)s?$/i;
/** What is not of a place's own kind is tried there in turns, so many at each place: all at all would grow squared. */
const turns = { ids: 6, words: 2 };

/**
 * What is tried at a place. Where an id is wanted: the ids of its own kind, and some of other kinds in turn. Where a text
 * is wanted: every word where the field names something, some in turn elsewhere, and one id. Where no kind is known by the
 * words, all ids.
 * @param at name and path of the endpoint: they tell the kind of `id`, and whose turn it is
 */
export function valuesFor(place: Place, foreign: Foreign, at: string): string[] {
  const field = String(place.path.findLast((part) => typeof part === 'string') ?? '');
  const turn = createHash('sha256')
    .update(`${at} ${place.path.join('.')}`)
    .digest()
    .readUInt16BE();
  const inTurn = (all: readonly string[], most: number) =>
    Array.from({ length: Math.min(most, all.length) }, (_, n) => all[(turn + n) % all.length] ?? '');
  const ids = someIds(foreign);
  const ofKind = idsOfKind(foreign, `${at} ${field}`);
  if (place.isId) return ofKind.length > 0 ? [...new Set([...ofKind, ...inTurn(ids, turns.ids)])] : ids;
  const texts = naming.test(field) ? foreign.texts : inTurn(foreign.texts, turns.words);
  return [...new Set([...texts, ...ids.slice(0, 1)])];
}

/** One id of every column whose table is named by the words: `ticketHold id`, `serviceId`. */
function idsOfKind({ ids }: Foreign, words: string): string[] {
  const plain = words.toLowerCase().replaceAll(/[^a-z]/g, '');
  return [...ids].flatMap(([column, all]) =>
    plain.includes((column.split('.')[0] ?? '').replaceAll('_', '')) ? all.slice(0, 1) : [],
  );
}

let callers = 0;

/** Every request comes from an address of its own, or the limits of addresses would answer it. */
export async function send(
  url: string,
  { method, path, body }: Request,
  { headers }: Pick<Credential, 'headers'>,
): Promise<Answer> {
  callers += 1;
  const address = `10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`;
  const ask = () =>
    fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        'x-forwarded-for': address,
        ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
      signal: AbortSignal.timeout(20_000),
    });
  // A connection that was kept may be closed from the other side in the moment in which it is used again.
  const response = await ask().catch((error: Error) =>
    error.message === 'fetch failed' ? ask() : Promise.reject(error),
  );
  const about = ['content-type', 'etag', 'location', 'set-cookie'].map((name) => response.headers.get(name) ?? '');
  return { status: response.status, text: await response.text(), about: about.join('|') };
}

/** The answer without what differs in any two: the trace id, and what was asked for. */
function essence({ status, text, about }: Answer, asked: string): string {
  const plain = text.replace(/"traceId":"[^"]*"/, '"traceId":""');
  return [status, about, plain]
    .join('\n')
    .replaceAll(encodeURIComponent(asked), '«asked»')
    .replaceAll(asked, '«asked»');
}

/** Something of the same shape that nobody has. */
export function twinOf(value: string): string {
  if (/^[0-9a-f]{8}-/.test(value)) return randomUUID();
  if (/^[\w-]{64}$/.test(value)) return newToken(randomUUID(), randomUUID(), 'ticket').token;
  if (/^[\w-]{86}$/.test(value)) return newToken(randomUUID(), randomUUID()).token;
  if (value.includes('@')) return `${randomUUID()}@nobody.test`;
  if (/^[A-Z]+\d+$/.test(value)) return 'XX999';
  return /^[a-z]/.test(value) ? `nobody-${randomBytes(4).toString('hex')}` : randomBytes(32).toString('base64url');
}

/** Names what an answer gives away of the foreign, other than what was sent. */
export function leaksIn(text: string, foreign: Foreign, sent: ReadonlySet<string>): string[] {
  const all = new Set([...foreign.ids.values()].flat());
  const ids = text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  const words = foreign.words.filter((word) => (typeof word === 'string' ? text.includes(word) : word.test(text)));
  return [...ids.filter((id) => all.has(id)), ...words.map(String)].filter((one) => !sent.has(one));
}

/** Why an answer to something foreign is not good enough; undefined when it is. */
export function faultOf(
  answer: Answer,
  value: string,
  ofNobody: Answer,
  twin: string,
  foreign: Foreign,
  sent: ReadonlySet<string>,
): string | undefined {
  if (answer.status === 429 || ofNobody.status === 429) return 'was refused by a limit, which proves nothing';
  if (answer.status >= 500) return `${answer.status} ${answer.text}`;
  const leaks = leaksIn(answer.text + answer.about, foreign, sent);
  if (leaks.length > 0) return `gives away ${leaks.slice(0, 3).join(', ')}`;
  // What was carried out wrote rows of the asker's own, with ids and instants of their own.
  if (answer.status < 300 && ofNobody.status < 300) return undefined;
  if (essence(answer, value) === essence(ofNobody, twin)) return undefined;
  return `${answer.status} ${answer.text.slice(0, 160)} where nobody's is ${ofNobody.status} ${ofNobody.text.slice(0, 160)}`;
}

export const fill = (path: string, params: Readonly<Record<string, unknown>>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

/** Ids of the asker's own, by the name of a field (`serviceId`) or by the noun of a path (`/api/counters/{id}`). */
export function ownIds(ids: ReadonlyMap<string, readonly string[]>, slugs: Readonly<Record<string, string>>) {
  const newest = (place: string) => ids.get(place)?.[0];
  const field = (name: string): string | undefined => {
    const noun = name.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return slugs[name] ?? newest(`${noun}.id`) ?? newest(`${noun.replace(/s$/, '')}.id`);
  };
  const params = ({ path, params }: Endpoint): Record<string, unknown> => {
    const noun = /\/([a-z-]+)\/\{id\}/.exec(path)?.[1]?.replace(/s$/, '').replaceAll('-', '_');
    const given = params ? (sampleOf(params, { whole: true, idFor: field }) as Record<string, unknown>) : {};
    return noun !== undefined && 'id' in given ? { ...given, id: newest(`${noun}.id`) ?? given['id'] } : given;
  };
  return { field, params };
}

export type Own = ReturnType<typeof ownIds>;

/** Good requests to an endpoint in which one thing is a value: in its path, its query or its body. */
export function requestsWith(endpoint: Endpoint, own: Own, place: Place, value: string): Request[] {
  const { method, path } = endpoint;
  const options = { whole: false, idFor: own.field };
  const params = own.params(endpoint);
  const query = endpoint.query ? (sampleOf(endpoint.query, options) as Record<string, unknown>) : {};
  const body = endpoint.body ? sampleOf(endpoint.body, options) : undefined;
  const request = (inPath: object, inQuery: object, inBody: unknown): Request => {
    const asked = new URLSearchParams(inQuery as Record<string, string>).toString();
    return {
      method,
      path: fill(path, inPath as Record<string, unknown>) + (asked === '' ? '' : `?${asked}`),
      body: inBody,
    };
  };
  const schema = endpoint[place.in];
  if (!schema) return [];
  if (place.in === 'params') {
    const changed = { ...params, [String(place.path[0])]: value };
    return schema.safeParse(changed).success ? [request(changed, query, body)] : [];
  }
  const samples = samplesWith(schema, place.path, value, own.field);
  return (place.isId ? samples : samples.slice(0, 1)).map((one) =>
    place.in === 'query' ? request(params, one as object, body) : request(params, query, one),
  );
}

export interface Place {
  readonly in: 'params' | 'query' | 'body';
  readonly path: readonly (string | number)[];
  /** Nothing but an id is taken here. */
  readonly isId: boolean;
}

/** Every place of an endpoint where a text goes. */
export const placesOf = (endpoint: Endpoint, where: readonly Place['in'][]): Place[] =>
  where.flatMap((part) => {
    const schema = endpoint[part];
    return schema ? leavesOf(schema).map(({ path, isId }): Place => ({ in: part, path, isId })) : [];
  });

/** So many at a time. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>, at = 4): Promise<void> {
  const left = [...items];
  const run = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: at }, run));
}
