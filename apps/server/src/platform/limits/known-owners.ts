const KEEP_MS = 3_600_000;
const AT_MOST = 20_000;

/**
 * Devices and sessions whose token was good within the last hour or two, by their id. Two generations: the older one is
 * dropped as a whole.
 */
export class KnownOwners {
  private young = new Set<string>();
  private old = new Set<string>();
  private turnAt = 0;

  add(id: string, now: number): void {
    if (now >= this.turnAt || this.young.size >= AT_MOST) {
      this.old = this.young;
      this.young = new Set();
      this.turnAt = now + KEEP_MS;
    }
    this.young.add(id);
  }

  has(id: string): boolean {
    return this.young.has(id) || this.old.has(id);
  }
}
