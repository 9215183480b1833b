import { Inject, Injectable } from '@nestjs/common';
import { areaName } from '@sunbeon/contract';
import { Audit } from '../../platform/audit/audit.ts';
import { passwordFault } from '../../platform/auth/password-rules.ts';
import { Passwords } from '../../platform/auth/passwords.ts';
import { CONFIG } from '../../platform/config/config.module.ts';
import type { Config } from '../../platform/config/config.ts';
import { violates } from '../../platform/database/constraints.ts';
import { Database, type Transaction } from '../../platform/database/database.ts';
import { PublicLinks } from '../../platform/http/public-links.ts';
import { refuse } from '../../platform/http/problem.ts';
import type { RouteInput, RouteOutput } from '../../platform/http/route.ts';
import { Sealing } from '../../platform/sealing/sealing.ts';
import { applicationLetter } from '../letters.ts';
import { PlatformTenant } from '../platform-tenant.ts';
import { TenantLifeRepository } from '../tenant-life.repository.ts';
import { contactPurpose, TenantLifeService } from '../tenant-life.service.ts';
import { TenantsRepository } from '../tenants.repository.ts';
import { SignupService, type OpenSignup } from './signup.service.ts';

/** The e-mail is confirmed: a tenant comes to be, with its owner. */
@Injectable()
export class ConfirmService {
  private readonly automatic: boolean;

  constructor(
    private readonly database: Database,
    private readonly signups: SignupService,
    private readonly tenants: TenantsRepository,
    private readonly lives: TenantLifeRepository,
    private readonly life: TenantLifeService,
    private readonly platform: PlatformTenant,
    private readonly passwords: Passwords,
    private readonly sealing: Sealing,
    private readonly links: PublicLinks,
    private readonly audit: Audit,
    @Inject(CONFIG) config: Config,
  ) {
    this.automatic = config.signup.approval === 'automatic';
  }

  /** @throws link_invalid when it was used, too; slug_taken; conflict when the e-mail has an account by now;
   *   password_common, password_personal: the link stays good */
  async confirm(
    { token, password, slug }: RouteInput<'signupConfirm'>['body'],
    address: string,
  ): Promise<RouteOutput<'signupConfirm'>> {
    const signup = await this.signups.open(token, address);
    const wish = slug === undefined ? signup.wish : { ...signup.wish, slug };
    const { email, name: person } = wish.contact;
    const fault = passwordFault(password, { email, name: person, tenant: [wish.name, wish.slug] });
    if (fault) refuse(fault);
    const passwordHash = await this.passwords.hash(password);
    // The tenant's id is the sign-up's: whoever sends the same link twice, or twice at once, makes one tenant.
    const tenantId = signup.row.id;
    await this.database
      .transaction({ tenantId }, (tx) => this.write(tx, { ...signup, wish }, passwordHash))
      .catch(refuseTaken);
    await this.signups.close(signup.row);
    const status = await this.announce(tenantId, wish);
    return { tenant: { slug: wish.slug, name: wish.name, status }, email: wish.contact.email };
  }

  private async write(tx: Transaction, { row, wish }: OpenSignup, passwordHash: string): Promise<void> {
    const { name, slug, areaCode, contact, language } = wish;
    const shared = { name, slug, areaCode };
    const plan = 'small' as const;
    await this.tenants.insert(tx, {
      ...shared,
      id: row.id,
      kind: 'live',
      status: 'pending',
      plan,
      zone: 'Asia/Seoul',
    });
    const { email, name: person } = contact;
    await this.tenants.insertPerson(tx, { email, name: person, passwordHash, role: 'owner' });
    const sealed = await this.sealing.seal(tx, contactPurpose, JSON.stringify(contact));
    await this.lives.addApplication(tx, { contact: sealed, terms: wish.terms, language, appliedAt: row.createdAt });
    const after = { ...shared, plan, status: 'pending', terms: wish.terms };
    await this.audit.record(tx, { action: 'tenant.signup', target: { kind: 'tenant', id: row.id }, after });
  }

  private async announce(tenantId: string, { name, slug, areaCode }: OpenSignup['wish']) {
    if (this.automatic) return (await this.life.move(tenantId, 'approve')).status;
    const link = this.links.to('/console');
    const area = `${areaName(areaCode) ?? ''} (${areaCode})`.trim();
    await this.platform.tellOperators((to) => ({ to, ...applicationLetter({ name, slug, area, link }) }));
    return 'pending' as const;
  }
}

function refuseTaken(error: unknown): never {
  if (violates(error, 'tenant_pkey')) refuse('link_invalid');
  if (violates(error, 'tenant_slug_key')) refuse('slug_taken');
  if (violates(error, 'staff_email_key')) refuse('conflict', 'this e-mail is in use');
  throw error;
}
