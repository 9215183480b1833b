import { Inject, Injectable } from '@nestjs/common';
import { ssoCallbackPath, ssoStartPath, type SsoFault } from '@sunbeon/contract';
import { Audit } from '../../platform/audit/audit.ts';
import type { StaffIdentity } from '../../platform/auth/identity.ts';
import { SessionEvents } from '../../platform/auth/session-events.ts';
import { CONFIG } from '../../platform/config/config.module.ts';
import type { Config } from '../../platform/config/config.ts';
import { Database, type Transaction } from '../../platform/database/database.ts';
import { ProblemException, refuse } from '../../platform/http/problem.ts';
import { isLoopback } from '../../platform/http/private-addresses.ts';
import type { RouteInput, RouteOutput } from '../../platform/http/route.ts';
import { Sealing } from '../../platform/sealing/sealing.ts';
import { OfficesReader, type OfficeSummary } from '../../offices/offices.reader.ts';
import { isServed, TenantsReader } from '../../tenants/tenants.reader.ts';
import { SessionsRepository } from '../sessions.repository.ts';
import { faultMessages, SsoFaultError } from './sso-faults.ts';
import { SsoProvider } from './sso-provider.ts';
import { isOnlyWay, secretPurpose, type SsoProviderSettings } from './sso-settings.ts';
import { SsoReader } from './sso.reader.ts';
import { SsoRepository } from './sso.repository.ts';

type Wish = RouteInput<'ssoSave'>['body'];
type Answer = RouteOutput<'ssoSettings'>;

/** A tenant's identity provider, as its owner sets it. */
@Injectable()
export class SsoService {
  private readonly privateNetworks: boolean;

  constructor(
    private readonly database: Database,
    private readonly tenants: TenantsReader,
    private readonly offices: OfficesReader,
    private readonly repository: SsoRepository,
    private readonly reader: SsoReader,
    private readonly provider: SsoProvider,
    private readonly sealing: Sealing,
    private readonly sessions: SessionsRepository,
    private readonly events: SessionEvents,
    private readonly audit: Audit,
    @Inject(CONFIG) config: Config,
  ) {
    this.privateNetworks = config.ssoPrivateNetworks;
  }

  /** @param origin of this installation */
  settings(who: StaffIdentity, origin: string): Promise<Answer> {
    return this.database.transaction(who, async (tx) => this.answer(tx, await this.repository.settings(tx), origin));
  }

  /**
   * A provider that becomes the only way in ends the sessions that passwords and PINs began, at once and on all nodes; those
   * of owners go on, as their passwords do: the way back if the provider lets nobody in.
   * @throws validation when the secret is missing, an office unknown, or the issuer not https
   */
  save(who: StaffIdentity, wish: Wish, origin: string): Promise<Answer> {
    this.refusePlain(wish.issuer);
    return this.database.transaction(who, async (tx) => {
      const before = await this.repository.settings(tx);
      const after = await this.settingsFrom(tx, wish, before);
      await this.repository.save(tx, after);
      const sessionsEnded = isOnlyWay(after) && !isOnlyWay(before) ? await this.endOwnWays(tx) : 0;
      const answer = await this.answer(tx, after, origin);
      const told = { before: before && withoutSecret(before), after: { ...withoutSecret(after), sessionsEnded } };
      await this.audit.record(tx, { action: 'sso.save', target: { kind: 'sso', id: null }, ...told });
      return answer;
    });
  }

  remove(who: StaffIdentity): Promise<void> {
    return this.database.transaction(who, async (tx) => {
      const before = await this.repository.settings(tx);
      await this.repository.remove(tx);
      const target = { kind: 'sso', id: null };
      await this.audit.record(tx, { action: 'sso.remove', target, before: before && withoutSecret(before) });
    });
  }

  /** Asks the provider that is stored, and says what is wrong with it. */
  async test(who: StaffIdentity): Promise<RouteOutput<'ssoTest'>> {
    const settings = await this.reader.settings(who);
    const fault = settings ? await this.faultOf(settings.issuer) : 'not_set';
    return { fault, message: faultMessages[fault ?? 'none'] };
  }

