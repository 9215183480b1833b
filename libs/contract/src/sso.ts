import { z } from 'zod';
import { Slug } from './basics.ts';

/**
 * OpenID Connect: people log in by their district's own identity provider. Two addresses answer with redirects and are no
 * JSON endpoints: `ssoStartPath(tenant)`, to which a log-in page leads (`?next=/counter/`, a path of this site), and
 * `ssoCallbackPath`, which the provider leads back to. After a good log-in the browser has the session cookie and is at
 * `next`; after any other it is at `ssoFailurePath` with `?tenant=…&sso=<code>&next=…`, `code` of `ssoProblems`.
 */
export const ssoCallbackPath = '/api/auth/sso/callback';
export const ssoFailurePath = '/signup/login';
export const ssoStartPath = (tenant: string): string => `/api/auth/sso/${encodeURIComponent(tenant)}`;

/** Codes of the table of problems with which a log-in by the provider may end. */
export const ssoProblems = [
  'sso_unavailable',
  'sso_refused',
  'sso_no_account',
  'tenant_inactive',
  'too_many_requests',
] as const;
export type SsoProblem = (typeof ssoProblems)[number];

/** Roles that somebody may get who is made at the first log-in: an owner raises them by hand. */
export const ssoRoles = ['viewer', 'greeter', 'staff'] as const;

const Issuer = z
  .url({ protocol: /^https?$/, hostname: /^.+$/ })
  .max(300)
  .refine((url) => !/[?#@]/.test(url), 'the issuer has no user, query or fragment');
const Domain = z
  .string()
  .max(200)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'domain: in lower case, without @');
const Scope = z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/, 'scope: printable, without spaces and quotes');
const Assurance = z.array(z.string().min(1).max(200)).max(10);

const facts = {
  enabled: z.boolean(),
  /** As in the provider's discovery document. https; http for loopback where the installation allows private addresses. */
  issuer: z.string(),
  clientId: z.string(),
  scopes: z.array(z.string()),
  /** Only people with an e-mail of these domains; none = whatever the provider says is verified. */
  emailDomains: z.array(z.string()),
  /** Somebody's first log-in finds the account of the tenant with the same, verified e-mail. */
  linkByEmail: z.boolean(),
  /** Somebody whom the tenant does not know gets an account; null = nobody does. `offices`: slugs, none = all. */
  autoCreate: z.object({ role: z.enum(ssoRoles), offices: z.array(z.string()) }).nullable(),
  /** Passwords of all but owners are refused. */
  only: z.boolean(),
  /** The provider must say that one of these was used (`amr`), such as otp, mfa, hwk; none = not asked. */
  requiredAmr: z.array(z.string()),
  /** … that one of these levels was reached (`acr`); they are also asked for. */
  requiredAcr: z.array(z.string()),
};

/** `GET /api/admin/sso`: null while nothing is set. */
export const SsoSettings = z
  .object({
    settings: z.object({ ...facts, secretSet: z.boolean() }).nullable(),
    /** What to register at the provider. */
    redirectUri: z.string(),
    startPath: z.string(),
  })
  .meta({ id: 'SsoSettings' });
export type SsoSettings = z.infer<typeof SsoSettings>;

/** `PUT /api/admin/sso`. Without `clientSecret` the stored one stays, unless issuer or client are others. */
export const SsoSave = z
  .strictObject({
    enabled: z.boolean().default(true),
    issuer: Issuer,
    clientId: z.string().min(1).max(200),
    clientSecret: z.string().min(1).max(500).optional(),
    scopes: z
      .array(Scope)
      .max(20)
      .default(['openid', 'email', 'profile'])
      .refine((scopes) => scopes.includes('openid'), 'openid must be among the scopes'),
    emailDomains: z.array(Domain).max(50).default([]),
    linkByEmail: z.boolean().default(true),
    autoCreate: z
      .strictObject({ role: z.enum(ssoRoles), offices: z.array(Slug).max(100).default([]) })
      .nullable()
      .default(null),
    only: z.boolean().default(false),
    requiredAmr: Assurance.default([]),
    requiredAcr: Assurance.default([]),
  })
  .refine((save) => save.autoCreate === null || save.emailDomains.length > 0, {
    path: ['emailDomains'],
    message: 'name the domains whose people may get accounts',
  })
  .meta({ id: 'SsoSave' });
export type SsoSave = z.output<typeof SsoSave>;

/** What may be wrong with a provider's address. */
export const ssoFaults = [
  'not_set',
  'not_https',
  'private_address',
  'unknown_host',
  'unreachable',
  'tls',
  'timeout',
  'too_large',
  'not_found',
  'not_discovery',
  'other_issuer',
  'other_origin',
  'no_code_flow',
  'no_pkce',
  'no_keys',
] as const;
export type SsoFault = (typeof ssoFaults)[number];

/** `POST /api/admin/sso/test`: runs discovery on what is stored. `message`: one sentence, Korean and English. */
export const SsoTest = z
  .object({ fault: z.enum(ssoFaults).nullable(), message: z.object({ ko: z.string(), en: z.string() }) })
  .meta({ id: 'SsoTest' });

/** `GET /api/auth/sso/{tenant}/offer`: shows a log-in page its button. A tenant that is not there has no such log-in either. */
export const SsoOffer = z
  .object({
    available: z.boolean(),
    /** Only owners may still use passwords. */
    only: z.boolean(),
    /** Name of the tenant; null when not available. */
    name: z.string().nullable(),
  })
  .meta({ id: 'SsoOffer' });
