import type { ssoRoles } from '@sunbeon/contract';

/** A tenant's identity provider as it is used. */
export interface SsoProviderSettings {
  readonly enabled: boolean;
  readonly issuer: string;
  readonly clientId: string;
  /** Sealed where it is stored and read; in the clear only for the one who talks with the provider. */
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  readonly emailDomains: readonly string[];
  readonly linkByEmail: boolean;
  readonly autoRole: (typeof ssoRoles)[number] | null;
  readonly autoOfficeIds: readonly string[];
  readonly only: boolean;
  readonly requiredAmr: readonly string[];
  readonly requiredAcr: readonly string[];
}

/** People other than owners come in by the provider only. */
export function isOnlyWay(settings: SsoProviderSettings | undefined): boolean {
  return settings !== undefined && settings.enabled && settings.only;
}

/** What the secret is sealed for. */
export const secretPurpose = 'sso_settings.client_secret';
