import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from '../../../tools/build/build.ts';
import { newToken } from '../src/platform/auth/tokens.ts';
import { startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { fill, send } from './isolation-probe.ts';
import { routesOf } from './routes.ts';
import { changedTables, checksums, idsOf } from './tenant-rows.ts';
import { liveTenant, mark, type LivedTenant } from './two-tenants.ts';

/**
 * The forms of the ticket's page stand outside the contract: they answer with pages. Here they are sent with every token
 * that is not good, by everybody of another tenant.
 */
let server: TestApp;
let own: LivedTenant;
let other: LivedTenant;

beforeAll(async () => {
  await build(['resident']);
  // Without jobs: what changes, a request changed.
  server = await startTestApp({}, ['--roles=api,realtime']);
  own = await liveTenant(server, ['main', 'annex']);
  other = await liveTenant(server, ['bangbae', 'yangjae'], mark);
}, 120_000);
afterAll(() => server.stop());

const sql = <T>(work: Parameters<typeof withSuperuser<T>>[1]) => withSuperuser(server.database.superUrl, work);
const sums = (side: LivedTenant) => sql((client) => checksums(client, side.tenantId));
/** Every form there is: a new one is tried by itself. */
const forms = () =>
  routesOf(server)
    .filter((route) => route.startsWith('POST /t/'))
    .map((route) => route.slice(5).replace(':token', '{token}'));

/** The page that comes, without what is made anew for every answer, and without its own address. */
async function post(path: string, token: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(server.url + fill(path, { token }), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: 'behind=1',
  });
  const page = (await response.text()).replaceAll(/nonce="[^"]*"/g, 'nonce').replaceAll(token, 'TOKEN');
  return { status: response.status, page };
}

/** The other tenant's id and row with an invented secret, or with the own ticket's. */
async function forged(): Promise<string[]> {
  const ids = await sql((client) => idsOf(client, other.tenantId));
  const tickets = ids.get('ticket.id') ?? [];
  const theirs = Buffer.from(other.ticket.token, 'base64url');
  const ours = Buffer.from(own.ticket.token, 'base64url');
  return [
    ...tickets.map((id) => newToken(other.tenantId, id, 'ticket').token),
    ...tickets.map((id) => newToken(own.tenantId, id, 'ticket').token),
    Buffer.concat([theirs.subarray(0, 16), ours.subarray(16)]).toString('base64url'),
    Buffer.concat([ours.subarray(0, 16), theirs.subarray(16)]).toString('base64url'),
    ...own.devices.map(({ token }) => token),
    other.hall.kioskToken,
  ];
}

describe('a form of the ticket’s page', () => {
  it('is none but these', () => expect(forms()).toEqual(['/t/{token}/cancel', '/t/{token}/postpone']));

  it('finds no ticket by a token that is put together from another tenant’s: the page is that of nobody’s', async () => {
    const nobodys = newToken(crypto.randomUUID(), crypto.randomUUID(), 'ticket').token;
    const before = [await sums(own), await sums(other)] as const;
    for (const path of forms()) {
      const reference = await post(path, nobodys);
      expect(reference.status).toBe(404);
      for (const token of await forged()) {
        for (const { name, headers } of [{ name: 'nobody', headers: {} }, ...own.people.slice(0, 1)])
          expect([path, name, token, await post(path, token, headers)]).toEqual([path, name, token, reference]);
      }
    }
    expect(changedTables(before[0], await sums(own))).toEqual([]);
    expect(changedTables(before[1], await sums(other))).toEqual([]);
  });

  it('does for the holder of a ticket what it says, to that ticket’s tenant alone, whoever else is logged in', async () => {
    const [owner] = own.people;
    const ours = await sums(own);
    const before = await sums(other);
    const { token } = await other.hall.draw('FAMILY');
    await other.hall.draw('FAMILY');
    for (const path of ['/t/{token}/postpone', '/t/{token}/cancel'])
      expect((await post(path, token, owner?.headers)).status).toBe(303);
    expect(changedTables(before, await sums(other))).toContain('ticket');
    expect(changedTables(ours, await sums(own))).toEqual([]);
    const path = fill('/t/{token}', { token: own.ticket.token });
    const { text } = await send(server.url, { method: 'GET', path }, { headers: {} });
    expect(text).not.toContain(mark);
  });

  it('knows no ticket of a day that is over: the page is that of nobody’s', async () => {
    const { token } = other.ticket;
    const now = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await other.hall.operator.call('clockSet', { body: { tenant: other.hall.slug, now, rate: 0 } });
    const before = await sums(other);
    const nobodys = newToken(crypto.randomUUID(), crypto.randomUUID(), 'ticket').token;
    for (const path of forms()) expect(await post(path, token)).toEqual(await post(path, nobodys));
    expect(changedTables(before, await sums(other))).toEqual([]);
  });
});
