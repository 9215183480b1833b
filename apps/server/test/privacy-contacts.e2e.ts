import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from '@sunbeon/client';
import { randomUUID } from 'node:crypto';
import { Database } from '../src/platform/database/database.ts';
import { ContactsKeeper } from '../src/privacy/contacts.keeper.ts';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf, until } from './desk.ts';
import { makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';

const PHONE = '010-2345-6789';
const consent = {
  ko: '순번 알림을 위해 휴대전화번호를 받습니다.',
  en: 'We take your number to tell you about your turn.',
};
const MONDAY = '2026-11-23T10:00:00+09:00';
const LATE = '2026-11-23T23:30:00+09:00';

let server: TestApp;
let hall: TestHall;

beforeAll(async () => {
  server = await startTestApp({ NOTICE_SENDER: 'log' });
}, 60_000);
afterAll(() => server.stop());
beforeEach(async () => {
  hall = await makeHall(server, { kind: 'rehearsal', now: MONDAY, template: daytimeOffice() });
});

/** Open from nine to six, so that the day can end. */
function daytimeOffice() {
  const week = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '18:00' }]]));
  const numbers = { from: 101, to: 299 };
  return {
    slug: 'main',
    name: { ko: '시험구 민원실' },
    hours: { week, holidays: 'none' as const },
    groups: [{ code: 'all', name: { ko: '전체' } }],
    services: [{ code: 'PASSPORT', name: { ko: '여권 접수' }, group: 'all', numbers, targetMinutes: 8 }],
    counters: [{ number: '1', name: { ko: '여권' }, services: ['PASSPORT'] }],
  };
}

const turnOn = () => hall.owner.call('privacyChange', { body: { notices: true, consent } });
const withPhone = (extra: object = {}) => hall.draw('PASSPORT', { phone: PHONE, consentVersion: 1, ...extra });
const sql = <R extends object>(text: string, values: unknown[] = []) =>
  withSuperuser(server.database.superUrl, async (client) => (await client.query<R>(text, values)).rows);
const contacts = () =>
  sql<{ phone: string; last4: string; language: string }>(
    `select phone, last4, consent_language as language from ticket_contact where office_id = $1`,
    [hall.officeId],
  );
const issuedToday = async () =>
  (await sql<{ n: number }>('select count(*)::int as n from ticket where office_id = $1', [hall.officeId]))[0]?.n;
const closeDay = async () => {
  await hall.operator.call('clockSet', { body: { tenant: hall.slug, now: LATE, rate: 0 } });
  await until(
    async () =>
      (await sql<{ on: string }>('select closed_on as on from office_live where office_id = $1', [hall.officeId]))[0]
        ?.on ?? undefined,
    'the end of the day',
  );
};
const forget = () => server.app.get(ContactsKeeper).forget();

