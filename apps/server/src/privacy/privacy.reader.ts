import { Inject, Injectable, Module } from '@nestjs/common';
import type { Consent, ConsentText } from '@sunbeon/contract';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { iso } from '../platform/clock/clock.ts';
import { statement, type Transaction } from '../platform/database/database.ts';

/** What a tenant takes of visitors, and how long it keeps what happened. */
export interface PrivacyRules {
  readonly notices: boolean;
  readonly retentionYears: number;
  readonly consent: Consent | null;
}

interface RulesRow {
  readonly notices: boolean;
  readonly retentionYears: number;
  readonly consentVersion: number;
  readonly from: number | null;
  readonly text: Record<string, string> | null;
}

const read = statement(
  'privacy.rules',
  `select p.notices, p.retention_years as "retentionYears", p.consent_version as "consentVersion",
     (select min(c.from_at) from consent_text c where c.tenant_id = p.tenant_id and c.version = p.consent_version) as "from",
     (select jsonb_object_agg(c.language, c.text) from consent_text c
      where c.tenant_id = p.tenant_id and c.version = p.consent_version) as text
   from tenant_privacy p where p.tenant_id = $1`,
);

/** Rules of a tenant that never set any. */
const defaultRules: PrivacyRules = { notices: false, retentionYears: 5, consent: null };

/** Reads of a tenant's rules for data of people. */
@Injectable()
export class PrivacyReader {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async rules(tx: Transaction): Promise<PrivacyRules> {
    const row = await tx.row<RulesRow>(read, [tx.scope.tenantId]);
    if (!row) return defaultRules;
    const { notices, retentionYears, consentVersion: version, from, text } = row;
    const consent = text && from !== null ? { version, from: iso(from), text: text as ConsentText } : null;
    return { notices, retentionYears, consent };
  }

  /** True when a notice would really be sent: kiosks ask for numbers only then. */
  hasSender(tenantKind: string): boolean {
    return this.config.noticeSender === 'log' && tenantKind === 'rehearsal';
  }
}

/** For slices that ask what may be taken of visitors. */
@Module({ providers: [PrivacyReader], exports: [PrivacyReader] })
export class PrivacyReaderModule {}
