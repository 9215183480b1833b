import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { ask, makeOffice, makeStaff, makeTenant, tokenOf, type TestTenant } from './identity-http.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

let smtp: TestSmtp;
let test: TestApp;
let tenant: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({ SMTP_URL: smtp.url, PUBLIC_URL: 'https://wait.test' });
  tenant = await makeTenant(test, 'seongdong');
  other = await makeTenant(test, 'gangnam');
  for (const office of ['main', 'branch']) await makeOffice(test, tenant, office);
}, 60_000);
afterAll(async () => {
  await test.stop();
  await smtp.stop();
});

const sql = (text: string, values: unknown[] = []) =>
  withSuperuser(test.database.superUrl, async (client) => (await client.query(text, values)).rows as never[]);
const invite = (email: string, more: object = {}, token = tenant.ownerToken) =>
  ask(test.app, 'POST /api/admin/invitations', {
    token,
    body: { email, name: '김신입', roles: ['staff'], offices: ['main'], ...more },
  });
const open = (token: string, from = '10.5.0.1') =>
  ask(test.app, 'POST /api/auth/invitation', { body: { token }, from });
const accept = (token: string, password = 'seven quiet rivers', name = '김신입', from = '10.5.0.1') =>
  ask(test.app, 'POST /api/auth/invitation/accept', { body: { token, name, password }, from });
const act = (id: string, what: 'resend' | 'withdraw', token = tenant.ownerToken) =>
  ask(test.app, `POST /api/admin/invitations/${id}/${what}`, { token });

const linksOf = async (email: string): Promise<string[]> =>
  (await smtp.received(email)).flatMap(
    ({ text }) => /https:\/\/wait\.test\/signup\/invitation#([\w-]+)/.exec(text)?.[1] ?? [],
  );
const linkOf = async (email: string, count = 1): Promise<string> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const links = await linksOf(email);
    if (links.length >= count) return links.at(-1) ?? '';
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no such letter');
};

