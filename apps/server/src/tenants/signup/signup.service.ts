import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { SignupLink, SignupRequest } from '@sunbeon/contract';
import { reservedSlugs } from '@sunbeon/contract';
import { v7 as uuidv7 } from 'uuid';
import { AttemptLimits, type Limit } from '../../platform/auth/attempt-limits.ts';
import { newToken, readToken, sha256 } from '../../platform/auth/tokens.ts';
import { CONFIG } from '../../platform/config/config.module.ts';
import type { Config } from '../../platform/config/config.ts';
import { Database, statement, type Transaction } from '../../platform/database/database.ts';
import { PublicLinks } from '../../platform/http/public-links.ts';
import { refuse } from '../../platform/http/problem.ts';
import type { RouteOutput } from '../../platform/http/route.ts';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { Mail } from '../../platform/mail/mail.ts';
import { Sealing } from '../../platform/sealing/sealing.ts';
import { confirmLetter, knownLetter } from '../letters.ts';
import { PlatformTenant } from '../platform-tenant.ts';
import { SignupRepository, type SignupRow } from './signup.repository.ts';
import { terms } from './terms.ts';

/** What sign-ups are sealed for. */
export const signupPurpose = 'signup.application' as const;

const LINK_MS = 24 * 3_600_000;
const KEPT_DAYS = 7;

const perAddress: Limit = { name: 'signup_address', attempts: 20, seconds: 3_600 };
const perEmail: Limit = { name: 'signup_email', attempts: 5, seconds: 3_600 };
const slugsPerAddress: Limit = { name: 'signup_slug', attempts: 120, seconds: 600 };
const linksPerAddress: Limit = { name: 'signup_link', attempts: 60, seconds: 600 };

const byEmail = statement('signup.by_email', 'select id from sys.staff_by_email($1)');
const bySlug = statement('signup.by_slug', 'select id from sys.tenant_by_slug($1)');

/** A sign-up with what its letter's link stands for. */
export interface OpenSignup {
  readonly row: SignupRow;
  readonly wish: SignupRequest;
}

/**
 * A district signs up. Nothing of it is a tenant, and no slug is taken, before the e-mail was confirmed: so the answer, the
 * work and what can be seen afterwards are the same for an e-mail that has an account and for one that has none.
 */
@Injectable()
export class SignupService implements OnModuleInit {
  private readonly settings: Config['signup'];
  /** Where the letters of a demo without a mail server are read. */
  private readonly letters: string | null;

  constructor(
    private readonly database: Database,
    private readonly platform: PlatformTenant,
    private readonly signups: SignupRepository,
    private readonly sealing: Sealing,
    private readonly mail: Mail,
    private readonly links: PublicLinks,
    private readonly limits: AttemptLimits,
    private readonly handlers: JobHandlers,
    @Inject(CONFIG) config: Config,
  ) {
    this.settings = config.signup;
    this.letters = config.demo && config.mail.smtpUrl === undefined ? '/demo/mail' : null;
  }

  onModuleInit(): void {
    this.handlers.register('signup.forget', () => this.forget());
  }

  info(): RouteOutput<'signupInfo'> {
    return { ...this.settings, terms, letters: this.letters };
  }

  /** @throws signup_closed, terms_outdated, too_many_requests */
  async begin(wish: SignupRequest, address: string): Promise<RouteOutput<'signup'>> {
    this.mustBeOpen();
    if (wish.terms !== terms.version) refuse('terms_outdated');
    const email = wish.contact.email.toLowerCase();
    await this.limits.spend(perAddress, address);
    await this.limits.spend(perEmail, email);
    const known = (await this.database.system(byEmail, [email])).length > 0;
    await this.database.transaction(await this.platform.scope(), (tx) => this.write(tx, wish, email, known));
    return { sent: true };
  }

  /** @throws too_many_requests */
  async slug(slug: string, address: string): Promise<RouteOutput<'signupSlug'>> {
    await this.limits.spend(slugsPerAddress, address);
    const reason = await this.whyNot(slug);
    return { slug, available: reason === null, reason };
  }

  /** @throws link_invalid */
  async link(token: string, address: string): Promise<SignupLink> {
    const { wish } = await this.open(token, address);
    const slugAvailable = (await this.whyNot(wish.slug)) === null;
    const { name, slug, contact } = wish;
    return { name, slug, slugAvailable, email: contact.email, contactName: contact.name };
  }

  /** The sign-up of a link that is good. @throws signup_closed, link_invalid, too_many_requests */
  async open(token: string, address: string): Promise<OpenSignup> {
    this.mustBeOpen();
    await this.limits.spend(linksPerAddress, address);
    const scope = await this.platform.scope();
    const parts = readToken(token);
    if (parts?.tenantId !== scope.tenantId) return refuse('link_invalid');
    return this.database.transaction(scope, async (tx) => {
      const row = await this.signups.read(tx, parts.rowId);
      if (!row || row.tokenHash !== parts.hash || row.expiresAt <= Date.now()) return refuse('link_invalid');
      const wish = JSON.parse(await this.sealing.open(tx, signupPurpose, row.application)) as SignupRequest;
      return { row, wish };
    });
  }

  /** One sign-up of an e-mail was confirmed: it and its others are gone. */
  async close({ emailHash }: SignupRow): Promise<void> {
    await this.database.transaction(await this.platform.scope(), (tx) => this.signups.removeOf(tx, emailHash));
  }

  private async write(tx: Transaction, wish: SignupRequest, email: string, known: boolean): Promise<void> {
    const id = uuidv7();
    const { token, hash } = newToken(tx.scope.tenantId, id);
    const contact = { ...wish.contact, email };
    const application = await this.sealing.seal(tx, signupPurpose, JSON.stringify({ ...wish, contact }));
    const emailHash = sha256(email);
    // Of an e-mail that is known nobody gets the token; the row is written all the same, so that the work is.
    await this.signups.insert(tx, { id, emailHash, application, tokenHash: hash, expiresAt: Date.now() + LINK_MS });
    const link = this.links.to(`/signup/confirm#${token}`);
    const pages = { login: this.links.to('/signup/login'), forgot: this.links.to('/signup/forgot') };
    const { name, language } = wish;
    const text = known ? knownLetter(language, pages) : confirmLetter(language, { name, link });
    await this.mail.post(tx, { to: email, ...text });
  }

  private async forget(): Promise<void> {
    await this.database.transaction(await this.platform.scope(), (tx) => this.signups.removeOlderThan(tx, KEPT_DAYS));
  }

  private async whyNot(slug: string): Promise<'taken' | 'reserved' | null> {
    if ((reservedSlugs as readonly string[]).includes(slug)) return 'reserved';
    return (await this.database.system(bySlug, [slug])).length > 0 ? 'taken' : null;
  }

  private mustBeOpen(): void {
    if (this.settings.approval === 'off') refuse('signup_closed');
  }
}
