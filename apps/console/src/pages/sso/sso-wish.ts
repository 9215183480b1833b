import type { CallInput } from '@sunbeon/client';
import type { SsoSettings } from '@sunbeon/contract';

export type SsoWish = CallInput<'ssoSave'>['body'];
type Stored = NonNullable<SsoSettings['settings']>;

/** What stands in the form: lists as texts with commas, the secret empty. */
export interface SsoForm {
  enabled: boolean;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
  emailDomains: string;
  linkByEmail: boolean;
  auto: boolean;
  autoRole: NonNullable<Stored['autoCreate']>['role'];
  autoOffices: string[];
  only: boolean;
  requiredAmr: string;
  requiredAcr: string;
}

export function ssoForm(stored: Stored | null): SsoForm {
  return {
    enabled: stored?.enabled ?? true,
    issuer: stored?.issuer ?? '',
    clientId: stored?.clientId ?? '',
    clientSecret: '',
    scopes: (stored?.scopes ?? ['openid', 'email', 'profile']).join(', '),
    emailDomains: (stored?.emailDomains ?? []).join(', '),
    linkByEmail: stored?.linkByEmail ?? true,
    auto: stored?.autoCreate != null,
    autoRole: stored?.autoCreate?.role ?? 'viewer',
    autoOffices: stored?.autoCreate?.offices ?? [],
    only: stored?.only ?? false,
    requiredAmr: (stored?.requiredAmr ?? []).join(', '),
    requiredAcr: (stored?.requiredAcr ?? []).join(', '),
  };
}

/** What is sent: without a typed secret the stored one stays. */
export function ssoWish(form: SsoForm): SsoWish {
  const { enabled, issuer, clientId, clientSecret, linkByEmail, only } = form;
  return {
    ...{ enabled, issuer: issuer.trim(), clientId: clientId.trim(), linkByEmail, only },
    ...(clientSecret ? { clientSecret } : {}),
    scopes: words(form.scopes),
    emailDomains: words(form.emailDomains).map((domain) => domain.toLowerCase()),
    autoCreate: form.auto ? { role: form.autoRole, offices: form.autoOffices ?? [] } : null,
    requiredAmr: words(form.requiredAmr),
    requiredAcr: words(form.requiredAcr),
  };
}

/** "openid, email" -> its words. Empty fields of a form are null. */
function words(text: string | null | undefined): string[] {
  return (text ?? '').split(/[\s,]+/).filter(Boolean);
}
