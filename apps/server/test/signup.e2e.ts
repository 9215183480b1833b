import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { Database } from '../src/platform/database/database.ts';
import { MailCarrier } from '../src/platform/mail/mail.carrier.ts';
import { operator, startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { ask, tokenOf, type Answer } from './identity-http.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

const password = 'a-long-pass-phrase-of-mine';

let smtp: TestSmtp;
let test: TestApp;

beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({ SMTP_URL: smtp.url, PUBLIC_URL: 'https://sunbeon.test' });
}, 60_000);
afterAll(async () => {
  await test.stop();
  await smtp.stop();
});

const wishOf = (slug: string, email = `kim@${slug}.test`) => ({
  name: `${slug} 구청`,
  slug,
  areaCode: '1120000000',
  contact: { name: '김민원', email, phone: '02-2286-5114' },
  terms: '2026-11',
});
let addresses = 0;
/** Each from an address of its own: limits by address are tested by themselves. */
const signUp = (wish: object, app = test) =>
  ask(app.app, 'POST /api/signup', { body: wish, from: `10.1.0.${(addresses += 1)}` });
const tokenIn = (text: string) => /\/signup\/confirm#([\w-]+)/.exec(text)?.[1] ?? '';
async function linkOf(slug: string, email = `kim@${slug}.test`): Promise<string> {
  expect(await signUp(wishOf(slug, email))).toMatchObject({ status: 200, body: { sent: true } });
  await test.app.get(MailCarrier).sendAll();
  const [letter] = await smtp.received(email);
  return tokenIn(letter?.text ?? '');
}
const confirm = (token: string, more: object = {}) =>
  ask(test.app, 'POST /api/signup/confirm', { body: { token, password, ...more } });
const sql = <R extends object>(text: string, values: unknown[] = []) =>
  withSuperuser(test.database.superUrl, async (client) => (await client.query<R>(text, values)).rows);

describe('a district signs up', () => {
  it('reads what it agrees to, and whether the address is free', async () => {
    const { body } = await ask(test.app, 'GET /api/signup');
    expect(body).toMatchObject({ approval: 'manual', trialDays: 30, terms: { version: '2026-11' } });
    expect(body.terms.ko).toContain('민원실');
    const slug = async (text: string) => (await ask(test.app, `GET /api/signup/slug/${text}`)).body as object;
    expect(await slug('jongno')).toEqual({ slug: 'jongno', available: true, reason: null });
    expect(await slug('console')).toEqual({ slug: 'console', available: false, reason: 'reserved' });
    expect(await slug('platform')).toMatchObject({ available: false });
    expect(await ask(test.app, 'GET /api/signup/slug/A_B')).toMatchObject({ status: 404 });
  });

  it('confirms by the letter, sets a password, waits for the operator, and is public only then', async () => {
    const token = await linkOf('jongno');
    const about = await ask(test.app, 'POST /api/signup/link', { body: { token } });
    expect(about.body).toEqual({
      name: 'jongno 구청',
      slug: 'jongno',
      slugAvailable: true,
      email: 'kim@jongno.test',
      contactName: '김민원',
    });
    const made = await confirm(token);
    expect(made).toMatchObject({
      status: 201,
      body: { tenant: { slug: 'jongno', status: 'pending' }, email: 'kim@jongno.test' },
    });
    const owner = await tokenOf(test, { email: 'kim@jongno.test', password });
    expect((await ask(test.app, 'GET /api/plan', { token: owner })).body).toMatchObject({ status: 'pending' });
    expect((await ask(test.app, 'GET /api/public/jongno')).status).toBe(404);

    const [news] = await smtp.received(operator.email);
    expect(news).toMatchObject({ subject: '[순번] 이용 신청: jongno 구청' });
    expect(news?.text).toContain('서울특별시 성동구');

    const admin = await tokenOf(test, operator);
    const page = await ask(test.app, 'GET /api/admin/tenants/page?status=pending', { token: admin });
    expect(page.body).toMatchObject({ total: 1, rows: [{ slug: 'jongno', plan: 'small', usage: null }] });
    const id = page.body.rows[0].id as string;
    const detail = await ask(test.app, `GET /api/admin/tenants/${id}`, { token: admin });
    expect(detail.body.application).toMatchObject({
      contact: { name: '김민원', email: 'kim@jongno.test', phone: '02-2286-5114' },
      terms: '2026-11',
      decision: null,
    });
    const yes = await ask(test.app, `POST /api/admin/tenants/${id}/approve`, { token: admin });
    expect(yes.body).toMatchObject({ status: 'trial' });
    expect(Date.parse(yes.body.trialEndsAt) - Date.now()).toBeGreaterThan(29 * 86_400_000);
    const letters = await smtp.received('kim@jongno.test', 2);
    expect(letters.map(({ subject }) => subject)).toContain('[순번] jongno 구청의 이용 신청이 승인되었습니다');
    expect((await ask(test.app, 'GET /api/public/jongno')).status).toBe(200);
    expect((await ask(test.app, `POST /api/admin/tenants/${id}/approve`, { token: admin })).body.code).toBe(
      'status_not_allowed',
    );
  });

  it('is refused with a reason, which stands in the letter', async () => {
    await confirm(await linkOf('gimpo'));
    const [row] = await sql<{ id: string }>(`select id from tenant where slug = 'gimpo'`);
    const token = await tokenOf(test, operator);
    const body = { reason: '공공기관임을 확인할 수 없습니다.' };
    const answer = await ask(test.app, `POST /api/admin/tenants/${row?.id}/refuse`, { token, body });
    expect(answer.body).toMatchObject({ status: 'closed', statusReason: body.reason });
    const letters = await smtp.received('kim@gimpo.test', 2);
    expect(letters.at(-1)?.text).toContain(`사유: ${body.reason}`);
    const login = await ask(test.app, 'POST /api/auth/login', { body: { email: 'kim@gimpo.test', password } });
    expect(login.body.code).toBe('tenant_inactive');
  });

  it('keeps what was typed sealed: nothing of it can be read in the database', async () => {
    await linkOf('paju');
    const [waiting] = await sql<{ row: string }>('select row_to_json(s)::text as row from signup s');
    const [applied] = await sql<{ row: string }>('select row_to_json(a)::text as row from tenant_application a');
    for (const { row } of [waiting, applied].filter((one) => one !== undefined))
      expect(row).not.toMatch(/김민원|kim@|2286/);
    expect(waiting && applied).toBeDefined();
  });
});

