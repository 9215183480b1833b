import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { z } from 'zod';
import { CONFIG } from '../../platform/config/config.module.ts';
import type { Config } from '../../platform/config/config.ts';
import { askOutside, OutboundError, type OutboundRules } from '../../platform/http/outbound.ts';
import { isLoopback } from '../../platform/http/private-addresses.ts';
import { SsoFaultError } from './sso-faults.ts';
import type { SsoClaims } from './sso.policy.ts';
import type { SsoProviderSettings } from './sso-settings.ts';

/** What of a discovery document is used here. */
const Discovery = z.looseObject({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  response_types_supported: z.array(z.string()).default(['code']),
  code_challenge_methods_supported: z.array(z.string()).optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});
type Discovery = z.output<typeof Discovery>;

const Keys = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

/** Discovery documents are good for so long; keys are fetched for each log-in, so that new ones are known at once. */
const KEEP_MS = 60_000;
const KNOWN_AT_MOST = 1_000;

/** One log-in on its way: what must come back, and what proves that it is ours. */
export interface SsoAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

type Client = Pick<SsoProviderSettings, 'issuer' | 'clientId' | 'clientSecret' | 'scopes' | 'requiredAcr'>;

/** Talks with identity providers: OpenID Connect, authorization code flow with PKCE, state and nonce. */
@Injectable()
export class SsoProvider {
  private readonly known = new Map<string, { readonly document: Discovery; readonly until: number }>();
  private readonly privateNetworks: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.privateNetworks = config.ssoPrivateNetworks;
  }

  /** Fetches everything that a log-in needs. @throws SsoFaultError what is wrong */
  async check(issuer: string): Promise<void> {
    const document = await this.fetchDiscovery(issuer);
    const keys = await this.json(document.jwks_uri, issuer).catch(() => undefined);
    if (!Keys.safeParse(keys).success) throw new SsoFaultError('no_keys');
  }

  /** Where the browser goes to log in. @throws SsoFaultError */
  async authorizationUrl(client: Client, attempt: SsoAttempt): Promise<URL> {
    const configuration = await this.configurationOf(client);
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: attempt.redirectUri,
      scope: client.scopes.join(' '),
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(client.requiredAcr.length > 0 ? { acr_values: client.requiredAcr.join(' ') } : {}),
    });
  }

  /**
   * What the provider says of the person who came back with `query`: state, nonce, PKCE, signature, issuer, audience and
   * time are checked.
   * @throws SsoFaultError the provider cannot be used; anything else: this log-in is not good
   */
  async claims(client: Client, attempt: SsoAttempt, query: string): Promise<SsoClaims> {
    const configuration = await this.configurationOf(client);
    const address = new URL(attempt.redirectUri);
    address.search = query;
    const tokens = await oidc
      .authorizationCodeGrant(configuration, address, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      })
      .catch(orFault);
    const told = tokens.claims();
    if (!told) throw new Error('no ID token');
    const more = 'email' in told ? {} : await this.userInfo(configuration, tokens.access_token, told.sub);
    return claimsFrom({ ...more, ...told });
  }

  /** Some providers tell the e-mail there only. */
  private async userInfo(configuration: oidc.Configuration, token: string, subject: string): Promise<object> {
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
    return oidc.fetchUserInfo(configuration, token, subject).catch(orFault);
  }

  private async configurationOf(client: Client): Promise<oidc.Configuration> {
    const document = await this.discovery(client.issuer);
    const methods = document.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = methods.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    const metadata = { client_secret: client.clientSecret, [oidc.clockTolerance]: 30 };
    const configuration = new oidc.Configuration(
      document as oidc.ServerMetadata,
      client.clientId,
      metadata,
      authenticate(client.clientSecret),
    );
    configuration[oidc.customFetch] = (url, { method, headers, body, signal }) =>
      askOutside(url, { method, headers, body: body?.toString(), signal }, this.rulesFor(client.issuer));
    configuration.timeout = 5;
    // The library allows plain http for nobody; what may be asked by it is the rules' matter.
    if (isLoopback(new URL(client.issuer).hostname)) oidc.allowInsecureRequests(configuration);
    // The ID token came straight from the provider; its signature is checked all the same.
    oidc.enableNonRepudiationChecks(configuration);
    return configuration;
  }

  private async discovery(issuer: string): Promise<Discovery> {
    const known = this.known.get(issuer);
    if (known && Date.now() < known.until) return known.document;
    const document = await this.fetchDiscovery(issuer);
    if (this.known.size >= KNOWN_AT_MOST) this.known.clear();
    this.known.set(issuer, { document, until: Date.now() + KEEP_MS });
    return document;
  }

  private async fetchDiscovery(issuer: string): Promise<Discovery> {
    const address = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
    const document = Discovery.safeParse(await this.json(address, issuer));
    if (!document.success) throw new SsoFaultError('not_discovery');
    refuseDocument(document.data, issuer);
    return document.data;
  }

  private async json(address: string, issuer: string): Promise<unknown> {
    const headers = { accept: 'application/json' };
    const response = await askOutside(address, { headers }, this.rulesFor(issuer)).catch(orFault);
    if (response.status !== 200) throw new SsoFaultError('not_found');
    return response.json().catch(() => {
      throw new SsoFaultError('not_discovery');
    });
  }

  private rulesFor(issuer: string): OutboundRules {
    return { origin: new URL(issuer).origin, privateNetworks: this.privateNetworks };
  }
}

function refuseDocument(document: Discovery, issuer: string): void {
  if (document.issuer !== issuer) throw new SsoFaultError('other_issuer');
  const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint = issuer } = document;
  const { origin } = new URL(issuer);
  const addresses = [authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint];
  if (addresses.some((address) => new URL(address).origin !== origin)) throw new SsoFaultError('other_origin');
  if (!document.response_types_supported.includes('code')) throw new SsoFaultError('no_code_flow');
  // Some that know PKCE do not say so; who says what it knows must know S256.
  if (document.code_challenge_methods_supported?.includes('S256') === false) throw new SsoFaultError('no_pkce');
}

/** A provider that does not answer is its own fault; everything else is passed on. */
function orFault(error: unknown): never {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof OutboundError) throw new SsoFaultError(at.fault);
  }
  throw error;
}

const Told = z.object({
  sub: z.string().min(1).max(255),
  email: z.email().max(200).optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  amr: z.array(z.string()).default([]).catch([]),
  acr: z.string().optional().catch(undefined),
});

function claimsFrom(told: unknown): SsoClaims {
  const { sub, email, email_verified, name, amr, acr } = Told.parse(told);
  return { subject: sub, email: email?.toLowerCase(), emailVerified: email_verified === true, name, amr, acr };
}
