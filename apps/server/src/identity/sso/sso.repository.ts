import { Injectable } from '@nestjs/common';
import { statement, type Transaction } from '../../platform/database/database.ts';
import type { SsoProviderSettings } from './sso-settings.ts';

const readSettings = statement(
  'sso.settings',
  `select enabled, issuer, client_id as "clientId", client_secret as "clientSecret", scopes, email_domains as "emailDomains",
     link_by_email as "linkByEmail", auto_role as "autoRole", auto_office_ids as "autoOfficeIds", only_sso as only,
     required_amr as "requiredAmr", required_acr as "requiredAcr"
   from sso_settings where tenant_id = $1`,
);
const saveSettings = statement(
  'sso.save_settings',
  `insert into sso_settings (tenant_id, enabled, issuer, client_id, client_secret, scopes, email_domains, link_by_email,
     auto_role, auto_office_ids, only_sso, required_amr, required_acr)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
   on conflict (tenant_id) do update set enabled = $2, issuer = $3, client_id = $4, client_secret = $5, scopes = $6,
     email_domains = $7, link_by_email = $8, auto_role = $9, auto_office_ids = $10, only_sso = $11, required_amr = $12,
     required_acr = $13, updated_at = now()`,
);
const removeSettings = statement('sso.remove_settings', 'delete from sso_settings where tenant_id = $1');
const person = 'p.id as "staffId", p.email, p.active';
const byIdentity = statement(
  'sso.by_identity',
  `update sso_identity i set used_at = now() from staff p
   where i.tenant_id = $1 and i.issuer = $2 and i.subject = $3 and p.tenant_id = i.tenant_id and p.id = i.staff_id
   returning ${person}`,
);
const byEmail = statement('sso.by_email', `select ${person} from staff p where p.tenant_id = $1 and p.email = $2`);
const link = statement(
  'sso.link',
  'insert into sso_identity (tenant_id, issuer, subject, staff_id) values ($1, $2, $3, $4) on conflict do nothing',
);
const insertPerson = statement(
  'sso.insert_person',
  `insert into staff (tenant_id, id, email, name, password_hash, roles, office_ids) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (email) do nothing returning id`,
);

/** Somebody of the tenant, as a log-in by the provider needs it. */
export interface SsoPerson {
  readonly staffId: string;
  readonly email: string;
  readonly active: boolean;
}

/** Settings of providers, and who at a provider is whom here. */
@Injectable()
export class SsoRepository {
  settings(tx: Transaction): Promise<SsoProviderSettings | undefined> {
    return tx.row<SsoProviderSettings>(readSettings, [tx.scope.tenantId]);
  }

  async save(tx: Transaction, one: SsoProviderSettings): Promise<void> {
    await tx.rows(saveSettings, [
      tx.scope.tenantId,
      one.enabled,
      one.issuer,
      one.clientId,
      one.clientSecret,
      one.scopes,
      one.emailDomains,
      one.linkByEmail,
      one.autoRole,
      one.autoOfficeIds,
      one.only,
      one.requiredAmr,
      one.requiredAcr,
    ]);
  }

  async remove(tx: Transaction): Promise<void> {
    await tx.rows(removeSettings, [tx.scope.tenantId]);
  }

  /** Whom a log-in of before belongs to. */
  linked(tx: Transaction, issuer: string, subject: string): Promise<SsoPerson | undefined> {
    return tx.row<SsoPerson>(byIdentity, [tx.scope.tenantId, issuer, subject]);
  }

  byEmail(tx: Transaction, email: string): Promise<SsoPerson | undefined> {
    return tx.row<SsoPerson>(byEmail, [tx.scope.tenantId, email]);
  }

  async link(tx: Transaction, issuer: string, subject: string, staffId: string): Promise<void> {
    await tx.rows(link, [tx.scope.tenantId, issuer, subject, staffId]);
  }

  /** @returns false when the e-mail belongs to somebody, of this tenant or another */
  async insertPerson(tx: Transaction, one: NewSsoPerson): Promise<boolean> {
    const { id, email, name, passwordHash, role, officeIds } = one;
    const values = [tx.scope.tenantId, id, email, name, passwordHash, [role], officeIds];
    return (await tx.rows(insertPerson, values)).length > 0;
  }
}

export interface NewSsoPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Of a password that nobody knows. */
  readonly passwordHash: string;
  readonly role: string;
  readonly officeIds: readonly string[];
}
