import { Injectable, Logger } from '@nestjs/common';
import { Slug, ssoProblems, type SsoProblem } from '@sunbeon/contract';
import { randomBytes } from 'node:crypto';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { v7 as uuidv7 } from 'uuid';
import { Audit } from '../../platform/audit/audit.ts';
import { maskEmail } from '../../platform/audit/mask.ts';
import { Passwords } from '../../platform/auth/passwords.ts';
import { Database, type TenantScope, type Transaction } from '../../platform/database/database.ts';
import { codeOf } from '../../platform/http/problem.filter.ts';
import { refuse } from '../../platform/http/problem.ts';
import { Sealing } from '../../platform/sealing/sealing.ts';
import { PlanLimits } from '../../tenants/plan-limits.reader.ts';
import { isServed, TenantsReader } from '../../tenants/tenants.reader.ts';
import { SessionsService, type Session } from '../sessions.service.ts';
import { SsoCookie, type StoredAttempt } from './sso-cookie.ts';
import { SsoFaultError } from './sso-faults.ts';
import { SsoProvider } from './sso-provider.ts';
import { secretPurpose, type SsoProviderSettings } from './sso-settings.ts';
import { decide, trustedEmail, type SsoClaims, type SsoDecision } from './sso.policy.ts';
import { SsoReader } from './sso.reader.ts';
import { SsoRepository } from './sso.repository.ts';

/** How the second half of a log-in ended; where the browser goes is the routes' matter. */
export type SsoEnd =
  | { readonly kind: 'in'; readonly session: Session; readonly next: string }
  | { readonly kind: 'failed'; readonly code: SsoProblem; readonly tenant?: string; readonly next?: string };

