import { untilErased, type TableFacts } from './table-facts.ts';

/** Tables of people, and of what they log in with. */
export const identityTables: Readonly<Record<string, TableFacts>> = {
  staff: {
    ...untilErased,
    personal: ['email', 'name'],
    secret: {
      password_hash: 'lets somebody guess the password',
      previous_hashes: 'as above',
      pin_hash: 'lets somebody guess the PIN',
    },
  },
  second_factor: {
    ...untilErased,
    deletedBy: 'its person, or an owner; job erasure.run',
    secret: { secret: 'makes the codes of the authenticator app' },
  },
  recovery_code: {
    kept: 'until the next ten, or used for 90 days',
    deletedBy: 'its person, or an owner; job retention.keep',
    aged: "used_at < now() - interval '90 days'",
    notExported: 'hashes of codes that are used once',
  },
  account_link: {
    kept: 'a week after its 30 minutes',
    deletedBy: 'the next one of its person; job retention.keep',
    aged: "expires_at < now() - interval '7 days'",
    notExported: 'hashes of links that are used once',
  },
  invitation: {
    kept: 'a year after it ended',
    deletedBy: 'job retention.keep',
    aged: "coalesce(accepted_at, withdrawn_at, expires_at) < now() - interval '1 year'",
    personal: ['email', 'name'],
    secret: { token_hash: 'of the link' },
  },
  tenant_policy: untilErased,
  session: {
    kept: '30 days after its end',
    deletedBy: 'the next log-in of its person; job retention.keep',
    aged: "least(revoked_at, expires_at) < now() - interval '30 days'",
    personal: ['user_agent', 'address'],
    secret: {
      refresh_hash: 'of a token',
      previous_refresh_hash: 'of a token',
      access_hash: 'of a token',
      rotation_nonce: 'tokens follow from it',
    },
  },
  sso_settings: {
    kept: 'until the owner removes it',
    deletedBy: 'its owner; job erasure.run',
    secret: { client_secret: 'lets somebody pass for this client at the identity provider' },
  },
  sso_identity: { ...untilErased, personal: ['subject'] },
  mail: {
    kept: 'until sent, a day at most',
    deletedBy: 'job mail.send',
    notExported: 'letters under way; their links open accounts',
  },
};
