import { OLD_SECONDS, type Contact } from './age.ts';

/** Where a page's figures come from. */
export interface FeedSource {
  /** Answers the whole snapshot as JSON, with an ETag. */
  readonly url: string;
  /** The same as server-sent events (`status`, and `alive` as sign of life); null = there are none. */
  readonly eventsUrl: string | null;
}

export interface FeedListener {
  onSnapshot(value: unknown): void;
  /** The server says that there is no such thing (any more). */
  onGone(): void;
}

const POLL_MS = 5_000;
const TIMEOUT_MS = 4_500;
/** Streams that broke are opened again after so long, spread out, so that a restarted server is not run down. */
const REOPEN_MS = 10_000;

/** Follows a source: by its stream where that works, else by asking every five seconds. Recovers by itself. */
export class Feed {
  private stream: EventSource | null = null;
  private timer: number | undefined;
  private etag: string | null = null;
  private asking = false;
  private nextAskMs = 0;
  private nextOpenMs = 0;

  constructor(
    private readonly source: FeedSource,
    private readonly contact: Contact,
    private readonly listener: FeedListener,
  ) {}

  start(): void {
    if (this.timer !== undefined) return;
    this.nextOpenMs = 0;
    this.nextAskMs = this.source.eventsUrl === null ? 0 : Date.now() + POLL_MS;
    this.timer = window.setInterval(() => this.look(), 1_000);
    this.look();
  }

  stop(): void {
    window.clearInterval(this.timer);
    this.timer = undefined;
    this.closeStream();
  }

  /** Once a second: keeps one way to the server working. */
  private look(): void {
    const now = Date.now();
    if (this.stream && this.contact.seconds() >= OLD_SECONDS) this.closeStream();
    if (!this.stream && this.source.eventsUrl !== null && now >= this.nextOpenMs)
      this.openStream(this.source.eventsUrl);
    if (this.stream?.readyState !== EventSource.OPEN && now >= this.nextAskMs) void this.ask();
  }

  private openStream(url: string): void {
    this.nextOpenMs = Date.now() + REOPEN_MS * (1 + Math.random());
    const stream = new EventSource(url);
    this.stream = stream;
    stream.addEventListener('status', (event) => this.take(event.data as string));
    stream.addEventListener('alive', (event) => this.contact.note(instantOf(event.data as string)));
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED && this.stream === stream) this.closeStream();
    });
  }

  private closeStream(): void {
    this.stream?.close();
    this.stream = null;
  }

  private async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.nextAskMs = Date.now() + POLL_MS * (0.9 + Math.random() * 0.2);
    try {
      const headers: Record<string, string> = this.etag === null ? {} : { 'If-None-Match': this.etag };
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const answer = await fetch(this.source.url, { headers, signal, cache: 'no-store' });
      const body = answer.ok ? await answer.text() : '';
      // Whoever stopped the page while the answer was on its way does not want it any more.
      if (this.timer !== undefined) this.takeAnswer(answer, body);
    } catch {
      // No network, or the server is away: the age on the page says so, and the next turn asks again.
    } finally {
      this.asking = false;
    }
  }

  private takeAnswer(answer: Response, body: string): void {
    const serverMs = Date.parse(answer.headers.get('date') ?? '') || null;
    if (answer.status === 404) this.listener.onGone();
    if (answer.status === 304) this.contact.note(serverMs);
    if (answer.ok && this.take(body, serverMs)) this.etag = answer.headers.get('etag');
  }

  /** False when it was no snapshot: something between us and the server answered in its place. */
  private take(text: string, serverMs: number | null = null): boolean {
    const value = parse(text);
    if (typeof value !== 'object' || value === null || !('revision' in value)) return false;
    this.contact.note(serverMs);
    this.listener.onSnapshot(value);
    return true;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Epoch milliseconds of a sign of life `{ "at": "…" }`. */
function instantOf(text: string): number | null {
  const value = parse(text) as { at?: unknown } | undefined;
  return typeof value?.at === 'string' ? Date.parse(value.at) || null : null;
}
