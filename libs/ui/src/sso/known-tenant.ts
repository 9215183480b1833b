const key = 'sunbeon.tenant';
const isSlug = (text: string | null): text is string => text !== null && /^[a-z][a-z0-9-]{1,38}$/.test(text);

/**
 * Whose log-in this machine offers: that of the address that was opened (`?tenant=`), else of whoever logged in here last.
 * @param address path with its query
 */
export function knownTenant(address: string): string | null {
  const named = new URLSearchParams(address.split('?')[1]).get('tenant');
  if (isSlug(named)) return named;
  try {
    const kept = localStorage.getItem(key);
    return isSlug(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps the address of the tenant, nothing of the person: the next log-in here will be of the same institution. */
export function rememberTenant(slug: string): void {
  try {
    localStorage.setItem(key, slug);
  } catch {
    // A browser that keeps nothing asks each time.
  }
}
