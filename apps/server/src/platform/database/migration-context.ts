import { userOf } from './connection-url.ts';

/**
 * Name of the serving role, quoted for SQL: the user of DATABASE_URL. Grants in migrations go to it.
 * @throws Error when DATABASE_URL is missing or names no user.
 */
export function appRole(): string {
  const user = userOf(process.env['DATABASE_URL'] ?? '');
  if (!user) throw new Error('DATABASE_URL must name the serving role, e.g. postgres://sunbeon_app:…@host/sunbeon');
  return `"${user.replaceAll('"', '""')}"`;
}
