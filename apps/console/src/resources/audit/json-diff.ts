export const differenceKinds = ['added', 'removed', 'changed', 'same'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** One field of what was changed, by its path: `settings.voice`. Values as they are shown; null = there is none. */
export interface Difference {
  readonly path: string;
  readonly kind: DifferenceKind;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What a change changed, field by field: what differs first, then the rest, each in the order of the fields.
 * @param before, after plain JSON; null or undefined = nothing there
 */
export function jsonDiff(before: unknown, after: unknown): Difference[] {
  const [old, young] = [leaves(before), leaves(after)];
  const paths = [...new Set([...old.keys(), ...young.keys()])];
  const rows = paths.map((path): Difference => {
    const [was, is] = [old.get(path) ?? null, young.get(path) ?? null];
    return { path, before: was, after: is, kind: kindOf(was, is) };
  });
  return [...rows.filter(({ kind }) => kind !== 'same'), ...rows.filter(({ kind }) => kind === 'same')];
}

function kindOf(before: string | null, after: string | null): DifferenceKind {
  if (before === after) return 'same';
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

/** Path -> value of all that is no object; lists of plain values are one value. */
function leaves(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return path === '' ? found : found.set(path, '–');
  if (typeof value !== 'object') return found.set(path, String(value));
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return found.set(path, value.join(', ') || '–');
  for (const [key, inner] of Object.entries(value)) leaves(inner, path === '' ? key : `${path}.${key}`, found);
  return found;
}
