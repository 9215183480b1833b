import { z } from 'zod';

/** First path segments that no tenant slug may take, since the installation itself answers there. */
export const reservedSlugs = [
  'api',
  'assets',
  'callback',
  'console',
  'counter',
  'demo',
  'display',
  'docs',
  'embed',
  'favicon',
  'health',
  'kiosk',
  'media',
  'metrics',
  'platform',
  'public',
  'realtime',
  'relay',
  'robots',
  'signup',
  'sitemap',
  'socket',
  'static',
  't',
  'well-known',
] as const;

const reserved: ReadonlySet<string> = new Set(reservedSlugs);

/** Slug of a tenant or an office as it stands in public addresses: 2-39 characters, lower case. */
export const Slug = z.string().regex(/^[a-z][a-z0-9-]{1,38}$/, 'slug: a-z, 0-9 and -, 2 to 39 characters');
/** Slug of a tenant: as Slug, and none of the installation's own words. */
export const TenantSlug = Slug.refine((slug) => !reserved.has(slug), 'this word is reserved');

export const Id = z.uuid();
const FIRST_INSTANT = Date.UTC(1970, 0, 1);
const END_OF_INSTANTS = Date.UTC(2200, 0, 1);

/** Instant: ISO 8601 with offset, of the years 1970 to 2199: no office needs others, and no database loses its way. */
export const Instant = z.iso.datetime({ offset: true }).refine((text) => {
  const at = Date.parse(text);
  return at >= FIRST_INSTANT && at < END_OF_INSTANTS;
}, 'instant: 1970 to 2199');
/** Local date yyyy-MM-dd. */
export const LocalDate = z.iso.date();
/** Local time HH:mm (00:00-24:00; 24:00 is the end of the day). */
export const LocalTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'time: HH:mm');

export const languages = ['ko', 'en', 'zh', 'ja', 'vi'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** A text in the tenant's languages; Korean is always there, readers fall back to it. */
export const LocalText = z
  .object({
    ko: z.string().min(1).max(200),
    en: z.string().max(200).optional(),
    zh: z.string().max(200).optional(),
    ja: z.string().max(200).optional(),
    vi: z.string().max(200).optional(),
  })
  .meta({ id: 'LocalText' });
export type LocalText = z.infer<typeof LocalText>;

/** The text in a language, or the Korean one where it has none. */
export function textIn(text: LocalText, language: Language): string {
  return text[language] ?? text.ko;
}

export const levels = ['quiet', 'normal', 'busy', 'crowded'] as const;
export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;

/** IANA time zone name that this runtime knows. */
export const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'unknown time zone');

/** Value of the Idempotency-Key header: 8-200 printable characters. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,200}$/, 'Idempotency-Key: 8 to 200 printable characters');
