import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { NotificationTextsReader } from '../notifications/notification-texts.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { newToken } from '../platform/auth/tokens.ts';
import { Database, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { PublicLinks } from '../platform/http/public-links.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { Mail } from '../platform/mail/mail.ts';
import { TenantsReader } from '../tenants/tenants.reader.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { stateOf } from './invitation.presenter.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import { regionInvitationLetter } from './letters.ts';
import { presentInvited, presentReader } from './region-reader.presenter.ts';
import { SessionListService } from './session-list.service.ts';
import { StaffRepository, type StaffRecord } from './staff.repository.ts';

/** Readers of a region's figures, as the operator looks after them. What is no region is not there. */
@Injectable()
export class RegionReaders {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffRepository,
    private readonly invitations: InvitationsRepository,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionListService,
    private readonly tenants: TenantsReader,
    private readonly addresses: PublicLinks,
    private readonly mail: Mail,
    private readonly texts: NotificationTextsReader,
    private readonly audit: Audit,
  ) {}

  /** @throws not_found */
  async list(tenantId: string): Promise<RouteOutput<'regionReaders'>> {
    await this.regionOf({ tenantId });
    return this.database.transaction({ tenantId }, async (tx) => {
      const people = await this.staff.list(tx);
      const open = (await this.invitations.list(tx)).filter(
        ({ acceptedAt, withdrawnAt }) => acceptedAt === null && withdrawnAt === null,
      );
      await this.audit.record(tx, { action: 'region.readers', target: { kind: 'tenant', id: tenantId } });
      return [...people.map(presentReader), ...open.map((one) => presentInvited(one, Date.now()))];
    });
  }

  /**
   * A letter to somebody new. That an e-mail belongs to another institution is told to its mailbox only.
   * @throws not_found; conflict when the e-mail is that of a reader, also of one who was removed
   */
  async invite(tenantId: string, wish: RouteInput<'regionInvite'>['body']): Promise<RouteOutput<'regionInvite'>> {
    const region = await this.regionOf({ tenantId });
    const { name } = wish;
    const email = wish.email.toLowerCase();
    const known = await this.accounts.byEmail(email);
    if (known?.tenantId === tenantId) refuse('conflict', 'this e-mail belongs to a reader of the region');
    return this.database.transaction({ tenantId }, async (tx) => {
      const id = uuidv7();
      const { token, hash: tokenHash } = newToken(tenantId, id);
      const about = { id, email, name, roles: ['region' as const], officeIds: [], invitedBy: null, tokenHash };
      await this.invitations.insert(tx, about);
      const elsewhere = () => this.texts.letter(tx, 'invited_elsewhere', email, { name, institution: region.name });
      const link = this.addresses.to(`/signup/invitation#${token}`);
      const invitation = () => regionInvitationLetter({ email, name, tenantName: region.name }, link);
      await this.mail.post(tx, known ? await elsewhere() : invitation());
      const record = (await this.invitations.lock(tx, id)) ?? refuse('not_found');
      const target = { kind: 'invitation', id };
      await this.audit.record(tx, { action: 'region.invite', target, after: { email, name }, people: true });
      return presentInvited(record, Date.now());
    });
  }

  /** Sessions end at once, or the link of the letter is no longer good. @throws not_found */
  async remove(tenantId: string, id: string): Promise<void> {
    await this.regionOf({ tenantId });
    await this.database.transaction({ tenantId }, async (tx) => {
      const person = await this.staff.lock(tx, id);
      if (!person) return this.withdraw(tx, id);
      await this.staff.setActive(tx, id, false);
      await this.sessions.endAll(tx, id, null);
      await this.record(tx, 'region.remove', person);
    });
  }

  /** @throws not_found */
  async restore(tenantId: string, id: string): Promise<void> {
    await this.regionOf({ tenantId });
    await this.database.transaction({ tenantId }, async (tx) => {
      const person = (await this.staff.lock(tx, id)) ?? refuse('not_found');
      await this.staff.setActive(tx, id, true);
      await this.record(tx, 'region.restore', person);
    });
  }

  private async withdraw(tx: Transaction, id: string): Promise<void> {
    const record = (await this.invitations.lock(tx, id)) ?? refuse('not_found');
    const state = stateOf(record, Date.now());
    if (state !== 'open' && state !== 'expired') refuse('not_found');
    await this.invitations.withdraw(tx, id);
    await this.audit.record(tx, { action: 'invitation.withdraw', target: { kind: 'invitation', id }, people: true });
  }

  private record(tx: Transaction, action: string, { id, email, name }: StaffRecord): Promise<void> {
    return this.audit.record(tx, { action, target: { kind: 'staff', id }, before: { email, name }, people: true });
  }

  private async regionOf(scope: TenantScope) {
    const region = await this.tenants.byId(scope);
    return region?.kind === 'region' ? region : refuse('not_found');
  }
}
