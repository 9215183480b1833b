/**
 * A page of this installation to go to afterwards (`?next=`), or null: never another origin, and never a script.
 * Browsers read backslashes as slashes and drop tabs and line breaks, so only plain paths pass.
 */
export function safeNext(next: string | null): string | null {
  return next !== null && /^\/(?!\/)[\w\-./?=&%#]*$/.test(next) ? next : null;
}

/** Where a tenant's own log-in begins (`ssoStartPath` of the contract, written out so that no schema comes along). */
export function ssoPath(tenant: string, next: string | null): string {
  const target = safeNext(next) ?? '/counter/';
  return `/api/auth/sso/${encodeURIComponent(tenant)}?${new URLSearchParams({ next: target })}`;
}

/** The page that asks which institution's log-in it shall be, for a machine that does not know. */
export function ssoAskPath(next: string | null): string {
  const target = safeNext(next) ?? '/counter/';
  return `/signup/login?${new URLSearchParams({ by: 'sso', next: target })}`;
}
