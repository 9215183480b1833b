import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { NotificationTextsReader } from '../notifications/notification-texts.reader.ts';
import { OfficesReader } from '../offices/offices.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import type { StaffIdentity } from '../platform/auth/identity.ts';
import { newToken } from '../platform/auth/tokens.ts';
import { Database, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import { PublicLinks } from '../platform/http/public-links.ts';
import type { RouteInput, RouteOutput } from '../platform/http/route.ts';
import { Mail } from '../platform/mail/mail.ts';
import { TenantsReader } from '../tenants/tenants.reader.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { presentInvitation, stateOf } from './invitation.presenter.ts';
import { InvitationsRepository, type InvitationRecord } from './invitations.repository.ts';
import { officeIdsOf, slugsById } from './office-choice.ts';
import { PlanLimits } from '../tenants/plan-limits.reader.ts';
import { mayManage } from './staff.policy.ts';

type Row = RouteOutput<'invitationCreate'>;

/** Invitations as owners and supervisors send, repeat and withdraw them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationsRepository,
    private readonly accounts: AccountsRepository,
    private readonly offices: OfficesReader,
    private readonly tenants: TenantsReader,
    private readonly mail: Mail,
    private readonly texts: NotificationTextsReader,
    private readonly addresses: PublicLinks,
    private readonly audit: Audit,
    private readonly planLimits: PlanLimits,
  ) {}

  /**
   * A letter to somebody new; an earlier invitation of the same e-mail is no longer good. That an e-mail belongs to another
   * institution is told to its mailbox, not to who invites.
   * @throws conflict when the e-mail is one of this tenant's people; forbidden beyond one's own offices and lower roles
   */
  async create(who: StaffIdentity, wish: RouteInput<'invitationCreate'>['body']): Promise<Row> {
    const email = wish.email.toLowerCase();
    const roles = [...new Set(wish.roles)];
    const known = await this.accounts.byEmail(email);
    if (known?.tenantId === who.tenantId) refuse('conflict', 'this e-mail belongs to somebody of your institution');
    return this.database.transaction(who, async (tx) => {
      const officeIds = officeIdsOf(await this.offices.officesIn(tx), wish.offices);
      if (!mayManage(who, { roles, officeIds })) refuse('forbidden');
      const id = uuidv7();
      const { token, hash } = newToken(who.tenantId, id);
      const invitation = { id, email, name: wish.name, roles, officeIds, invitedBy: who.staffId, tokenHash: hash };
      await this.planLimits.hold(tx, 'staff');
      await this.invitations.insert(tx, invitation);
      await this.post(tx, who, invitation, token, known !== undefined);
      return this.answer(tx, 'invitation.create', id, { email, name: wish.name, roles, offices: wish.offices });
    });
  }

  async list(who: StaffIdentity): Promise<RouteOutput<'invitationList'>> {
    return this.database.transaction(who, async (tx) => {
      const slugOf = slugsById(await this.offices.officesIn(tx));
      const records = await this.invitations.list(tx);
      return records.filter((record) => mayManage(who, record)).map((record) => presentInvitation(record, slugOf));
    });
  }

  /** A new letter with a new link; the old one is no longer good. @throws not_found; conflict when it is no longer open */
  async resend(who: StaffIdentity, id: string): Promise<Row> {
    return this.database.transaction(who, async (tx) => {
      const record = await this.own(tx, who, id);
      const state = stateOf(record, Date.now());
      if (state !== 'open' && state !== 'expired') refuse('conflict', `the invitation is ${state}`);
      const known = await this.accounts.byEmail(record.email);
      const { token, hash } = newToken(who.tenantId, id);
      await this.invitations.resend(tx, id, hash);
      await this.post(tx, who, record, token, known !== undefined);
      return this.answer(tx, 'invitation.resend', id);
    });
  }

  /** @throws not_found; conflict when it was accepted */
  async withdraw(who: StaffIdentity, id: string): Promise<Row> {
    return this.database.transaction(who, async (tx) => {
      const record = await this.own(tx, who, id);
      if (record.acceptedAt !== null) refuse('conflict', 'the invitation was accepted');
      if (record.withdrawnAt === null) await this.invitations.withdraw(tx, id);
      return this.answer(tx, 'invitation.withdraw', id);
    });
  }

  private async own(tx: Transaction, who: StaffIdentity, id: string): Promise<InvitationRecord> {
    const record = (await this.invitations.lock(tx, id)) ?? refuse('not_found');
    return mayManage(who, record) ? record : refuse('not_found');
  }

  private async post(
    tx: Transaction,
    who: StaffIdentity,
    { email, name }: { readonly email: string; readonly name: string },
    token: string,
    elsewhere: boolean,
  ): Promise<void> {
    const tenant = (await this.tenants.byId(who)) ?? refuse('not_found');
    const values = { name, institution: tenant.name };
    if (elsewhere) return this.mail.post(tx, await this.texts.letter(tx, 'invited_elsewhere', email, values));
    const link = this.addresses.to(`/signup/invitation#${token}`);
    const inviter = `${tenant.name} ${who.name} 님이`;
    await this.mail.post(
      tx,
      await this.texts.letter(tx, 'invitation', email, { ...values, invited_by: inviter, link }),
    );
  }

  private async answer(tx: Transaction, action: string, id: string, after?: object): Promise<Row> {
    const record = (await this.invitations.lock(tx, id)) ?? refuse('not_found');
    const slugOf = slugsById(await this.offices.officesIn(tx));
    const target = { kind: 'invitation', id };
    await this.audit.record(tx, { action, target, people: true, ...(after && { after }) });
    return presentInvitation(record, slugOf);
  }
}
