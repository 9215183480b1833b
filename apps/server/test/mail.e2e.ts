import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../src/platform/database/database.ts';
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
