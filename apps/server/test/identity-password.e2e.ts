import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { ask, makeStaff, makeTenant, tokenOf, type Person, type TestTenant } from './identity-http.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

let smtp: TestSmtp;
let test: TestApp;
let tenant: TestTenant;

beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({ SMTP_URL: smtp.url, PUBLIC_URL: 'https://wait.test' });
  tenant = await makeTenant(test, 'seongdong');
}, 60_000);
afterAll(async () => {
  await test.stop();
  await smtp.stop();
});

const sql = (text: string, values: unknown[] = []) =>
  withSuperuser(test.database.superUrl, async (client) => (await client.query(text, values)).rows as never[]);
const login = (person: Person, from = '10.1.0.1') => ask(test.app, 'POST /api/auth/login', { body: person, from });
const change = (token: string, current: string, password: string) =>
  ask(test.app, 'POST /api/auth/password', { token, body: { current, password } });
const forgot = (email: string, from = '10.1.1.1') =>
  ask(test.app, 'POST /api/auth/password/forgot', { body: { email }, from });
const reset = (token: string, password: string, from = '10.1.2.1') =>
  ask(test.app, 'POST /api/auth/password/reset', { body: { token, password }, from });

/** The secret in the newest letter of a reset. */
async function linkOf(email: string): Promise<string> {
  const letters = (await smtp.received(email)).filter(({ text }) => text.includes('/signup/reset#'));
  const found = /https:\/\/wait\.test\/signup\/reset#([\w-]+)/.exec(letters.at(-1)?.text ?? '')?.[1];
  if (found === undefined) throw new Error('no link in the letters');
  return found;
}

describe('changing one’s own password', () => {
  it('asks for the old one, ends the other sessions, and tells the person', async () => {
    const kim = await makeStaff(test, tenant, 'kim', ['staff']);
    const [here, elsewhere] = [await tokenOf(test, kim), await tokenOf(test, kim)];
    expect((await change(here, 'not the old one', 'three blue umbrellas')).body.code).toBe('bad_credentials');
    expect((await change(here, kim.password, 'three blue umbrellas')).status).toBe(204);
    expect((await ask(test.app, 'GET /api/auth/me', { token: here })).status).toBe(200);
    expect((await ask(test.app, 'GET /api/auth/me', { token: elsewhere })).status).toBe(401);
    expect((await login(kim)).body.code).toBe('bad_credentials');
    expect((await login({ ...kim, password: 'three blue umbrellas' })).status).toBe(200);
    expect((await smtp.received(kim.email))[0]?.subject).toBe('[순번] 비밀번호가 바뀌었습니다');
  });

  it('refuses what is tried first, what the person is called, what is short, and the last three', async () => {
    const lee = await makeStaff(test, tenant, 'lee.minho', ['staff']);
    const token = await tokenOf(test, lee);
    const code = async (password: string) => (await change(token, lee.password, password)).body?.code;
    expect(await code('short')).toBe('validation');
    expect(await code('qwer1234!@#$')).toBe('password_common');
    expect(await code('lee.minho2026!')).toBe('password_personal');
    expect(await code('seongdong-2026')).toBe('password_personal');
    const chosen = ['first green bicycle', 'second green bicycle', 'third green bicycle'];
    let current = lee.password;
    for (const password of chosen) {
      expect((await change(token, current, password)).status).toBe(204);
      current = password;
    }
    for (const password of chosen) expect((await change(token, current, password)).body.code).toBe('password_reused');
    // The fourth last may come back.
    expect((await change(token, current, lee.password)).status).toBe(204);
  });

  it('stops who guesses the old one from a session that is left open', async () => {
    const park = await makeStaff(test, tenant, 'park', ['staff']);
    const token = await tokenOf(test, park);
    for (let n = 0; n < 10; n += 1) expect((await change(token, `guess ${n}`, 'long enough here')).status).toBe(401);
    expect((await change(token, park.password, 'long enough here')).body.code).toBe('too_many_requests');
  });
});

