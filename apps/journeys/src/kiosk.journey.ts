import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { seriousFaults } from './support/accessible.ts';
import { pictureAsIs } from './support/console.ts';
import { startDemoOffice, type DemoOffice } from './support/demo-office.ts';
import { highestTarget, targetFaults } from './support/kiosk-sizes.ts';
import { openWindow, sees, testId } from './support/pages.ts';

let office: DemoOffice;
let browser: Browser;
let kiosk: Page;

beforeAll(async () => {
  office = await startDemoOffice();
  browser = await launchBrowser();
  kiosk = await openWindow(browser, office.screen('kiosk'), { width: 1080, height: 1920 });
  await testId(kiosk, 'screen-start').waitFor();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
}, 60_000);

async function serviceId(code: string): Promise<string> {
  const owner = await office.client(ownerOf(office));
  const hall = await owner.call('hall', { params: { office: 'main' } });
  return hall.services.find((service) => service.code === code)?.id ?? '';
}

function ownerOf({ demo }: DemoOffice) {
  const owner = demo.logins.find(({ email }) => email.startsWith('owner@'));
  if (!owner) throw new Error('the demo has no owner');
  return owner;
}

describe('the kiosk', () => {
  it('gives one ticket for two quick touches', async () => {
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'take-ticket').dblclick();
    expect(await testId(kiosk, 'ticket-number').innerText()).toContain('101');
    const status = (await (await fetch(`${office.url}/api/public/seongdong/main/status`)).json()) as {
      services: { code: string; waiting: number }[];
    };
    expect(status.services.find(({ code }) => code === 'CERTIFICATES')?.waiting).toBe(1);
    await kiosk.waitForTimeout(1_600); // "done" acts only once the number was seen
    await testId(kiosk, 'done').click();
    await testId(kiosk, 'screen-start').waitFor();
  }, 60_000);

  it('speaks English as well', async () => {
    await testId(kiosk, 'language-en').click();
    await sees(kiosk, 'Resident register and certificates');
    await testId(kiosk, 'language-ko').click();
    await sees(kiosk, '등·초본 등 제증명');
  }, 60_000);

  it('finds a service by the word for a paper, by initials and by a kind of permit, and tells all of it before a ticket', async () => {
    const owner = await office.client(ownerOf(office));
    const permit = { code: 'HYGIENE-01', group: 'hygiene' as const, field: '식품위생', name: '일반음식점 영업신고' };
    await owner.call('permitCreate', { body: { ...permit, days: 2 } });
    await kiosk.reload();
    await testId(kiosk, 'find').click();
    for (const key of 'ㅇㅣㄴㄱㅏㅁ') await testId(kiosk, 'keys').getByText(key, { exact: true }).click();
    expect(await testId(kiosk, 'search-typed').inputValue()).toBe('인감');
    await testId(kiosk, 'service-CERTIFICATES').getByText('찾은 말: 인감증명서').waitFor();
    await pictureAsIs(kiosk, 'kiosk-find-ko');
    expect(await seriousFaults(kiosk)).toEqual([]);
    await testId(kiosk, 'search-typed').fill('ㅇㄱ');
    await testId(kiosk, 'service-PASSPORT_APPLY').waitFor();
    await testId(kiosk, 'search-typed').fill('음식점');
    await testId(kiosk, 'permit-HYGIENE-01').click();
    await testId(kiosk, 'permit').getByText('처리 기간: 근무일 기준 2일').waitFor();
    for (const fact of ['waiting', 'wait', 'where', 'take-ticket']) await testId(kiosk, fact).waitFor();
    await pictureAsIs(kiosk, 'kiosk-permit');
    expect(await seriousFaults(kiosk)).toEqual([]);
    for (const [language, typed, code] of [
      ['en', 'passport', 'PASSPORT_APPLY'],
      ['zh', '护', 'PASSPORT_APPLY'],
      ['ja', '旅', 'PASSPORT_APPLY'],
      ['vi', 'ho chieu', 'PASSPORT_APPLY'],
    ] as const) {
      await testId(kiosk, 'restart').click();
      await testId(kiosk, `language-${language}`).click();
      await testId(kiosk, 'find').click();
      await testId(kiosk, 'search-typed').fill(typed);
      await testId(kiosk, `service-${code}`).waitFor();
      await pictureAsIs(kiosk, `kiosk-find-${language}`);
    }
    await testId(kiosk, 'restart').click();
    await testId(kiosk, 'language-ko').click();
  }, 60_000);

  it('has targets of the size and distance that the law asks for, on three panels and in every mode', async () => {
    const owner = await office.client(ownerOf(office));
    const { id } = office.device('kiosk');
    const { settings } = (await owner.call('deviceList')).find((one) => one.id === id) ?? {};
    for (const diagonalInches of [22, 27, 32]) {
      await owner.call('deviceUpdate', { params: { id }, body: { settings: { ...settings, diagonalInches } } });
      await kiosk.reload();
      await testId(kiosk, 'screen-start').waitFor();
      for (const mode of ['largeText', 'highContrast', 'lowScreen'] as const) {
        expect([diagonalInches, mode, await targetFaults(kiosk)]).toEqual([diagonalInches, mode, []]);
        await testId(kiosk, 'find').click();
        expect([diagonalInches, mode, await targetFaults(kiosk)]).toEqual([diagonalInches, mode, []]);
        await testId(kiosk, 'restart').click();
        await testId(kiosk, `mode-${mode}`).click();
      }
      expect(await targetFaults(kiosk)).toEqual([]);
      expect(await highestTarget(kiosk)).toBeGreaterThan(0.2);
    }
    expect(await seriousFaults(kiosk)).toEqual([]);
    await owner.call('deviceUpdate', { params: { id }, body: { settings: settings ?? {} } });
    await kiosk.reload();
    await testId(kiosk, 'screen-start').waitFor();
  }, 60_000);

  it('says why a service gives no tickets, and gives none', async () => {
    const owner = await office.client(ownerOf(office));
    const id = await serviceId('CERTIFICATES');
    const reason = '발급 장비 점검 중입니다';
    await owner.call('issuingSwitch', { params: { id }, body: { stopped: true, reason } });
    await testId(kiosk, 'service-CERTIFICATES').click();
    await testId(kiosk, 'not-accepting').or(testId(kiosk, 'cannot-issue')).first().waitFor();
    expect(await testId(kiosk, 'take-ticket').isVisible()).toBe(false);
    await owner.call('issuingSwitch', { params: { id }, body: { stopped: false } });
    await testId(kiosk, 'restart').click();
  }, 60_000);

  it('says when it opens once the office is closed', async () => {
    const operator = await office.client(office.demo.operator);
    await operator.call('clockSet', { body: { tenant: 'seongdong', now: '2026-11-24T21:00:00+09:00', rate: 1 } });
    await testId(kiosk, 'screen-closed').waitFor({ timeout: 20_000 });
    expect(await testId(kiosk, 'opens-at').innerText()).toContain('09:00');
  }, 60_000);
});
