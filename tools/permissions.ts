/** Prints docs/permissions.md: which role may what, and which permission opens which endpoint, from the tables of the contract. */
import {
  counterPermissions,
  endpoints,
  permissions,
  rolePermissions,
  roles,
  type Endpoint,
  type Permission,
} from '@sunbeon/contract';
import { format } from 'prettier';

/** Words of the access lists that are no permissions, in the order of the page. */
const others: Readonly<Record<string, string>> = {
  public: 'Anybody',
  any_session: 'Any session of a person, whatever it is good for',
  enrolment: 'A full session, or one that must set up a second factor first',
  session: 'A full session of a person',
  device: 'Any device',
  'device:kiosk': 'A kiosk',
  'device:display': 'A display',
  'device:relay': 'A relay',
  'device:printer': 'A printer',
};

const table = Object.values(endpoints) as Endpoint[];
const routesOf = (access: string) =>
  table.filter((endpoint) => (endpoint.access as readonly string[]).includes(access));

function roleTable(): string {
  const head = `| Permission | ${roles.join(' | ')} | by PIN |`;
  const line = `| --- |${' :-: |'.repeat(roles.length + 1)}`;
  const mark = (yes: boolean) => (yes ? '✓' : '');
  const row = (permission: Permission) => {
    const cells = roles.map((role) => mark(rolePermissions[role].includes(permission)));
    return `| \`${permission}\` | ${cells.join(' | ')} | ${mark(counterPermissions.includes(permission))} |`;
  };
  return [head, line, ...permissions.map(row)].join('\n');
}

function section(title: string, access: string): string {
  const rows = routesOf(access).map(({ method, path, summary }) => `| \`${method} ${path}\` | ${summary} |`);
  if (rows.length === 0) return '';
  return `### ${title}\n\n| Endpoint | What it does |\n| --- | --- |\n${rows.join('\n')}\n`;
}

const text = `# Permissions

Printed from \`libs/contract/src/permissions.ts\` and the table of endpoints by \`npm run generate\`; \`npm run check\` compares
it. A permission counts within the offices of the person (none named: all of the tenant); what belongs to other offices is
not there (404). An owner or supervisor of some offices manages and invites only people of the roles staff, greeter and
viewer in those offices.

## Roles

${roleTable()}

"by PIN": what is left of a person's permissions in a session that took a counter over by a PIN. A session of somebody who
must set up a second factor has none.

## Endpoints by permission

An endpoint that stands under several headings is open to each of them.

${permissions.map((permission) => section(`\`${permission}\``, permission)).join('\n')}
## Endpoints without a permission

${Object.entries(others)
  .map(([access, title]) => section(title, access))
  .join('\n')}`;

process.stdout.write(await format(text, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' }));
