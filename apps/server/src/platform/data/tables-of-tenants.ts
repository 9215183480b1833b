import { untilErased, type TableFacts } from './table-facts.ts';

/** Tables of tenants, their privacy, and of the installation. */
export const installationTables: Readonly<Record<string, TableFacts>> = {
  tenant: untilErased,
  tenant_clock: untilErased,
  tenant_privacy: untilErased,
  tenant_key: {
    kept: 'until it is exchanged, a year at most',
    deletedBy: 'job keys.keep',
    notExported: 'keys open what is sealed; the archive holds that opened',
  },
  signup: {
    kept: '7 days',
    deletedBy: 'job signup.forget; the confirmation',
    personal: ['application'],
    secret: { token_hash: 'opens the sign-up', email_hash: 'tells an e-mail by guessing' },
  },
  tenant_application: { ...untilErased, personal: ['contact'] },
  tenant_usage: untilErased,
  plan_excess: {
    kept: 'a year',
    deletedBy: 'job retention.keep',
    aged: "business_on < current_date - interval '1 year'",
  },
  region_figure: untilErased,
  consent_text: untilErased,
  notification_text: untilErased,
  deletion_proof: untilErased,
  data_export: {
    kept: 'a year',
    deletedBy: 'job retention.keep',
    aged: "asked_at < now() - interval '1 year'",
    secret: { code_hash: 'opens the archive' },
  },
  data_export_part: {
    kept: 'until fetched, a day at most',
    deletedBy: 'job exports.make',
    notExported: 'is the archive itself',
  },
  erasure: {
    kept: 'always: the proof',
    deletedBy: 'nothing',
    personal: ['asked_by_name', 'confirmed_by_name'],
  },
  audit: {
    kept: '2 years',
    deletedBy: 'job audit.keep, the oldest first',
    personal: ['actor_name', 'address'],
  },
  audit_anchor: untilErased,
  outbox: {
    kept: 'until published',
    deletedBy: 'the publisher',
    notExported: 'messages under way, made from tickets and events',
  },
  idempotency: {
    kept: '24 hours',
    deletedBy: 'job database.keep',
    notExported: 'answers kept for a day for who sends again; they hold addresses of ticket pages',
  },
  rate_limit: {
    kept: 'an hour after its limit',
    deletedBy: 'job retention.keep',
    aged: 'expire < (extract(epoch from now()) - 3600) * 1000',
    notExported: 'belongs to no tenant',
  },
  request_count: { kept: 'a minute', deletedBy: 'each node, once a minute', notExported: 'belongs to no tenant' },
  mikro_orm_migrations: { kept: 'always', deletedBy: 'nothing', notExported: 'belongs to no tenant' },
};
