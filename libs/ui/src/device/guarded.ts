/** Storage of a browser, or what stands for one. */
export type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Storage that never throws: what it refuses is kept in memory. */
export function guarded(storage: Place): Place {
  const memory = new Map<string, string>();
  const attempt = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    getItem: (key) => memory.get(key) ?? attempt(() => storage.getItem(key)),
    setItem: (key, value) => {
      memory.set(key, value);
      attempt(() => storage.setItem(key, value));
    },
    removeItem: (key) => {
      memory.delete(key);
      attempt(() => storage.removeItem(key));
    },
  };
}