/** Log-in by the tenant's identity provider, in its two halves. */
@Injectable()
export class SsoLoginService {
  private readonly logger = new Logger('sso');

  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsReader,
    private readonly reader: SsoReader,
    private readonly repository: SsoRepository,
    private readonly provider: SsoProvider,
    private readonly cookie: SsoCookie,
    private readonly sealing: Sealing,
    private readonly passwords: Passwords,
    private readonly sessions: SessionsService,
    private readonly planLimits: PlanLimits,
    private readonly audit: Audit,
  ) {}

  /**
   * Where the browser goes, and the cookie that it brings back.
   * @throws sso_unavailable whatever the reason: no such tenant, nothing set, the provider away
   */
  async begin(slug: string, next: string, redirectUri: string): Promise<{ location: string; cookie: string }> {
    const tenant = Slug.safeParse(slug).success ? await this.tenants.bySlug(slug) : undefined;
    if (!tenant || !isServed(tenant)) return refuse('sso_unavailable');
    const scope = { tenantId: tenant.id };
    const settings = await this.enabled(scope);
    const attempt = {
      ...{ state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), redirectUri },
      ...{
        tenantId: tenant.id,
        tenant: slug,
        issuer: settings.issuer,
        clientId: settings.clientId,
        next,
        at: Date.now(),
      },
    };
    const location = await this.provider.authorizationUrl(settings, attempt).catch((error) => this.explain(error));
    return { location: location.href, cookie: this.cookie.seal(attempt) };
  }

  /** @param query of the address to which the provider led the browser, from `?` on */
  async finish(cookie: string, query: string, userAgent: string | undefined): Promise<SsoEnd> {
    const attempt = this.cookie.open(cookie);
    if (!attempt) return { kind: 'failed', code: 'sso_refused' };
    const scope = { tenantId: attempt.tenantId };
    try {
      const staffId = await this.admit(scope, attempt, query);
      const session = await this.sessions.begin({ ...scope, staffId }, userAgent, 'sso');
      return { kind: 'in', session, next: attempt.next };
    } catch (error) {
      if (codeOf(error) === 'internal') this.logger.error({ msg: 'log-in failed', err: error });
      return { kind: 'failed', code: asSsoProblem(error), tenant: attempt.tenant, next: attempt.next };
    }
  }

  private async admit(scope: TenantScope, attempt: StoredAttempt, query: string): Promise<string> {
    const tenant = await this.tenants.byId(scope);
    if (!tenant || !isServed(tenant)) return refuse('tenant_inactive');
    const settings = await this.enabled(scope);
    // The provider was changed meanwhile: whoever came from the old one begins anew.
    if (settings.issuer !== attempt.issuer || settings.clientId !== attempt.clientId) return refuse('sso_refused');
    const clientSecret = await this.database.transaction(scope, (tx) =>
      this.sealing.open(tx, secretPurpose, settings.clientSecret),
    );
    const claims = await this.provider
      .claims({ ...settings, clientSecret }, attempt, query)
      .catch((error) => this.explain(error));
    return this.database.transaction(scope, (tx) => this.personOf(tx, settings, claims));
  }

  private async personOf(tx: Transaction, settings: SsoProviderSettings, claims: SsoClaims): Promise<string> {
    const linked = await this.repository.linked(tx, settings.issuer, claims.subject);
    const email = trustedEmail(settings, claims);
    const known = linked || email === undefined ? undefined : await this.repository.byEmail(tx, email);
    const decision = decide(settings, claims, linked, known);
    switch (decision.kind) {
      case 'enter':
        return decision.staffId;
      case 'link':
        return this.link(tx, settings, claims, decision.staffId);
      case 'create':
        return this.create(tx, settings, claims, decision);
      case 'refuse':
        return refuse(decision.code);
    }
  }

  private async link(tx: Transaction, { issuer }: SsoProviderSettings, { subject, email = '' }: SsoClaims, id: string) {
    await this.repository.link(tx, issuer, subject, id);
    const target = { kind: 'staff', id };
    await this.audit.record(tx, { action: 'sso.link', target, subject: maskEmail(email), after: { issuer } });
    return id;
  }

  private async create(
    tx: Transaction,
    settings: SsoProviderSettings,
    { subject }: SsoClaims,
    { email, name }: Extract<SsoDecision, { kind: 'create' }>,
  ): Promise<string> {
    await this.planLimits.hold(tx, 'staff');
    const id = uuidv7();
    const passwordHash = await this.passwords.hash(randomBytes(32).toString('base64url'));
    const { issuer, autoRole, autoOfficeIds: officeIds } = settings;
    const role = autoRole ?? 'viewer';
    // The e-mail may belong to somebody of another tenant, of whom nothing is said.
    const made = await this.repository.insertPerson(tx, { id, email, name, passwordHash, role, officeIds });
    if (!made) return refuse('sso_no_account');
    await this.repository.link(tx, issuer, subject, id);
    const after = { email, name, roles: [role], issuer };
    await this.audit.record(tx, { action: 'sso.create', target: { kind: 'staff', id }, after, people: true });
    return id;
  }

  private async enabled(scope: TenantScope): Promise<SsoProviderSettings> {
    const settings = await this.reader.settings(scope);
    return settings?.enabled ? settings : refuse('sso_unavailable');
  }

  /** Whoever runs the provider finds the reason in the log; the browser is told which of two kinds it is. */
  private explain(error: unknown): never {
    const away = error instanceof SsoFaultError;
    const { message, code } = error as Error & { code?: string };
    this.logger.warn({ msg: away ? 'identity provider cannot be used' : 'log-in refused', reason: message, code });
    return refuse(away ? 'sso_unavailable' : 'sso_refused');
  }
}

/** The code with which a log-in ends; a fault of ours is no fault of the person's. */
export function asSsoProblem(error: unknown): SsoProblem {
  const code = codeOf(error);
  // The plan has no room for one more: an account is to be had from the tenant's owner, who is told why.
  if (code === 'plan_limit') return 'sso_no_account';
  return ssoProblems.find((one) => one === code) ?? 'sso_unavailable';
}