describe('a phone number', () => {
  it('is not taken where notices are off, and no ticket is given out for it', async () => {
    expect(await codeOf(withPhone())).toBe('phone_not_allowed');
    expect(await issuedToday()).toBe(0);
    expect((await hall.draw('PASSPORT')).number).toBe('101');
  });

  it('needs the consent that is shown now: without it, or with another, nothing is stored and no number is lost', async () => {
    await turnOn();
    expect(await codeOf(hall.draw('PASSPORT', { phone: PHONE }))).toBe('consent_required');
    expect(await codeOf(withPhone({ consentVersion: 2 }))).toBe('consent_required');
    await hall.owner.call('privacyChange', { body: { consent: { ...consent, ko: `${consent.ko} 개정` } } });
    expect(await codeOf(withPhone({ consentVersion: 1 }))).toBe('consent_required');
    expect(await contacts()).toEqual([]);
    expect((await withPhone({ consentVersion: 2 })).number).toBe('101');
  });

  it.each(['12345678', '010-1234-567a', '----------', '010--2345-6789', '0101234567890123', '+', ''])(
    'is none: %j',
    async (phone) => {
      await turnOn();
      expect(await codeOf(withPhone({ phone }))).toBe('validation');
    },
  );

  it('is stored sealed, with the consent in the language in which it was read', async () => {
    await turnOn();
    await withPhone({ language: 'en' });
    await withPhone({ language: 'vi' }); // has no text of its own: Korean was shown
    const stored = await contacts();
    expect(stored.map(({ language }) => language).sort()).toEqual(['en', 'ko']);
    expect(stored.every(({ phone, last4 }) => phone.startsWith('s1.') && last4 === '6789')).toBe(true);
  });

  it('stands nowhere else in the database, in whatever form', async () => {
    await turnOn();
    const ticket = await withPhone();
    const reader = await hall.person(['supervisor']);
    await reader.client.call('ticketContactOpen', { params: { id: ticket.id }, body: { reason: '분실물 연락' } });
    const tables = await sql<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await sql<{ n: number }>(
        `select count(*)::int as n from "${name}" t where t::text ~ '010-?2345-?6789'`,
      );
      if (row?.n !== 0) found.push(name);
    }
    expect(found).toEqual([]);
  });

  it('sent again under its key, also without the number, gives the same ticket; it is not in what is kept of the request', async () => {
    await turnOn();
    const key = randomUUID();
    const serviceId = hall.services['PASSPORT'] ?? '';
    const body = { serviceId, phone: PHONE, consentVersion: 1 };
    const first = await hall.kiosk.call('kioskIssue', { body, idempotencyKey: key });
    expect(await hall.kiosk.call('kioskIssue', { body, idempotencyKey: key })).toEqual(first);
    expect(await hall.kiosk.call('kioskIssue', { body: { serviceId }, idempotencyKey: key })).toEqual(first);
    // The consent changed in between: the answer of the first request stands all the same.
    await hall.owner.call('privacyChange', { body: { consent: { ko: '새 동의 문구입니다. 다릅니다.' } } });
    expect(await hall.kiosk.call('kioskIssue', { body, idempotencyKey: key })).toEqual(first);
    expect(await contacts()).toHaveLength(1);
  });

  it('costs the command one statement more, and nothing where there is none', async () => {
    await turnOn();
    await withPhone();
    const database = server.app.get(Database);
    const most = async (work: () => Promise<unknown>) => {
      let statements = 0;
      database.observe((n) => (statements = Math.max(statements, n)));
      await work();
      database.observe(undefined);
      return statements;
    };
    expect(await most(() => hall.draw('PASSPORT'))).toBeLessThanOrEqual(8);
    expect(await most(() => withPhone())).toBeLessThanOrEqual(9);
  });
});

describe('who reads a number', () => {
  const ask = (client: Client, id: string) => client.call('ticketContact', { params: { id } });
  const open = (client: Client, id: string, reason = '분실물 연락') =>
    client.call('ticketContactOpen', { params: { id }, body: { reason } });

  it('sees it masked; the whole only as supervisor or owner, for a reason, and that is written down', async () => {
    await turnOn();
    const ticket = await withPhone();
    const clerk = await hall.person(['staff']);
    const supervisor = await hall.person(['supervisor']);
    expect(await ask(clerk.client, ticket.id)).toMatchObject({
      phone: '***-6789',
      consent: { version: 1, language: 'ko' },
    });
    expect(await codeOf(open(clerk.client, ticket.id))).toBe('forbidden');
    expect(await codeOf(open(supervisor.client, ticket.id, '음'))).toBe('validation');
    expect(await open(supervisor.client, ticket.id)).toEqual({ phone: '01023456789' });
    const { rows } = await hall.owner.call('auditList', { query: { action: 'contact.open' } });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actor: { id: supervisor.id },
      subject: '***-6789',
      reason: '분실물 연락',
      target: { id: ticket.id },
    });
  });

  it('sees nothing of tickets without one, of others, or of what is not there', async () => {
    await turnOn();
    const ticket = await withPhone();
    const plain = await hall.draw('PASSPORT');
    const other = await makeHall(server, { kind: 'rehearsal', now: MONDAY, template: daytimeOffice() });
    for (const id of [plain.id, randomUUID()]) expect(await codeOf(ask(hall.owner, id))).toBe('not_found');
    expect(await codeOf(ask(other.owner, ticket.id))).toBe('not_found');
    expect(await codeOf(open(other.owner, ticket.id))).toBe('not_found');
  });
});

