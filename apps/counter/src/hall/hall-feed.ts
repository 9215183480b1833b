import { connectRealtime, ProblemError, type Client, type Link, type Realtime } from '@sunbeon/client';
import type { AlertMessage, Hall, ProblemCode } from '@sunbeon/contract';
import type { Received } from '@sunbeon/ui';
import { faultsAfter } from './device-faults.ts';

/** What the screen knows of the hall, and how. */
export interface HallView {
  readonly hall: Received<Hall> | null;
  readonly link: Link;
  /** The server refuses to show this hall: no such office, no permission. */
  readonly refused: ProblemCode | null;
  /** What is wrong with devices of the hall: no paper at the kiosk, a screen that is silent. */
  readonly faults: readonly AlertMessage[];
}

export interface HallFeedOptions {
  readonly office: string;
  readonly client: Client;
  readonly accessToken: () => string | null;
  /** Renews the token after the server refused it; true when there is a new one. */
  readonly renew: () => Promise<boolean>;
  readonly connect?: typeof connectRealtime;
  readonly now?: () => number;
}

const noLink: Link = { state: 'offline', ageSeconds: null, lastContactMs: null };
/** A hall that a command's answer announced is fetched when it has not come by itself so long after. */
const fetchAfterMs = 1_500;
const giveUpAfterMs = 6_000;

/**
 * The hall of one office, kept current: pushed by the realtime connection, fetched where a push is missing. A snapshot
 * older than the one shown is dropped, but for the first of a connection, which is the truth.
 */
export class HallFeed {
  private view: HallView = { hall: null, link: noLink, refused: null, faults: [] };
  private readonly listeners = new Set<() => void>();
  private realtime: Realtime | null = null;
  private first = true;

  constructor(private readonly options: HallFeedOptions) {}

  state = (): HallView => this.view;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): void {
    const { connect = connectRealtime, accessToken, office } = this.options;
    this.realtime = connect({
      baseUrl: '',
      auth: () => ({ accessToken: accessToken() ?? '', office }),
      on: {
        hall: (hall) => this.take(hall),
        alert: (alert) => this.set({ faults: faultsAfter(this.view.faults, alert) }),
        state: (link) => {
          if (link.state !== this.view.link.state) this.first = true;
          // A new connection is told what stands; what ended in the meantime it is not.
          if (link.state !== 'live' && this.view.faults.length > 0) this.set({ faults: [] });
          this.set({ link });
        },
        revoked: () => void this.renewed(),
        // The institution's use rests: the session says so at its next breath, and leads to the door.
        resting: () => void this.options.renew(),
      },
    });
    void this.fetch();
  }

  stop(): void {
    this.realtime?.close();
    this.realtime = null;
  }

  /** Tries to connect at once. */
  reconnect = (): void => this.realtime?.reconnect();

  /** Resolves when the shown hall is at least at this revision, or when waiting longer makes no sense. */
  async reached(revision: number): Promise<void> {
    if (this.revision >= revision) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        [push, give].forEach(clearTimeout);
        unsubscribe();
        resolve();
      };
      const unsubscribe = this.subscribe(() => this.revision >= revision && done());
      const push = setTimeout(() => void this.fetch(), fetchAfterMs);
      const give = setTimeout(done, giveUpAfterMs);
    });
  }

  /** Asks for the hall once; a refusal is kept for the screen, no answer is left to the connection. */
  async fetch(): Promise<void> {
    try {
      const hall = await this.options.client.call('hall', { params: { office: this.options.office } });
      if (hall.revision > this.revision) this.keep(hall);
    } catch (error) {
      if (error instanceof ProblemError && !error.unsettled) this.set({ refused: error.code });
    }
  }

  private get revision(): number {
    return this.view.hall?.value.revision ?? -1;
  }

  private take(hall: Hall): void {
    const newer = hall.revision >= this.revision;
    if (newer || this.first) this.keep(hall);
    this.first = false;
  }

  private keep(hall: Hall): void {
    this.set({ hall: { value: hall, receivedAtMs: (this.options.now ?? Date.now)() }, refused: null });
  }

  private async renewed(): Promise<void> {
    if (await this.options.renew()) this.realtime?.reconnect();
  }

  private set(change: Partial<HallView>): void {
    this.view = { ...this.view, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
