import { Injectable } from '@nestjs/common';
import type { Language } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

/**
 * In the same statement: notices are on, under this consent, and the key is not being exchanged. Both rows are held until the
 * commit, so that whoever turns notices off or exchanges the key finds this number, or this statement finds what they did.
 */
const insert = statement(
  'contacts.insert',
  `with allowed as (
     select 1 from tenant_privacy where tenant_id = $1 and notices and consent_version = $7 for share
   ), key as (
     select 1 from tenant_key where tenant_id = $1 and version = split_part($5, '.', 2)::integer for share
   )
   insert into ticket_contact (tenant_id, business_on, ticket_id, office_id, phone, last4, consent_version,
     consent_language, consented_at)
   select $1, $2, $3, $4, $5, $6, $7, $8, $9 from allowed, key returning ticket_id`,
);
const readContact = `select office_id as "officeId", last4, consent_version as "consentVersion",
  consent_language as "consentLanguage", consented_at as "consentedAt", phone from ticket_contact
  where tenant_id = $1 and ticket_id = $2`;
const read = statement('contacts.read', readContact);
// Held: an exchange of keys waits until it was opened.
const readToOpen = statement('contacts.read_to_open', `${readContact} for share`);

/** A phone number ready to be stored. */
export interface SealedContact {
  readonly phone: string;
  readonly last4: string;
  readonly consentVersion: number;
  readonly consentLanguage: Language;
}

export interface ContactRow extends SealedContact {
  readonly officeId: string;
  /** Epoch milliseconds on the tenant's clock. */
  readonly consentedAt: number;
}

/** Phone numbers of tickets: apart from the tickets, sealed, for the day. */
@Injectable()
export class ContactsRepository {
  /** @returns false when the rules or the key changed since it was sealed: nothing was stored */
  async insert(
    tx: Transaction,
    ticket: { id: string; officeId: string; businessOn: string },
    contact: SealedContact,
    now: number,
  ): Promise<boolean> {
    const { phone, last4, consentVersion, consentLanguage } = contact;
    const where = [tx.scope.tenantId, ticket.businessOn, ticket.id, ticket.officeId];
    const values = [...where, phone, last4, consentVersion, consentLanguage, new Date(now)];
    return (await tx.rows(insert, values)).length === 1;
  }

  of(tx: Transaction, ticketId: string): Promise<ContactRow | undefined> {
    return tx.row<ContactRow>(read, [tx.scope.tenantId, ticketId]);
  }

  toOpen(tx: Transaction, ticketId: string): Promise<ContactRow | undefined> {
    return tx.row<ContactRow>(readToOpen, [tx.scope.tenantId, ticketId]);
  }
}
