/** Lets pieces of work with one key take turns, in the order in which they came. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  async take(key: string, work: () => Promise<void>): Promise<void> {
    const before = this.last.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    const over = mine.catch(() => undefined);
    this.last.set(key, over);
    try {
      await mine;
    } finally {
      if (this.last.get(key) === over) this.last.delete(key);
    }
  }
}
