import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../src/platform/database/database.ts';
import { JobsProcessor } from '../src/platform/jobs/jobs.processor.ts';
import { Mail } from '../src/platform/mail/mail.ts';
import { MailCarrier } from '../src/platform/mail/mail.carrier.ts';
import { startTestApp, type TestApp } from './app.ts';
import { withSuperuser } from './history.ts';
import { makeTenant } from './identity-http.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

let smtp: TestSmtp;
let test: TestApp;
let tenantId: string;

beforeAll(async () => {
  smtp = await startSmtp();
  test = await startTestApp({ SMTP_URL: smtp.url, MAIL_FROM: '순번 <no-reply@sunbeon.test>' });
  tenantId = (await makeTenant(test, 'seongdong')).id;
}, 60_000);
afterAll(async () => {
  await test.stop();
  await smtp.stop();
});
afterEach(() => smtp.refuse(null));

const letter = (to: string) => ({
  to,
  subject: '비밀번호를 다시 정해 주세요',
  text: '아래 주소를 여십시오.\nhttps://…/비밀',
});
const post = (app: TestApp, id: string, to: string) =>
  app.app.get(Database).transaction({ tenantId: id }, (tx) => app.app.get(Mail).post(tx, letter(to)));
const sql = <R extends object>(text: string, values: unknown[] = []) =>
  withSuperuser(test.database.superUrl, async (client) => (await client.query<R>(text, values)).rows);
const waiting = () =>
  withSuperuser(test.database.superUrl, async (client) => {
    const { rows } = await client.query<{ letter: string; attempts: number }>('select letter, attempts from mail');
    return rows;
  });

describe('an e-mail', () => {
  it('is sent once, as it was written, and nothing is left of it', async () => {
    await post(test, tenantId, 'kim@seongdong.test');
    const [sent] = await smtp.received('kim@seongdong.test');
    expect(sent).toMatchObject({ from: 'no-reply@sunbeon.test', ...letter('kim@seongdong.test') });
    await smtp.quiet();
    expect(await smtp.received('kim@seongdong.test')).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it('is posted with the change that it tells of, or not at all', async () => {
    const failed = test.app.get(Database).transaction({ tenantId }, async (tx) => {
      await test.app.get(Mail).post(tx, letter('nobody@seongdong.test'));
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await waiting()).toEqual([]);
  });

  it('waits for a server that refuses, sealed, and goes out when it takes letters again', async () => {
    smtp.refuse('451 later');
    await post(test, tenantId, 'lee@seongdong.test');
    await test.app.get(MailCarrier).sendAll();
    const [row] = await waiting();
    expect(row?.attempts).toBeGreaterThan(0);
    expect(row?.letter).not.toContain('seongdong');
    smtp.refuse(null);
    await withSuperuser(test.database.superUrl, (client) => client.query('update mail set next_at = now()'));
    expect(await smtp.received('lee@seongdong.test')).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it('is sent once by many carriers at a time', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => post(test, tenantId, `p${n}@seongdong.test`)));
    await Promise.all(Array.from({ length: 4 }, () => test.app.get(MailCarrier).sendAll()));
    for (let n = 0; n < 20; n += 1) expect(await smtp.received(`p${n}@seongdong.test`)).toHaveLength(1);
  });

  it('of one tenant waits for no ten thousand of another: they are sent in their turns', async () => {
    const [many, few] = [(await makeTenant(test, 'mapo')).id, (await makeTenant(test, 'yongsan')).id];
    await smtp.quiet();
    await test.app.get(JobsProcessor).worker.pause();
    // Older than the other tenant's, and such as cannot be opened: they stay where they are, ahead of everything.
    await sql(
      `insert into mail (tenant_id, id, letter, next_at)
       select $1, gen_random_uuid(), 'unreadable', now() - interval '1 hour' from generate_series(1, 10000)`,
      [many],
    );
    for (let n = 0; n < 3; n += 1) await post(test, few, `few${n}@yongsan.test`);
    const rows = await sql<{ tenant_id: string }>('select tenant_id from sys.mail_due()');
    expect(rows).toHaveLength(50);
    const turns = [many, few, many, few, many, few];
    expect(rows.map(({ tenant_id }) => tenant_id)).toEqual([...turns, ...Array.from({ length: 44 }, () => many)]);
    await test.app.get(MailCarrier).sendAll();
    for (let n = 0; n < 3; n += 1) expect(await smtp.received(`few${n}@yongsan.test`)).toHaveLength(1);
    await sql('delete from mail where tenant_id = $1', [many]);
    test.app.get(JobsProcessor).worker.resume();
  });

  it('becomes a file for its owner only where no server is set', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sunbeon-mail-'));
    const alone = await startTestApp({ SUNBEON_DATA: folder });
    try {
      await post(alone, (await makeTenant(alone, 'gangnam')).id, 'park@gangnam.test');
      await alone.app.get(MailCarrier).sendAll();
      const [file = ''] = readdirSync(join(folder, 'mail'));
      expect(file).toMatch(/\.eml$/);
      expect(readFileSync(join(folder, 'mail', file), 'utf8')).toContain('To: park@gangnam.test');
    } finally {
      await alone.stop();
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
