/**
 * Every column that holds sealed texts, as `table.column`: what they are sealed for, and where an exchange of keys finds
 * them. `Sealing` takes no other purpose, so that none is forgotten; a test asks the schema for each.
 */
export const sealedColumns = [
  'mail.letter',
  'ticket_contact.phone',
  'second_factor.secret',
  'sso_settings.client_secret',
  'signup.application',
  'tenant_application.contact',
] as const;

export type SealedColumn = (typeof sealedColumns)[number];

/** Names as they stand in SQL; they are ours, and not a user's. */
export function placeOf(sealed: SealedColumn): { readonly table: string; readonly column: string } {
  const [table = '', column = ''] = sealed.split('.');
  return { table, column };
}