describe('a forgotten password', () => {
  it('is replaced by the link of a letter, once; sessions end', async () => {
    const choi = await makeStaff(test, tenant, 'choi', ['staff']);
    const open = await tokenOf(test, choi);
    expect([(await forgot(choi.email.toUpperCase())).status]).toEqual([204]);
    const token = await linkOf(choi.email);
    // A password that is refused loses nothing: the link stays good.
    expect((await reset(token, 'password1234')).body.code).toBe('password_common');
    expect((await reset(token, choi.password)).body.code).toBe('password_reused');
    expect((await reset(token, 'seven quiet rivers')).status).toBe(204);
    expect((await reset(token, 'eight quiet rivers')).body.code).toBe('link_invalid');
    expect((await ask(test.app, 'GET /api/auth/me', { token: open })).status).toBe(401);
    expect((await login({ ...choi, password: 'seven quiet rivers' })).status).toBe(200);
  });

  it('gets the same answer for an unknown e-mail, and no letter', async () => {
    const jung = await makeStaff(test, tenant, 'jung', ['staff']);
    const [known, unknown] = [await forgot(jung.email), await forgot('nobody@seongdong.test')];
    expect([unknown.status, unknown.body, unknown.setCookie]).toEqual([known.status, known.body, known.setCookie]);
    await smtp.received(jung.email);
    await smtp.quiet();
    await noLetter('nobody@seongdong.test');
  });

  it('takes the newest link only, for half an hour, and none that is made up or of another use', async () => {
    const han = await makeStaff(test, tenant, 'han', ['staff']);
    await forgot(han.email);
    const first = await linkOf(han.email);
    await forgot(han.email);
    await until(async () => (await linkOf(han.email)) !== first);
    const second = await linkOf(han.email);
    const session = (await login(han)).cookie ?? '';
    for (const bad of [first, `${second.slice(0, -4)}AAAA`, 'x', session])
      expect((await reset(bad, 'nine quiet rivers')).body.code).toBe('link_invalid');
    await sql(`update account_link set expires_at = now() - interval '1 second'`);
    expect((await reset(second, 'nine quiet rivers')).body.code).toBe('link_invalid');
    expect((await login(han)).status).toBe(200);
  });

  it('stores hashes, and sends no letter to who is no longer let in', async () => {
    const gone = await makeStaff(test, tenant, 'gone', ['staff']);
    const here = await makeStaff(test, tenant, 'here', ['staff']);
    await sql('update staff set active = false where email = $1', [gone.email]);
    await forgot(gone.email);
    await forgot(here.email);
    const token = await linkOf(here.email);
    const stored: { row: string }[] = await sql('select to_jsonb(l)::text as row from account_link l');
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.some(({ row }) => row.includes(token))).toBe(false);
    await smtp.quiet();
    await noLetter(gone.email);
  });

  it('limits letters to an e-mail, whether there is such an account or not, and guesses of links', async () => {
    const oh = await makeStaff(test, tenant, 'oh', ['staff']);
    for (const email of [oh.email, 'phantom@seongdong.test']) {
      for (let n = 0; n < 5; n += 1) expect((await forgot(email, `10.1.3.${n}`)).status).toBe(204);
      expect((await forgot(email, '10.1.3.9')).body.code).toBe('too_many_requests');
    }
    const answers: number[] = [];
    for (let n = 0; n < 32; n += 1) answers.push((await reset('x'.repeat(86), 'ten quiet rivers', '10.1.4.1')).status);
    expect(answers.slice(0, 30)).toEqual(Array<number>(30).fill(404));
    expect(answers.slice(30)).toEqual([429, 429]);
  });
});

describe('a locked account', () => {
  const failTen = async (person: Person, net: string) => {
    for (let n = 0; n < 10; n += 1)
      expect((await login({ ...person, password: `wrong ${n}` }, `${net}.${n}`)).status).toBe(401);
  };

  it('is told to its person by mail, and to nobody else: an unknown e-mail is answered alike', async () => {
    const seo = await makeStaff(test, tenant, 'seo', ['staff']);
    const ghost = { email: 'ghost@seongdong.test', password: 'whatever it is' };
    await failTen(seo, '10.2.0');
    await failTen(ghost, '10.2.1');
    const [locked, unknown] = [await login(seo, '10.2.2.1'), await login(ghost, '10.2.2.1')];
    expect([locked.status, locked.body.code]).toEqual([429, 'too_many_requests']);
    expect({ ...unknown.body, traceId: '' }).toEqual({ ...locked.body, traceId: '' });
    expect((await smtp.received(seo.email))[0]?.subject).toContain('계정이 잠겼습니다');
    const { body } = await ask(test.app, 'GET /api/admin/staff', { token: tenant.ownerToken });
    const row = (body as { email: string; lockedUntil: string | null }[]).find(({ email }) => email === seo.email);
    const minutes = (Date.parse(row?.lockedUntil ?? '') - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(14);
    expect(minutes).toBeLessThanOrEqual(15);
  });

  it('is unlocked by an owner', async () => {
    const yoon = await makeStaff(test, tenant, 'yoon', ['staff']);
    await failTen(yoon, '10.2.3');
    expect((await login(yoon, '10.2.4.1')).status).toBe(429);
    const { body } = await ask(test.app, 'GET /api/admin/staff', { token: tenant.ownerToken });
    const { id } = (body as { email: string; id: string }[]).find(({ email }) => email === yoon.email) ?? { id: '' };
    await smtp.received(yoon.email);
    const unlocked = await ask(test.app, `POST /api/admin/staff/${id}/unlock`, { token: tenant.ownerToken });
    expect([unlocked.status, unlocked.body.lockedUntil]).toEqual([200, null]);
    expect((await login(yoon, '10.2.4.2')).status).toBe(200);
  });

  it('is unlocked by a reset', async () => {
    const ryu = await makeStaff(test, tenant, 'ryu', ['staff']);
    await failTen(ryu, '10.2.5');
    await forgot(ryu.email, '10.2.5.99');
    await until(async () => (await smtp.received(ryu.email)).some(({ text }) => text.includes('/signup/reset#')));
    expect((await reset(await linkOf(ryu.email), 'eleven quiet rivers', '10.2.5.98')).status).toBe(204);
    expect((await login({ ...ryu, password: 'eleven quiet rivers' }, '10.2.5.97')).status).toBe(200);
  });

  it('opens by itself after 15 minutes', async () => {
    const bae = await makeStaff(test, tenant, 'bae', ['staff']);
    await failTen(bae, '10.2.6');
    await smtp.received(bae.email);
    expect((await login(bae, '10.2.6.99')).status).toBe(429);
    await sql(`update rate_limit set expire = expire - 900000 where expire is not null`);
    await sql(`update staff set locked_until = locked_until - interval '15 minutes' where locked_until is not null`);
    expect((await login(bae, '10.2.6.98')).status).toBe(200);
  });
});

/** @throws when there is one; whoever asks has waited for a sweep */
async function noLetter(to: string): Promise<void> {
  const soon = new Promise((resolve) => setTimeout(() => resolve('none'), 300));
  expect(await Promise.race([smtp.received(to), soon])).toBe('none');
}

async function until(ready: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await ready()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('never came');
}
