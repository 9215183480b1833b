import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../src/platform/config/config.ts';
import { Database, type Transaction } from '../src/platform/database/database.ts';
import { Mail } from '../src/platform/mail/mail.ts';
import { KeyRotation } from '../src/platform/sealing/key-rotation.ts';
import { sealedColumns } from '../src/platform/sealing/sealed-columns.ts';
import { Sealing } from '../src/platform/sealing/sealing.ts';
import { KeysKeeper } from '../src/privacy/keys.keeper.ts';
import { masterKeys, startTestApp, type TestApp } from './app.ts';
import { codeOf } from './desk.ts';
import { makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';

const PHONE = '01098765432';
const newMaster = `new:${Buffer.alloc(32, 9).toString('base64')}`;

let server: TestApp;
let hall: TestHall;
let tenantId: string;

beforeAll(async () => {
  server = await startTestApp({}, ['--roles=api']); // the test says when a job runs
  hall = await makeHall(server);
  tenantId = await idOf(hall);
  await hall.owner.call('privacyChange', { body: { notices: true, consent: { ko: '알림을 위해 번호를 받습니다.' } } });
}, 120_000);
afterAll(() => server.stop());

const sql = <R extends object>(text: string, values: unknown[] = []) =>
  withSuperuser(server.database.superUrl, async (client) => (await client.query<R>(text, values)).rows);
const idOf = async ({ slug }: TestHall) =>
  (await sql<{ id: string }>('select id from tenant where slug = $1', [slug]))[0]?.id ?? '';
const keys = (id = tenantId) =>
  sql<{ version: number; master: string; wrapped: string }>(
    'select version, master, wrapped from tenant_key where tenant_id = $1 order by version',
    [id],
  );
const phones = () => sql<{ phone: string }>('select phone from ticket_contact where tenant_id = $1', [tenantId]);
const draw = () => hall.draw('PASSPORT', { phone: PHONE, consentVersion: 1 });
const inScope = <T>(work: (tx: Transaction) => Promise<T>) => server.app.get(Database).transaction({ tenantId }, work);
const post = (tx: Transaction, text: string) => server.app.get(Mail).post(tx, { to: 'a@b.test', subject: 'x', text });

/** Opens everything that is sealed, with the keys that are there. */
async function allOpen(app: TestApp = server): Promise<string[]> {
  const sealing = app.app.get(Sealing);
  const letters = await sql<{ letter: string }>('select letter from mail where tenant_id = $1', [tenantId]);
  const numbers = await phones();
  return app.app.get(Database).transaction({ tenantId }, async (tx) => {
    const texts: string[] = [];
    for (const { letter } of letters) texts.push(await sealing.open(tx, 'mail.letter', letter));
    for (const { phone } of numbers) texts.push(await sealing.open(tx, 'ticket_contact.phone', phone));
    return texts;
  });
}

describe('the exchange of a tenant’s key', () => {
  it('seals everything anew, in every column, and the old key is gone', async () => {
    for (let n = 0; n < 5; n += 1) await draw();
    await inScope(async (tx) => {
      for (let n = 0; n < 220; n += 1) await post(tx, `편지 ${n}`); // more than one batch
    });
    const [before] = await keys();
    const texts = await allOpen();
    const answer = await hall.owner.call('keyRotate');
    const after = await keys();
    expect(after).toHaveLength(1);
    expect(answer.version).toBe(after[0]?.version);
    expect(answer.resealed).toBeGreaterThanOrEqual(texts.length); // a letter on a log-in may have come meanwhile
    expect(after[0]?.version).toBe((before?.version ?? 0) + 1);
    expect(await allOpen()).toEqual(expect.arrayContaining(texts));
    expect((await hall.owner.call('privacySettings')).key?.version).toBe(answer.version);
    const { rows } = await hall.owner.call('auditList', { query: { action: 'key.rotate' } });
    expect(rows[0]).toMatchObject({ after: { version: answer.version } });
  }, 120_000);

  it('goes on where it was broken off, also when both keys have sealed', async () => {
    await inScope((tx) => server.app.get(Sealing).addKey(tx)); // begun, and then the machine died
    await draw(); // with the new one
    expect(await keys()).toHaveLength(2);
    const texts = await allOpen();
    await server.app.get(KeysKeeper).keep();
    expect(await keys()).toHaveLength(1);
    expect((await allOpen()).sort()).toEqual(texts.sort());
    const { version } = (await keys())[0] ?? {};
    await server.app.get(KeysKeeper).keep(); // nothing more to do
    expect((await keys())[0]?.version).toBe(version);
  }, 120_000);

  it('loses nothing that is sealed meanwhile, by tickets and by transactions that take long', async () => {
    let goOn: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (goOn = resolve));
    let isSealed: () => void = () => undefined;
    const sealed = new Promise<void>((resolve) => (isSealed = resolve));
    const slow = inScope(async (tx) => {
      await post(tx, '오래 걸리는 편지');
      isSealed();
      await waiting;
    });
    await sealed;
    const rotation = server.app.get(KeyRotation).rotate({ tenantId });
    const draws = Array.from({ length: 10 }, draw);
    await Promise.all(draws);
    goOn();
    await Promise.all([slow, rotation]);
    const texts = await allOpen();
    expect(texts.some((text) => text.includes('오래 걸리는 편지'))).toBe(true);
    expect(await keys()).toHaveLength(1);
    expect(texts.filter((text) => text === PHONE).length).toBe((await phones()).length);
  }, 120_000);

  it('is harmless twice at once', async () => {
    const texts = await allOpen();
    await Promise.all([hall.owner.call('keyRotate'), hall.owner.call('keyRotate')]);
    await server.app.get(KeysKeeper).keep();
    expect(await keys()).toHaveLength(1);
    expect((await allOpen()).sort()).toEqual(texts.sort());
  }, 120_000);

  it('stops at a text that does not open, and keeps its key', async () => {
    const [first] = await phones();
    await sql("update ticket_contact set phone = left(phone, -3) || 'AAA' where phone = $1", [first?.phone]);
    await expect(server.app.get(KeyRotation).rotate({ tenantId })).rejects.toThrow();
    expect(await keys()).toHaveLength(2);
    await sql("delete from ticket_contact where phone like '%AAA'");
    await server.app.get(KeysKeeper).keep();
    expect(await keys()).toHaveLength(1);
  }, 120_000);

  it('is due by itself after a year, and not before', async () => {
    const [present] = await keys();
    await sql("update tenant_key set created_at = now() - interval '364 days' where tenant_id = $1", [tenantId]);
    await server.app.get(KeysKeeper).keep();
    expect((await keys())[0]?.version).toBe(present?.version);
    await sql("update tenant_key set created_at = now() - interval '367 days' where tenant_id = $1", [tenantId]);
    await server.app.get(KeysKeeper).keep();
    expect((await keys())[0]?.version).toBe((present?.version ?? 0) + 1);
    expect((await allOpen()).length).toBeGreaterThan(5);
  }, 120_000);

  it('is the owner’s', async () => {
    const supervisor = await hall.person(['supervisor']);
    expect(await codeOf(supervisor.client.call('keyRotate'))).toBe('forbidden');
  });
});

