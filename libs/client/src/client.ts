import type { EndpointName, Problem, endpoints } from '@sunbeon/contract';
import type { z } from 'zod';
import { OfflineError, ProblemError } from './errors.ts';
import { retryDelayMs, sleep } from './pause.ts';
import { routes } from './routes.ts';

type Table = typeof endpoints;
type Part<Name extends EndpointName, Key extends string> =
  Table[Name] extends Record<Key, infer Schema extends z.ZodType> ? { [K in Key]: z.input<Schema> } : unknown;
/** A body whose every field has a default may be left out. */
type Body<Name extends EndpointName> =
  Table[Name] extends Record<'body', infer Schema extends z.ZodType>
    ? Record<string, never> extends z.input<Schema>
      ? { body?: z.input<Schema> }
      : { body: z.input<Schema> }
    : unknown;

export interface CallOptions {
  /** Makes a command safe to send again: given, an unclear outcome is asked again until it is clear. */
  idempotencyKey?: string;
  /** Ends waiting and asking again. */
  signal?: AbortSignal;
  /** Milliseconds until one try counts as unanswered; 10,000 unless set. */
  timeoutMs?: number;
  /** Milliseconds after which asking again ends with the last error; for ever unless set. */
  patienceMs?: number;
  /** Told before each further try: number of tries so far, and why the last one was not clear. */
  onUnclear?: (tries: number, error: ProblemError | OfflineError) => void;
}

export type CallInput<Name extends EndpointName> = Part<Name, 'params'> &
  Part<Name, 'query'> &
  Body<Name> &
  CallOptions;
export type CallOutput<Name extends EndpointName> = z.output<Table[Name]['response']>;

/** Endpoints whose answer is a file. */
export type FileEndpoint = {
  [Name in EndpointName]: Table[Name] extends { readonly file: string } ? Name : never;
}[EndpointName];

/** Endpoints whose body is a file. */
export type UploadEndpoint = {
  [Name in EndpointName]: Table[Name] extends { readonly upload: true } ? Name : never;
}[EndpointName];

export interface Download {
  readonly blob: Blob;
  /** Name that the server gives the file. */
  readonly name: string;
}

type Loose = CallOptions & { params?: object; query?: object; body?: unknown };
export type CallArguments<Name extends EndpointName> =
  Record<string, never> extends CallInput<Name> ? [input?: CallInput<Name>] : [input: CallInput<Name>];

export interface ClientOptions {
  /** Origin of the installation without a slash at the end; '' = the page's own. */
  baseUrl: string;
  /** Value of the Authorization header at the time of each try: `Device …` or `Bearer …`. */
  authorization?: () => string | undefined;
  fetch?: typeof fetch;
  timeoutMs?: number;
}

export interface Client {
  /**
   * Calls an endpoint of the contract by its name.
   * Answers are typed, not parsed again: the server has checked them by the same schema, parsing costs about 60 KB of
   * script on every screen, and a screen one version behind must survive a field or word it does not know.
   * @throws ProblemError the server refused; OfflineError no answer of the server; the signal's reason when aborted
   */
  call<Name extends EndpointName>(name: Name, ...input: CallArguments<Name>): Promise<CallOutput<Name>>;
  /** Calls an endpoint that answers with a file (`file` in the contract's table). Throws as `call` does. */
  download<Name extends FileEndpoint>(name: Name, ...input: CallArguments<Name>): Promise<Download>;
  /** Calls an endpoint that takes a file (`upload` in the contract's table). Throws as `call` does. */
  upload<Name extends UploadEndpoint>(name: Name, file: Blob, input: CallInput<Name>): Promise<CallOutput<Name>>;
}

/** A film over the line of a town office takes its time. */
const UPLOAD_TIMEOUT_MS = 600_000;

export function createClient(options: ClientOptions): Client {
  return {
    call: (name, ...[input]) => settle(() => once(options, name, input ?? {}, read), input ?? {}) as never,
    download: (name, ...[input]) => once(options, name, input ?? {}, readFile),
    upload: (name, file, input) =>
      once(options, name, { timeoutMs: UPLOAD_TIMEOUT_MS, ...(input as Loose), body: file }, read) as never,
  };
}

/** Repeats a keyed command until its outcome is clear; anything else is tried once. */
async function settle<T>(attempt: () => Promise<T>, input: CallOptions): Promise<T> {
  const startedAt = Date.now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!unclear(error) || input.idempotencyKey === undefined) throw error;
      const delay = retryDelayMs(tries, error instanceof ProblemError ? error.retryAfterSeconds : undefined);
      if (Date.now() - startedAt + delay > (input.patienceMs ?? Infinity)) throw error;
      input.onUnclear?.(tries, error);
      await sleep(delay, input.signal);
    }
  }
}

function unclear(error: unknown): error is ProblemError | OfflineError {
  return error instanceof OfflineError || (error instanceof ProblemError && error.unsettled);
}

async function once<Answer>(
  options: ClientOptions,
  name: EndpointName,
  input: Loose,
  reader: (response: Response) => Promise<Answer>,
): Promise<Answer> {
  const [method, path] = routes[name];
  const init: RequestInit = { method, headers: headers(options, input, method), signal: limit(options, input) };
  if (method !== 'GET') init.body = input.body instanceof Blob ? input.body : JSON.stringify(input.body ?? {});
  try {
    const response = await (options.fetch ?? fetch)(options.baseUrl + address(path, input), init);
    return await reader(response);
  } catch (error) {
    throw clearCause(error, input.signal);
  }
}

function headers(options: ClientOptions, input: Loose, method: string): Record<string, string> {
  const authorization = options.authorization?.();
  return {
    accept: 'application/json',
    ...(method !== 'GET' && {
      'content-type': input.body instanceof Blob ? 'application/octet-stream' : 'application/json',
    }),
    ...(authorization !== undefined && { authorization }),
    ...(input.idempotencyKey !== undefined && { 'idempotency-key': input.idempotencyKey }),
  };
}

function limit(options: ClientOptions, input: Loose): AbortSignal {
  const timeout = AbortSignal.timeout(input.timeoutMs ?? options.timeoutMs ?? 10_000);
  return input.signal ? AbortSignal.any([input.signal, timeout]) : timeout;
}

function address(path: string, input: Loose): string {
  const params = new Map(Object.entries(input.params ?? {}));
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params.get(key))));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {})) query.set(key, String(value));
  return query.size > 0 ? `${filled}?${query}` : filled;
}

async function read(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.includes('json')) return await response.json();
  return refuse(response, type);
}

async function readFile(response: Response): Promise<Download> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || type.includes('html')) return refuse(response, type);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { blob: await response.blob(), name: name ?? 'download' };
}

async function refuse(response: Response, type: string): Promise<never> {
  if (type.includes('application/problem+json')) {
    throw new ProblemError((await response.json()) as Problem, retryAfter(response));
  }
  // A page of a proxy, a sign-in page of a network, a development server: not our server's answer.
  throw new OfflineError('gateway', `${response.status} ${type}`);
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function clearCause(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof ProblemError || error instanceof OfflineError) return error;
  if (signal?.aborted) return signal.reason;
  const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
  return new OfflineError(timedOut ? 'timeout' : 'network', error);
}
