import type { LocalText } from '@sunbeon/contract';
import { statement, type SqlScope } from '../platform/database/database.ts';

/** In the order in which they were written: the first of them is the newest. */
const seed = statement(
  'offices.announcements',
  `insert into announcement (tenant_id, id, office_id, text, level, places, starts_at)
   select $1, gen_random_uuid(), $2, a.text, 'notice', array['display', 'resident', 'counter'],
     $3::timestamptz - a.place * interval '1 millisecond'
   from jsonb_array_elements($4::jsonb) with ordinality a (text, place)`,
);

/** What an office begins with: the announcements of its template. @param now epoch milliseconds of the tenant's clock */
export async function seedAnnouncements(
  sql: SqlScope,
  officeId: string,
  texts: readonly LocalText[],
  now: number,
): Promise<void> {
  if (texts.length === 0) return;
  await sql.rows(seed, [sql.scope.tenantId, officeId, new Date(now).toISOString(), JSON.stringify(texts)]);
}
