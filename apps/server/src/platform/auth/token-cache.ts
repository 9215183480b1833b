const KEEP_MS = 5_000;
const LIMIT = 10_000;

interface Entry<T> {
  readonly owner: string;
  readonly identity: T;
  readonly until: number;
}

/**
 * Identities of tokens seen in the last five seconds, by the token's hash. `evict` forgets an owner (a device, a session)
 * at once in this process; other nodes follow within the five seconds.
 */
export class TokenCache<T> {
  private readonly entries = new Map<string, Entry<T>>();
  private evictions = 0;

  /** The identity from memory, or from `read`, which answers undefined for a token that is not valid. */
  async through(
    hash: string,
    owner: string,
    read: () => Promise<{ identity: T; validUntil: number } | undefined>,
  ): Promise<T | undefined> {
    const known = this.entries.get(hash);
    if (known && Date.now() < known.until) return known.identity;
    const evictions = this.evictions;
    const found = await read();
    // What was read before somebody was evicted may be what the eviction was about: not kept.
    if (found && evictions === this.evictions) this.keep(hash, owner, found);
    return found?.identity;
  }

  evict(owner: string): void {
    this.evictions += 1;
    for (const [hash, entry] of this.entries) if (entry.owner === owner) this.entries.delete(hash);
  }

  private keep(hash: string, owner: string, found: { identity: T; validUntil: number }): void {
    if (this.entries.size >= LIMIT) this.entries.clear();
    const until = Math.min(Date.now() + KEEP_MS, found.validUntil);
    this.entries.set(hash, { owner, identity: found.identity, until });
  }
}
