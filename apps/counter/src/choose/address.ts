/** The place of work as the address names it: `?office=<slug>&counter=<number>`. */
export interface Place {
  readonly office: string | null;
  readonly counter: string | null;
}

export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  return { office: query.get('office') || null, counter: query.get('counter') || null };
}

/** The address that opens a place straight; other parts of the query are kept. */
export function placeAddress(address: string, place: Place): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(place)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value as string);
  }
  return url.toString();
}

/** Finds a counter by the number on its sign (any case) or by its id. */
export function counterNamed<C extends { id: string; number: string }>(
  counters: readonly C[],
  name: string | null,
): C | null {
  if (name === null) return null;
  const wanted = name.toUpperCase();
  return counters.find((counter) => counter.number.toUpperCase() === wanted || counter.id === name) ?? null;
}
