import { Injectable } from '@nestjs/common';
import type { Language, ProblemCode } from '@sunbeon/contract';
import { PrivacyReader } from '../privacy/privacy.reader.ts';
import { Audit } from '../platform/audit/audit.ts';
import { maskPhone } from '../platform/audit/mask.ts';
import { worksAt, type StaffIdentity } from '../platform/auth/identity.ts';
import { iso } from '../platform/clock/clock.ts';
import { Database, type TenantScope, type Transaction } from '../platform/database/database.ts';
import { refuse } from '../platform/http/problem.ts';
import type { RouteOutput } from '../platform/http/route.ts';
import { Sealing } from '../platform/sealing/sealing.ts';
import { ContactsRepository, type ContactRow, type SealedContact } from './contacts.repository.ts';

/** What a visitor gave at the kiosk. */
export interface GivenContact {
  readonly phone: string;
  /** Of the consent that was shown. */
  readonly consentVersion: number | undefined;
  readonly language: Language;
}

/**
 * A number sealed for the ticket that is about to be given out; or the code with which it is refused, once it is clear that
 * the request is a new one and not one sent again.
 */
export type PreparedContact = SealedContact | { readonly refusal: ProblemCode };

/** The tenant's rules or its key changed between sealing and storing: seal again. */
export class ContactOvertaken extends Error {}

/** Phone numbers of visitors: taken under the present consent, shown masked, opened for a reason. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    private readonly privacy: PrivacyReader,
    private readonly contacts: ContactsRepository,
    private readonly sealing: Sealing,
    private readonly audit: Audit,
  ) {}

  /** Checked and sealed before the hall is locked: of the command itself it costs one statement. */
  prepare(scope: TenantScope, given: GivenContact): Promise<PreparedContact> {
    return this.database.transaction(scope, async (tx) => {
      const { notices, consent } = await this.privacy.rules(tx);
      if (!notices || consent === null) return { refusal: 'phone_not_allowed' };
      if (given.consentVersion !== consent.version) return { refusal: 'consent_required' };
      const digits = given.phone.replaceAll('-', '');
      return {
        phone: await this.sealing.seal(tx, 'ticket_contact.phone', digits),
        last4: digits.slice(-4),
        consentVersion: consent.version,
        consentLanguage: consent.text[given.language] === undefined ? 'ko' : given.language,
      };
    });
  }

  /** @throws ContactOvertaken */
  async store(
    tx: Transaction,
    ticket: { id: string; officeId: string; businessOn: string },
    contact: SealedContact,
    now: number,
  ): Promise<void> {
    if (!(await this.contacts.insert(tx, ticket, contact, now))) throw new ContactOvertaken();
  }

  /** @throws not_found also where the ticket has none, or is of an office that the person does not work for */
  async masked(staff: StaffIdentity, ticketId: string): Promise<RouteOutput<'ticketContact'>> {
    const row = await this.database.transaction(staff, (tx) => this.contacts.of(tx, ticketId));
    const { last4, consentVersion, consentLanguage, consentedAt } = theirs(staff, row);
    const consent = { version: consentVersion, language: consentLanguage, at: iso(consentedAt) };
    return { phone: `***-${last4}`, consent };
  }

  /** The whole number. Who opened it, whose it was and why is in the audit before it is told. */
  open(staff: StaffIdentity, ticketId: string, reason: string): Promise<RouteOutput<'ticketContactOpen'>> {
    return this.database.transaction(staff, async (tx) => {
      const row = theirs(staff, await this.contacts.toOpen(tx, ticketId));
      const phone = await this.sealing.open(tx, 'ticket_contact.phone', row.phone);
      const target = { kind: 'ticket', id: ticketId };
      await this.audit.record(tx, { action: 'contact.open', target, subject: maskPhone(phone), reason });
      return { phone };
    });
  }
}

function theirs(staff: StaffIdentity, row: ContactRow | undefined): ContactRow {
  return row && worksAt(staff, row.officeId) ? row : refuse('not_found');
}
