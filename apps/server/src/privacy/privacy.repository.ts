import { Injectable } from '@nestjs/common';
import type { ConsentText } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';
import type { PrivacyRules } from './privacy.reader.ts';

// Whoever gives out a ticket with a phone number holds this row until the commit: a change waits, and finds the number.
const lock = statement('privacy.lock', 'select tenant_id from tenant_privacy where tenant_id = $1 for update');
const first = statement(
  'privacy.first',
  'insert into tenant_privacy (tenant_id) values ($1) on conflict (tenant_id) do nothing',
);
const save = statement(
  'privacy.save',
  `update tenant_privacy set notices = $2, retention_years = $3, consent_version = $4, changed_at = now() where tenant_id = $1`,
);
const addText = statement(
  'privacy.add_text',
  `insert into consent_text (tenant_id, version, language, text) select $1, $2, key, value from jsonb_each_text($3)`,
);
const lastVersion = statement(
  'privacy.last_version',
  'select coalesce(max(version), 0) as version from consent_text where tenant_id = $1',
);
const presentKey = statement(
  'privacy.key',
  'select version, created_at as since from tenant_key where tenant_id = $1 order by version desc limit 1',
);
const tenantKind = statement('privacy.tenant_kind', 'select kind from tenant where id = $1');
const wakeKiosks = statement(
  'privacy.wake_kiosks',
  `update device d set settings_revision = d.settings_revision + 1 from office_live l
   where d.tenant_id = $1 and d.kind = 'kiosk' and d.revoked_at is null
     and l.tenant_id = d.tenant_id and l.office_id = d.office_id
   returning d.id, l.config_revision + d.settings_revision as version`,
);

/** Writes of rules and consent texts, and what else their owner is shown. */
@Injectable()
export class PrivacyRepository {
  /** One change of the rules after the other; tickets with numbers under way are waited for. */
  async lock(tx: Transaction): Promise<void> {
    await tx.rows(first, [tx.scope.tenantId]);
    await tx.rows(lock, [tx.scope.tenantId]);
  }

  async save(tx: Transaction, { notices, retentionYears, consent }: PrivacyRules): Promise<void> {
    await tx.rows(save, [tx.scope.tenantId, notices, retentionYears, consent?.version ?? 0]);
  }

  /** Stores a text under the next version, which it returns. */
  async addConsent(tx: Transaction, text: ConsentText): Promise<number> {
    const version = ((await tx.row<{ version: number }>(lastVersion, [tx.scope.tenantId]))?.version ?? 0) + 1;
    await tx.rows(addText, [tx.scope.tenantId, version, JSON.stringify(text)]);
    return version;
  }

  key(tx: Transaction): Promise<{ version: number; since: number } | undefined> {
    return tx.row(presentKey, [tx.scope.tenantId]);
  }

  async tenantKind(tx: Transaction): Promise<string> {
    return (await tx.row<{ kind: string }>(tenantKind, [tx.scope.tenantId]))?.kind ?? 'live';
  }

  /** Kiosks of the tenant with the version of the configuration that each should have now. */
  wakeKiosks(tx: Transaction): Promise<{ id: string; version: number }[]> {
    return tx.rows(wakeKiosks, [tx.scope.tenantId]);
  }
}
