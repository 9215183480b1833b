/** Structural equality of JSON values. The order of keys does not count: jsonb gives them back in its own. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => key in b && same(valueOf(a, key), valueOf(b, key)))
  );
}

const valueOf = (object: object, key: string): unknown => (object as Record<string, unknown>)[key];
