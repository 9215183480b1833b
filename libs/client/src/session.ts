import type { SessionAnswer } from '@sunbeon/contract';
import { createClient, type CallInput, type Client } from './client.ts';
import { ProblemError } from './errors.ts';

/** Why nobody is logged in: not yet, ended by the server, the institution's use rests, or logged out by the person. */
export type OutReason = 'not_yet' | 'ended' | 'resting' | 'logged_out';
export type SessionState =
  | { readonly phase: 'starting' }
  /** No answer of the server yet; asked again by itself. */
  | { readonly phase: 'unreachable' }
  | { readonly phase: 'out'; readonly reason: OutReason }
  | { readonly phase: 'in'; readonly answer: SessionAnswer };

/** One at a time over all windows of this browser: a refresh cookie works once. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

export interface SessionOptions {
  readonly fetch?: typeof fetch;
  readonly exclusive?: Exclusive;
  readonly now?: () => number;
}

/** Renewed so long before it ends. */
const earlyMs = 60_000;
/** Limits of the wait until the next renewal, whatever this machine's clock says. */
const soonestMs = 30_000;
const latestMs = 10 * 60_000;
const againMs = 5_000;

/**
 * The person's session: the access token lives in memory only, the refresh token in a cookie that no script can read.
 * The token is renewed before it ends; a command that meets an ended one renews it and is sent once more.
 */
export class Session {
  private current: SessionState = { phase: 'starting' };
  private readonly listeners = new Set<() => void>();
  private readonly raw: Client;
  private readonly exclusive: Exclusive;
  private readonly now: () => number;
  private refreshing: Promise<SessionState> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Calls endpoints as the person logged in. */
  readonly client: Client;

  constructor({ fetch, exclusive = browserExclusive, now = Date.now }: SessionOptions = {}) {
    this.exclusive = exclusive;
    this.now = now;
    this.raw = createClient({
      baseUrl: '',
      authorization: () => (this.accessToken === null ? undefined : `Bearer ${this.accessToken}`),
      ...(fetch && { fetch }),
    });
    this.client = {
      call: (name, ...input) => this.renewing(() => this.raw.call(name, ...input)),
      download: (name, ...input) => this.renewing(() => this.raw.download(name, ...input)),
      upload: (name, file, input) => this.renewing(() => this.raw.upload(name, file, input)),
    };
  }

  state = (): SessionState => this.current;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get accessToken(): string | null {
    return this.current.phase === 'in' ? this.current.answer.accessToken : null;
  }

  /** Takes up the session of the cookie, if there is one. */
  start(): Promise<SessionState> {
    return this.refresh();
  }

  /**
   * @throws ProblemError second_factor_required, whose `challenge` goes to `secondStep`; bad_credentials,
   * too_many_requests, …; OfflineError
   */
  async logIn(email: string, password: string): Promise<void> {
    this.take(await this.raw.call('login', { body: { email: email.trim(), password } }));
  }

  /**
   * The code of the authenticator app, or a recovery code.
   * @throws ProblemError bad_code, challenge_over (begin again), too_many_requests, …; OfflineError
   */
  async secondStep(challenge: string, code: string): Promise<void> {
    this.take(await this.raw.call('loginSecondFactor', { body: { challenge, code } }));
  }

  /** Goes on as the person of an answer: after a log-in, an accepted invitation, a take-over by PIN. */
  take(answer: SessionAnswer): void {
    this.set({ phase: 'in', answer });
    this.later(answer);
  }

  /**
   * Another person goes on here, by a PIN. The present session ends with it, so renewals that this brings about wait for
   * the answer: its cookie is the one that counts.
   * @throws ProblemError pin_wrong, pin_locked, not_found, …; OfflineError
   */
  async takeOver(body: CallInput<'pinTakeOver'>['body']): Promise<void> {
    await this.renewing(() => {
      const answered = this.raw
        .call('pinTakeOver', { body })
        .then((answer) => this.take(answer))
        .finally(() => (this.refreshing = null));
      const settled = () => this.current;
      this.refreshing = answered.then(settled, settled);
      return answered;
    });
  }

  /** Ends the session here at once; the server is told as well as can be. */
  async logOut(): Promise<void> {
    clearTimeout(this.timer);
    const told = this.raw.call('logout', {});
    this.set({ phase: 'out', reason: 'logged_out' });
    await told.catch(() => undefined);
  }

  /** Renews the access token; asked twice at once, it is done once. Never throws. */
  refresh(): Promise<SessionState> {
    this.refreshing ??= this.renew().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  /** Does it, and once more with a renewed token when the old one has ended. */
  private async renewing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isUnauthenticated(error)) throw error;
      if ((await this.refresh()).phase !== 'in') throw error;
      return work();
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async renew(): Promise<SessionState> {
    const before = this.current;
    try {
      const answer = await this.exclusive(() => this.raw.call('refresh', {}));
      // Logged out, or in as somebody else, while the answer was on its way.
      if (this.current !== before) return this.current;
      this.set({ phase: 'in', answer });
      this.later(answer);
    } catch (error) {
      if (this.current === before) this.failed(error, before);
    }
    return this.current;
  }

  private failed(error: unknown, before: SessionState): void {
    const known = before.phase === 'in';
    if (error instanceof ProblemError && !error.unsettled) {
      const ended = known ? 'ended' : 'not_yet';
      return this.set({ phase: 'out', reason: error.code === 'tenant_inactive' ? 'resting' : ended });
    }
    if (!known) this.set({ phase: 'unreachable' });
    this.again(againMs);
  }

  private later({ expiresAt }: SessionAnswer): void {
    const left = Date.parse(expiresAt) - this.now() - earlyMs;
    this.again(Math.min(latestMs, Math.max(soonestMs, left)));
  }

  private again(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), milliseconds);
  }

  private set(state: SessionState): void {
    this.current = state;
    this.listeners.forEach((listener) => listener());
  }
}

const isUnauthenticated = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'unauthenticated';

interface Locks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** The browser's lock over its windows; without it (plain HTTP) the session's own single flight must do. */
function browserExclusive<T>(work: () => Promise<T>): Promise<T> {
  // By its shape: this file is compiled for Node, too, whose types know no LockManager.
  const { locks } = (globalThis as { navigator?: { locks?: Locks } }).navigator ?? {};
  return locks ? locks.request('sunbeon.refresh', work) : work();
}