describe('the link of the letter', () => {
  it('works once, whoever is first, and makes one tenant', async () => {
    const token = await linkOf('gunpo');
    const answers = await Promise.all([confirm(token), confirm(token), confirm(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
    expect((await confirm(token)).body.code).toBe('link_invalid');
    expect(await sql(`select from tenant where slug = 'gunpo'`)).toHaveLength(1);
  });

  it('is dead after 24 hours, and its sign-up is gone after seven days', async () => {
    const token = await linkOf('guri');
    await sql(`update signup set expires_at = now() - interval '1 second'`);
    expect((await confirm(token)).body.code).toBe('link_invalid');
    expect((await ask(test.app, 'POST /api/signup/link', { body: { token } })).body.code).toBe('link_invalid');
    await test.app.get(JobHandlers).run('signup.forget', {});
    expect((await sql('select from signup')).length).toBeGreaterThan(0);
    await sql(`update signup set created_at = now() - interval '7 days 1 minute'`);
    await test.app.get(JobHandlers).run('signup.forget', {});
    expect(await sql('select from signup')).toEqual([]);
  });

  it('takes another address when the first was taken meanwhile', async () => {
    const [first, second] = [await linkOf('osan'), await linkOf('osan', 'lee@osan.test')];
    await confirm(first);
    expect((await ask(test.app, 'POST /api/signup/link', { body: { token: second } })).body.slugAvailable).toBe(false);
    expect((await confirm(second)).body.code).toBe('slug_taken');
    expect((await confirm(second, { slug: 'osan-city' })).body.tenant.slug).toBe('osan-city');
  });

  it.each(['', 'x', 'A'.repeat(86), 'A'.repeat(200)])('%j is none', async (token) => {
    const { status, body } = await confirm(token);
    expect(token === '' ? status : body.code).toBe(token === '' ? 422 : 'link_invalid');
  });
});

describe('who asks learns nothing', () => {
  const shape = ({ status, body, headers }: Answer) => ({
    status,
    body,
    headers: Object.keys(headers)
      .filter((name) => name !== 'date')
      .sort(),
  });

  it('an e-mail that is in use gets the same answer and another letter', async () => {
    const known = await signUp(wishOf('hanam', 'kim@jongno.test'));
    const unknown = await signUp(wishOf('hanam', 'nobody@hanam.test'));
    expect(shape(known)).toEqual(shape(unknown));
    const letters = await smtp.received('kim@jongno.test', 3);
    expect(letters.at(-1)).toMatchObject({ subject: '[순번] 이미 등록된 전자우편 주소입니다' });
    expect(tokenIn(letters.at(-1)?.text ?? '')).toBe('');
    const [letter] = await smtp.received('nobody@hanam.test');
    expect(tokenIn(letter?.text ?? '')).not.toBe('');
    const free = await ask(test.app, 'GET /api/signup/slug/hanam');
    expect(free.body.available).toBe(true);
  });

  it('and costs the same statements', async () => {
    const counted: number[] = [];
    const database = test.app.get(Database);
    const count = async (email: string) => {
      counted.length = 0;
      database.observe((statements) => counted.push(statements));
      await signUp(wishOf('yeoju', email));
      database.observe(undefined);
      return Math.max(...counted);
    };
    expect(await count('kim@jongno.test')).toBe(await count('somebody@yeoju.test'));
  });

  it('is held back after some tries for an e-mail, known or not, and from an address', async () => {
    const codes = async (email: string) => {
      const answers = [];
      for (let n = 0; n < 7; n += 1) answers.push((await signUp(wishOf('yangju', email))).status);
      return answers;
    };
    expect(await codes('many@yangju.test')).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect((await codes('kim@gunpo.test')).slice(-2)).toEqual([429, 429]);
    const from = '10.9.9.9';
    const slugs = await Promise.all(
      Array.from({ length: 125 }, (_, n) => ask(test.app, `GET /api/signup/slug/guess-${n}`, { from })),
    );
    expect(slugs.filter(({ status }) => status === 429)).toHaveLength(5);
  });
});

describe('bad input', () => {
  it.each([
    ['an area code of no province', { areaCode: '9920000000' }, 'body.areaCode'],
    ['an area code below a district', { areaCode: '1120010100' }, 'body.areaCode'],
    ['an area code of a whole province', { areaCode: '1100000000' }, 'body.areaCode'],
    ['an area code of nine digits', { areaCode: '112000000' }, 'body.areaCode'],
    ['a reserved slug', { slug: 'kiosk' }, 'body.slug'],
    ['a name of two lines', { name: '가\n나' }, 'body.name'],
    ['a contact without an e-mail', { contact: { name: '김' } }, 'body.contact.email'],
    [
      'letters in a phone number',
      { contact: { name: '김', email: 'a@b.kr', phone: '02-CALL-ME' } },
      'body.contact.phone',
    ],
  ])('%s is told', async (_, wish, path) => {
    const { status, body } = await signUp({ ...wishOf('icheon'), ...wish });
    expect([status, body.code]).toEqual([422, 'validation']);
    expect(body.issues.map((one: { path: string }) => one.path)).toContain(path);
  });

  it('old terms are told, and a district that came after our list is taken', async () => {
    expect((await signUp({ ...wishOf('icheon'), terms: '2019-01' })).body.code).toBe('terms_outdated');
    expect((await signUp({ ...wishOf('hwaseong'), areaCode: '4159100000' })).status).toBe(200);
  });

  it('a short password leaves the link good', async () => {
    const token = await linkOf('icheon');
    expect((await confirm(token, { password: 'short' })).status).toBe(422);
    expect((await confirm(token)).status).toBe(201);
  });
});

describe('who says yes is a setting', () => {
  it('automatic: the trial begins with the confirmation; off: nobody can sign up', async () => {
    const own = await startTestApp({ SMTP_URL: smtp.url, SIGNUP_APPROVAL: 'automatic', TRIAL_DAYS: '14' });
    try {
      await signUp(wishOf('mokpo'), own);
      const [letter] = await smtp.received('kim@mokpo.test');
      const body = { token: tokenIn(letter?.text ?? ''), password };
      const made = await ask(own.app, 'POST /api/signup/confirm', { body });
      expect(made.body.tenant.status).toBe('trial');
      const token = await tokenOf(own, { email: 'kim@mokpo.test', password });
      const plan = await ask(own.app, 'GET /api/plan', { token });
      expect(Math.round((Date.parse(plan.body.trialEndsAt) - Date.now()) / 86_400_000)).toBe(14);
    } finally {
      await own.stop();
    }
    const shut = await startTestApp({ SIGNUP_APPROVAL: 'off' });
    try {
      expect((await signUp(wishOf('naju'), shut)).body.code).toBe('signup_closed');
      expect((await ask(shut.app, 'POST /api/signup/confirm', { body: { token: 'x', password } })).body.code).toBe(
        'signup_closed',
      );
      expect((await ask(shut.app, 'GET /api/signup')).body.approval).toBe('off');
    } finally {
      await shut.stop();
    }
  });
});