describe('an invitation', () => {
  it('reaches a person by a letter, shows what it is for, and makes an account that is logged in', async () => {
    const made = await invite('New.One@seongdong.test');
    expect([made.status, made.body]).toMatchObject([
      201,
      { email: 'new.one@seongdong.test', state: 'open', offices: ['main'] },
    ]);
    const days = (Date.parse(made.body.expiresAt) - Date.parse(made.body.sentAt)) / 86_400_000;
    expect(days).toBe(7);
    const [letter] = await smtp.received('new.one@seongdong.test');
    expect(letter?.subject).toBe('[순번] 기관 seongdong에서 초대했습니다');
    expect(letter?.text).toContain('invites you');
    const token = await linkOf('new.one@seongdong.test');
    expect((await open(token)).body).toMatchObject({
      tenant: { slug: 'seongdong', name: '기관 seongdong' },
      email: 'new.one@seongdong.test',
      roles: ['staff'],
      secondFactorRequired: false,
    });
    const done = await accept(token, 'seven quiet rivers', '김새벽');
    expect([done.status, done.body.me]).toMatchObject([201, { name: '김새벽', roles: ['staff'], session: 'full' }]);
    expect(done.body.me.offices.map(({ slug }: { slug: string }) => slug)).toEqual(['main']);
    expect(done.setCookie).toMatch(/HttpOnly/);
    expect(await tokenOf(test, { email: 'new.one@seongdong.test', password: 'seven quiet rivers' })).toBeTruthy();
    const { body } = await ask(test.app, 'GET /api/admin/invitations', { token: tenant.ownerToken });
    expect(body[0]).toMatchObject({
      email: 'new.one@seongdong.test',
      state: 'accepted',
      invitedBy: { name: '이민원' },
    });
  });

  it('is used once; a password that is refused leaves it good', async () => {
    await invite('once@seongdong.test');
    const token = await linkOf('once@seongdong.test');
    expect((await accept(token, 'password1234')).body.code).toBe('password_common');
    expect((await accept(token, 'seongdong2026!')).body.code).toBe('password_personal');
    expect((await accept(token, 'short')).body.code).toBe('validation');
    const both = await Promise.all([accept(token), accept(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404]);
    expect((await accept(token)).body.code).toBe('link_invalid');
    expect((await open(token)).body.code).toBe('link_invalid');
  });

  it('leads into setting up the second factor where the role must have one', async () => {
    const policy = (roles: string[]) =>
      ask(test.app, 'PUT /api/admin/policy', {
        token: tenant.ownerToken,
        body: { secondFactorRoles: roles, idleMinutes: 720 },
      });
    await policy(['supervisor']);
    await invite('chief@seongdong.test', { roles: ['supervisor'] });
    const token = await linkOf('chief@seongdong.test');
    expect((await open(token)).body.secondFactorRequired).toBe(true);
    expect((await accept(token)).body.me).toMatchObject({ session: 'enrolment', permissions: [] });
    await policy([]);
  });

  it('is sent again with a new link, the old one being no longer good; and withdrawn', async () => {
    const { id } = (await invite('again@seongdong.test')).body;
    const first = await linkOf('again@seongdong.test');
    expect((await act(id, 'resend')).status).toBe(200);
    const second = await linkOf('again@seongdong.test', 2);
    expect((await open(first)).body.code).toBe('link_invalid');
    expect((await open(second)).status).toBe(200);
    expect((await act(id, 'withdraw')).body.state).toBe('withdrawn');
    expect((await accept(second)).body.code).toBe('link_invalid');
    expect((await act(id, 'resend')).body.code).toBe('conflict');
  });

  it('is over after seven days, until it is sent again', async () => {
    const { id } = (await invite('late@seongdong.test')).body;
    const token = await linkOf('late@seongdong.test');
    await sql(`update invitation set expires_at = now() - interval '1 second' where id = $1`, [id]);
    expect((await accept(token)).body.code).toBe('link_invalid');
    expect((await act(id, 'resend')).body.state).toBe('open');
    expect((await accept(await linkOf('late@seongdong.test', 2))).status).toBe(201);
  });

  it('to an e-mail of another institution is answered alike; only the mailbox learns it', async () => {
    const fresh = await invite('fresh@elsewhere.test');
    const taken = await invite(other.owner.email);
    const shape = ({ body }: typeof fresh) => Object.keys(body).sort();
    expect([taken.status, shape(taken)]).toEqual([fresh.status, shape(fresh)]);
    const [letter] = await smtp.received(other.owner.email);
    expect(letter?.text).toContain('다른 기관의 계정에 이미');
    expect(letter?.text).not.toContain('#');
    expect((await invite(tenant.owner.email)).body.code).toBe('conflict');
  });

  it('stores no link, and guesses are limited', async () => {
    await invite('hash@seongdong.test');
    const token = await linkOf('hash@seongdong.test');
    const rows = (await sql('select to_jsonb(i)::text as row from invitation i')) as { row: string }[];
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    const statuses: number[] = [];
    for (let n = 0; n < 32; n += 1) statuses.push((await open(`${token.slice(0, -3)}AAA`, '10.5.9.9')).status);
    expect([statuses[29], statuses[31]]).toEqual([404, 429]);
  });
});

describe('who may invite', () => {
  it('is an owner for every role, a supervisor for lower roles of the own offices, and nobody else', async () => {
    const chief = await tokenOf(test, await makeStaff(test, tenant, 'branch-chief', ['supervisor'], ['branch']));
    const clerk = await tokenOf(test, await makeStaff(test, tenant, 'clerk', ['staff']));
    expect((await invite('a@seongdong.test', {}, clerk)).body.code).toBe('forbidden');
    expect((await invite('b@seongdong.test', { offices: ['branch'] }, chief)).status).toBe(201);
    for (const more of [
      { offices: ['main'] },
      { offices: [] },
      { offices: ['branch'], roles: ['owner'] },
      { offices: ['branch'], roles: ['supervisor'] },
    ])
      expect((await invite('c@seongdong.test', more, chief)).body.code).toBe('forbidden');
    expect((await invite('d@seongdong.test', { offices: ['nowhere'] })).body.issues).toMatchObject([
      { path: 'body.offices.0' },
    ]);
    expect((await invite('e@seongdong.test', { roles: ['operator'] })).body.code).toBe('validation');
    // Lists and commands end at the own offices, and at the own tenant.
    const { body } = await ask(test.app, 'GET /api/admin/invitations', { token: chief });
    expect((body as { email: string }[]).map(({ email }) => email)).toEqual(['b@seongdong.test']);
    const { id } = (await invite('f@seongdong.test')).body;
    for (const token of [chief, other.ownerToken])
      for (const what of ['resend', 'withdraw'] as const) expect((await act(id, what, token)).status).toBe(404);
  });
});
