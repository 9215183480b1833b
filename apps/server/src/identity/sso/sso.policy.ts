import type { SsoProviderSettings } from './sso-settings.ts';
import type { SsoPerson } from './sso.repository.ts';

/** What a provider says of somebody, once its signature was checked. */
export interface SsoClaims {
  readonly subject: string;
  /** In lower case. */
  readonly email: string | undefined;
  readonly emailVerified: boolean;
  readonly name: string | undefined;
  readonly amr: readonly string[];
  readonly acr: string | undefined;
}

/** What follows from the claims. */
export type SsoDecision =
  | { readonly kind: 'enter'; readonly staffId: string }
  | { readonly kind: 'link'; readonly staffId: string }
  | { readonly kind: 'create'; readonly email: string; readonly name: string }
  | { readonly kind: 'refuse'; readonly code: 'sso_refused' | 'sso_no_account' };

type Rules = Pick<SsoProviderSettings, 'requiredAmr' | 'requiredAcr' | 'emailDomains' | 'linkByEmail' | 'autoRole'>;

/** Did the person show as much at the provider as the tenant asks for? */
export function isStrongEnough({ requiredAmr, requiredAcr }: Rules, { amr, acr }: SsoClaims): boolean {
  const byMethod = requiredAmr.length === 0 || requiredAmr.some((one) => amr.includes(one));
  return byMethod && (requiredAcr.length === 0 || (acr !== undefined && requiredAcr.includes(acr)));
}

/** The e-mail by which somebody may be found: verified, of a domain that the tenant names. */
export function trustedEmail({ emailDomains }: Rules, { email, emailVerified }: SsoClaims): string | undefined {
  if (email === undefined || !emailVerified) return undefined;
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return emailDomains.length === 0 || emailDomains.includes(domain) ? email : undefined;
}

/**
 * Who somebody is whom the provider vouches for: who came before under the same subject; else, where the tenant wants it,
 * the person with that verified e-mail; else a new one.
 * @param linked the person of this subject
 * @param known the person of the tenant with the trusted e-mail
 */
export function decide(
  rules: Rules,
  claims: SsoClaims,
  linked: SsoPerson | undefined,
  known: SsoPerson | undefined,
): SsoDecision {
  if (!isStrongEnough(rules, claims)) return { kind: 'refuse', code: 'sso_refused' };
  if (linked) return linked.active ? { kind: 'enter', staffId: linked.staffId } : nobody;
  const email = trustedEmail(rules, claims);
  if (email === undefined) return nobody;
  if (known) return known.active && rules.linkByEmail ? { kind: 'link', staffId: known.staffId } : nobody;
  if (rules.autoRole === null) return nobody;
  return { kind: 'create', email, name: nameFor(claims.name, email) };
}

const nobody = { kind: 'refuse', code: 'sso_no_account' } as const;

function nameFor(name: string | undefined, email: string): string {
  const given = name?.toWellFormed().replaceAll('\0', '').trim().slice(0, 80).toWellFormed();
  return given || email.slice(0, email.indexOf('@')).slice(0, 80);
}