  /** For a log-in page. A tenant that is not there is one that has no provider. */
  async offer(slug: string): Promise<RouteOutput<'ssoOffer'>> {
    const tenant = await this.tenants.bySlug(slug);
    const settings = tenant && isServed(tenant) ? await this.reader.settings({ tenantId: tenant.id }) : undefined;
    if (!tenant || !settings?.enabled) return { available: false, only: false, name: null };
    return { available: true, only: settings.only, name: tenant.name };
  }

  /** @returns how many sessions ended */
  private async endOwnWays(tx: Transaction): Promise<number> {
    const sessionIds = await this.sessions.revokeOwnWays(tx);
    tx.onCommit(() => this.events.tell({ sessionIds, what: 'ended' }));
    return sessionIds.length;
  }

  private async faultOf(issuer: string): Promise<SsoFault | null> {
    try {
      await this.provider.check(issuer);
      return null;
    } catch (error) {
      if (error instanceof SsoFaultError) return error.fault;
      throw error;
    }
  }

  private refusePlain(issuer: string): void {
    const { protocol, hostname } = new URL(issuer);
    if (protocol === 'https:' || (this.privateNetworks && isLoopback(hostname))) return;
    throw new ProblemException('validation', undefined, [{ path: 'body.issuer', message: faultMessages.not_https.en }]);
  }

  private async settingsFrom(
    tx: Transaction,
    wish: Wish,
    before: SsoProviderSettings | undefined,
  ): Promise<SsoProviderSettings> {
    const { clientSecret, autoCreate, scopes, emailDomains, ...rest } = wish;
    return {
      ...rest,
      scopes: [...new Set(scopes)],
      emailDomains: [...new Set(emailDomains)],
      clientSecret:
        clientSecret === undefined
          ? keptSecret(wish, before)
          : await this.sealing.seal(tx, secretPurpose, clientSecret),
      autoRole: autoCreate?.role ?? null,
      autoOfficeIds: officeIds(await this.offices.officesIn(tx), autoCreate?.offices ?? []),
    };
  }

  private async answer(tx: Transaction, settings: SsoProviderSettings | undefined, origin: string): Promise<Answer> {
    const tenant = (await this.tenants.byId(tx.scope)) ?? refuse('not_found');
    const places = { redirectUri: origin + ssoCallbackPath, startPath: ssoStartPath(tenant.slug) };
    if (!settings) return { settings: null, ...places };
    const { autoRole: role, autoOfficeIds, ...rest } = settings;
    const offices = (await this.offices.officesIn(tx)).filter(({ id }) => autoOfficeIds.includes(id));
    const autoCreate = role === null ? null : { role, offices: offices.map(({ slug }) => slug) };
    return { settings: { ...rest, scopes: [...rest.scopes], ...lists(rest), autoCreate, secretSet: true }, ...places };
  }
}

function lists({ emailDomains, requiredAmr, requiredAcr }: Omit<SsoProviderSettings, 'autoRole' | 'autoOfficeIds'>) {
  return { emailDomains: [...emailDomains], requiredAmr: [...requiredAmr], requiredAcr: [...requiredAcr] };
}

/** A secret goes only to the provider it was given for: who names another one gives its secret, too. */
function keptSecret({ issuer, clientId }: Wish, before: SsoProviderSettings | undefined): string {
  if (before && before.issuer === issuer && before.clientId === clientId) return before.clientSecret;
  const message = 'the secret is needed for a new provider or client';
  throw new ProblemException('validation', undefined, [{ path: 'body.clientSecret', message }]);
}

function officeIds(offices: readonly OfficeSummary[], slugs: readonly string[]): string[] {
  const idOf = new Map(offices.map(({ id, slug }) => [slug, id]));
  const issues = slugs.flatMap((slug, index) =>
    idOf.has(slug) ? [] : [{ path: `body.autoCreate.offices.${index}`, message: `there is no office ${slug}` }],
  );
  if (issues.length > 0) throw new ProblemException('validation', undefined, issues);
  return [...new Set(slugs.flatMap((slug) => idOf.get(slug) ?? []))];
}

function withoutSecret({ clientSecret: _, ...rest }: SsoProviderSettings) {
  return rest;
}