describe('a new master key', () => {
  it('seals all tenants’ keys at the next start; then the old one may be taken out', async () => {
    const texts = await allOpen();
    const both = await startOn({ MASTER_KEYS: `${newMaster},${masterKeys}` });
    expect((await keys()).map(({ master }) => master)).toEqual(['new']);
    expect((await sql<{ n: number }>("select count(*)::int as n from tenant_key where master <> 'new'"))[0]?.n).toBe(0);
    await both.app.close();
    const alone = await startOn({ MASTER_KEYS: newMaster });
    expect((await allOpen(alone)).sort()).toEqual(texts.sort());
    await alone.app.close();
  }, 120_000);

  it('cannot open what another one sealed', async () => {
    const strange = await startOn({ MASTER_KEYS: masterKeys });
    await expect(allOpen(strange)).rejects.toThrow('MASTER_KEYS lacks the key new');
    await strange.app.close();
  }, 120_000);
});

/** Another server on the same database. */
async function startOn(environment: Record<string, string>): Promise<TestApp> {
  const { createApp } = await import('../src/app.ts');
  const base = { DATABASE_URL: server.database.databaseUrl, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' };
  const app = await createApp(readConfig({ ...base, ...environment }, ['--roles=api']));
  await app.listen(0, '127.0.0.1');
  return { ...server, app };
}

describe('the list of sealed columns', () => {
  it('names every column in which a sealed text is found', async () => {
    const columns = await sql<{ table: string; column: string }>(
      `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.atttypid in ('text'::regtype, 'jsonb'::regtype)`,
    );
    const found: string[] = [];
    for (const { table, column } of columns) {
      const [row] = await sql<{ n: number }>(
        `select count(*)::int as n from "${table}" where "${column}"::text ~ '(^|")s1\\.[1-9]\\d*\\.[\\w-]{16}\\.'`,
      );
      if ((row?.n ?? 0) > 0) found.push(`${table}.${column}`);
    }
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter((column) => !(sealedColumns as readonly string[]).includes(column))).toEqual([]);
  });
});
