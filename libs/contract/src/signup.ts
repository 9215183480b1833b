import { z } from 'zod';
import { AreaCode } from './areas.ts';
import { Slug, TenantSlug } from './basics.ts';
import { Password } from './identity.ts';
import { TenantStatus } from './tenant-life.ts';

/** `GET /api/signup`: what the page needs to know before anything is typed. */
export const SignupInfo = z
  .object({
    /** off = nobody can sign up here; manual = the operator says yes first. */
    approval: z.enum(['manual', 'automatic', 'off']),
    trialDays: z.int(),
    terms: z.object({ version: z.string(), ko: z.string(), en: z.string() }),
    /** Address of the page with the letters of a demo, so that it needs no mail server; null where letters are real. */
    letters: z.string().nullable().default(null),
  })
  .meta({ id: 'SignupInfo' });

/** One line of text without control characters. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u, 'one line');

/** `POST /api/signup`. The answer is the same whoever asks; what comes of it stands in the letter. */
export const SignupRequest = z
  .strictObject({
    name: line(100),
    slug: TenantSlug,
    areaCode: AreaCode,
    contact: z.strictObject({
      name: line(80),
      email: z.email().max(200),
      phone: z
        .string()
        .trim()
        .regex(/^\+?[0-9][0-9 -]{7,18}$/, 'phone: digits, blanks and -')
        .optional(),
    }),
    /** Version of the terms that were agreed to, as `GET /api/signup` names it. */
    terms: z.string().max(40),
    language: z.enum(['ko', 'en']).default('ko'),
  })
  .meta({ id: 'SignupRequest' });
export type SignupRequest = z.output<typeof SignupRequest>;
export const SignupAnswer = z.object({ sent: z.literal(true) }).meta({ id: 'SignupAnswer' });

/** `GET /api/signup/slug/{slug}`: may a tenant have this address? */
export const SlugQuestion = z.object({ slug: Slug });
export const SlugAnswer = z
  .object({ slug: z.string(), available: z.boolean(), reason: z.enum(['taken', 'reserved']).nullable() })
  .meta({ id: 'SlugAnswer' });

/** The secret behind `#` of the letter's link. */
const LinkToken = z.string().min(1).max(200);
/** `POST /api/signup/link`: what the link in the letter is about, before a password is chosen. */
export const SignupLinkRequest = z.strictObject({ token: LinkToken }).meta({ id: 'SignupLinkRequest' });
export const SignupLink = z
  .object({
    name: z.string(),
    slug: z.string(),
    /** False when another tenant took it meanwhile: choose another with the password. */
    slugAvailable: z.boolean(),
    email: z.string(),
    contactName: z.string(),
  })
  .meta({ id: 'SignupLink' });
export type SignupLink = z.infer<typeof SignupLink>;

/** `POST /api/signup/confirm`: the e-mail is confirmed, the tenant is made with its owner, who can log in. */
export const SignupConfirm = z
  .strictObject({ token: LinkToken, password: Password, slug: TenantSlug.optional() })
  .meta({ id: 'SignupConfirm' });
export const SignupConfirmed = z
  .object({ tenant: z.object({ slug: z.string(), name: z.string(), status: TenantStatus }), email: z.string() })
  .meta({ id: 'SignupConfirmed' });
