import type { RateLimit } from './rate-table.ts';

/** What became of a request. */
export interface Verdict {
  readonly limit: RateLimit;
  readonly allowed: boolean;
  /** Requests that are left in this window. */
  readonly remaining: number;
  /** Seconds until the next window, at least 1. */
  readonly resetSeconds: number;
}

interface Count {
  /** Counted here. */
  own: number;
  /** … of which the other nodes know. */
  told: number;
  /** Counted by the other nodes, as far as is known here. */
  others: number;
}

/** What is to be told to the other nodes of one key. */
export interface Report {
  readonly key: string;
  readonly add: number;
  /** Epoch milliseconds at which it is worth nothing any more. */
  readonly until: number;
}

/** So many keys are counted; beyond, nobody is refused: a flood of addresses must not fill the memory. */
const KEYS_AT_MOST = 50_000;
/** Who has used less than this share of a limit is nobody's business but this node's. */
const WORTH_TELLING = 0.1;

/** Counts the requests of one limit in windows that begin at the same instants on all nodes. */
export class Window {
  private begin = 0;
  private readonly counts = new Map<string, Count>();

  constructor(readonly limit: RateLimit) {}

  /** Counts a request, unless there were too many. @param now epoch milliseconds */
  spend(key: string, now: number): Verdict {
    this.turn(now);
    const count = this.counts.get(key) ?? this.open(key);
    const allowed = count.own + count.others < this.limit.requests;
    if (allowed) count.own += 1;
    return this.verdict(count, allowed, now);
  }

  /** True when the key has none left. */
  isSpent(key: string, now: number): boolean {
    this.turn(now);
    const count = this.counts.get(key);
    return count !== undefined && count.own + count.others >= this.limit.requests;
  }

  /** What the other nodes should know. */
  reports(now: number): Report[] {
    this.turn(now);
    const until = this.end();
    const worth = this.limit.requests * WORTH_TELLING;
    return [...this.counts]
      .filter(
        ([, { own, told, others }]) => own + others >= worth && (own > told || own + others < this.limit.requests),
      )
      .map(([key, { own, told }]) => ({ key: this.keyOf(key), add: own - told, until }));
  }

  /** What all nodes together counted, ours included, once `add` of ours was added. */
  learn(key: string, add: number, total: number): void {
    const [, begin, inner = ''] = /^[^:]*:(\d+):(.*)$/s.exec(key) ?? [];
    const count = Number(begin) === this.begin ? this.counts.get(inner) : undefined;
    if (!count) return;
    count.told += add;
    count.others = Math.max(0, total - count.told);
  }

  private keyOf(key: string): string {
    return `${this.limit.name}:${this.begin}:${key}`;
  }

  private turn(now: number): void {
    const length = this.limit.seconds * 1000;
    const begin = Math.floor(now / length) * length;
    if (begin === this.begin) return;
    this.begin = begin;
    this.counts.clear();
  }

  private end(): number {
    return this.begin + this.limit.seconds * 1000;
  }

  private open(key: string): Count {
    const count = { own: 0, told: 0, others: 0 };
    if (this.counts.size < KEYS_AT_MOST) this.counts.set(key, count);
    return count;
  }

  private verdict({ own, others }: Count, allowed: boolean, now: number): Verdict {
    const remaining = Math.max(0, this.limit.requests - own - others);
    return { limit: this.limit, allowed, remaining, resetSeconds: Math.max(1, Math.ceil((this.end() - now) / 1000)) };
  }
}