describe('numbers of a day', () => {
  it('are deleted when the day is closed, and it is proved', async () => {
    await turnOn();
    await withPhone();
    await withPhone();
    await forget();
    expect(await contacts()).toHaveLength(2); // the day goes on
    await closeDay();
    await until(async () => ((await contacts()).length === 0 ? true : undefined), 'the deletion by the job itself');
    const [proof, ...others] = await hall.owner.call('deletionProofs');
    expect(others).toEqual([]);
    expect(proof).toMatchObject({
      what: 'contacts',
      reason: 'day_closed',
      officeId: hall.officeId,
      businessOn: '2026-11-23',
      deleted: 2,
      remaining: 0,
    });
    const { rows } = await hall.owner.call('auditList', { query: { action: 'contacts.delete' } });
    expect(rows).toMatchObject([{ actor: { kind: 'system' }, target: { id: proof?.id } }]);
    expect((await hall.owner.call('auditVerify')).whole).toBe(true);
  });

  it('are deleted at once when notices are turned off, and none is taken from then on', async () => {
    await turnOn();
    await withPhone();
    const off = await hall.owner.call('privacyChange', { body: { notices: false } });
    expect(off).toMatchObject({ notices: false, contacts: 0 });
    expect(await contacts()).toEqual([]);
    expect(await hall.owner.call('deletionProofs')).toMatchObject([
      { reason: 'notices_off', deleted: 1, remaining: 0 },
    ]);
    expect(await codeOf(withPhone())).toBe('phone_not_allowed');
  });

  it('of an office that is gone, and of a day that nobody closed, go too', async () => {
    await turnOn();
    await withPhone();
    const gone = randomUUID();
    await sql('update ticket_contact set office_id = $2 where office_id = $1', [hall.officeId, gone]);
    await withPhone();
    await sql(
      `update ticket_contact set business_on = business_on - 3, created_at = now() - interval '3 days' where office_id = $1`,
      [hall.officeId],
    );
    await forget();
    expect(await contacts()).toEqual([]);
    const proofs = await hall.owner.call('deletionProofs');
    expect(proofs.map(({ reason, deleted }) => ({ reason, deleted }))).toEqual([
      { reason: 'left_over', deleted: 1 },
      { reason: 'left_over', deleted: 1 },
    ]);
  });

  it('survive no race between a ticket and turning notices off', async () => {
    await turnOn();
    const draws = Array.from({ length: 12 }, () =>
      withPhone().then(
        () => 'done',
        () => 'refused',
      ),
    );
    const off = hall.owner.call('privacyChange', { body: { notices: false } });
    await Promise.all([...draws, off]);
    expect(await contacts()).toEqual([]);
  });

  it('cannot be proved deleted while one is left', async () => {
    const prove = sql(
      `insert into deletion_proof (tenant_id, id, what, reason, deleted, remaining)
       select id, gen_random_uuid(), 'contacts', 'day_closed', 1, 1 from tenant where slug = $1`,
      [hall.slug],
    );
    await expect(prove).rejects.toThrow('deletion_proof_remaining_check');
  });
});

describe('the rules', () => {
  it('are the owner’s; notices need a text; every other text is a version', async () => {
    expect(await hall.owner.call('privacySettings')).toMatchObject({
      notices: false,
      retentionYears: 5,
      consent: null,
      sender: true,
    });
    expect(await codeOf(hall.owner.call('privacyChange', { body: { notices: true } }))).toBe('consent_missing');
    expect((await turnOn()).consent).toMatchObject({ version: 1, text: consent });
    expect((await turnOn()).consent?.version).toBe(1); // the same words
    const changed = await hall.owner.call('privacyChange', {
      body: { consent: { ko: '다른 동의 문구입니다. 예시입니다.' }, retentionYears: 3 },
    });
    expect(changed).toMatchObject({ notices: true, retentionYears: 3, consent: { version: 2 } });
    const supervisor = await hall.person(['supervisor']);
    expect(await codeOf(supervisor.client.call('privacySettings'))).toBe('forbidden');
    for (const body of [
      {},
      { retentionYears: 0 },
      { retentionYears: 11 },
      { consent: { ko: '짧음' } },
      { consent: { en: 'no Korean text' } },
    ])
      expect(await codeOf(hall.owner.call('privacyChange', { body: body as never }))).toBe('validation');
    const { rows } = await hall.owner.call('auditList', { query: { action: 'privacy.change' } });
    expect(rows[0]).toMatchObject({ before: { notices: true, retentionYears: 5 }, after: { retentionYears: 3 } });
  });

  it('reach the kiosk at once, with the present text; it asks for numbers only where notices are sent', async () => {
    const before = await hall.kiosk.call('deviceConfig');
    expect(before.notices).toBeUndefined();
    await turnOn();
    const after = await hall.kiosk.call('deviceConfig');
    expect(after.notices?.consent).toMatchObject({ version: 1, text: consent });
    expect(after.version).toBeGreaterThan(before.version);
    const screen = await hall.pair('display');
    expect((await screen.client.call('deviceConfig')).notices).toBeUndefined();
    const live = await makeHall(server, { kind: 'live' });
    await live.owner.call('privacyChange', { body: { notices: true, consent } });
    expect((await live.owner.call('privacySettings')).sender).toBe(false);
    expect((await live.kiosk.call('deviceConfig')).notices).toBeUndefined();
  });
});
