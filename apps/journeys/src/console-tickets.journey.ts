import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { seriousFaults } from './support/accessible.ts';
import { menu, ownerAtConsole, picture, type AtConsole } from './support/console.ts';
import type { DemoOffice } from './support/demo-office.ts';
import { sees, testId } from './support/pages.ts';

let office: DemoOffice;
let owner: Page;
let first: string;
let second: string;
let complaints: AtConsole['complaints'];
let stop: AtConsole['stop'];

beforeAll(async () => {
  ({ office, owner, complaints, stop } = await ownerAtConsole({}, async (begun) => {
    [first, second] = [await begun.draw('PASSPORT_APPLY'), await begun.draw('PASSPORT_APPLY')];
    await serve(begun, first);
  }));
}, 120_000);
afterAll(() => stop(), 60_000);

const main = () => owner.getByRole('main');

/** A clerk calls a number, begins and completes. */
async function serve(office: DemoOffice, number: string): Promise<void> {
  const login = office.clerk('9');
  const clerk = await office.client(login);
  const hall = await clerk.call('hall', { params: { office: office.demo.office } });
  const id = hall.counters.find((counter) => counter.number === '9')?.id ?? '';
  const ticketId = hall.waiting.find((ticket) => ticket.number === number)?.id ?? '';
  await clerk.call('counterOpen', { params: { id }, body: {} });
  await clerk.call('call', { params: { id }, body: { ticketId } });
  await clerk.call('start', { params: { id }, body: {} });
  await clerk.call('complete', { params: { id }, body: {} });
}

describe('tickets', () => {
  it('are listed, and found by number and by state', async () => {
    await menu(owner, '번호표 찾기', '번호표');
    await main().getByRole('cell', { name: first, exact: true }).waitFor();
    await main().getByRole('cell', { name: second, exact: true }).waitFor();
    await picture(owner, 'tickets');
    expect(await seriousFaults(owner)).toEqual([]);
    await owner.locator('input[name=number]').fill('9999');
    await sees(owner, '찾는 번호표가 없습니다. 조건을 바꾸어 보십시오.');
    await picture(owner, 'tickets-none');
    await owner.locator('input[name=number]').fill(first);
    await main().getByRole('cell', { name: first, exact: true }).waitFor();
    expect(await main().getByRole('cell', { name: second, exact: true }).count()).toBe(0);
  }, 60_000);

  it('tell what happened to them, by whom and where', async () => {
    await main().getByRole('cell', { name: first, exact: true }).click();
    const life = testId(owner, 'ticket-life');
    await life.waitFor();
    const deeds = await life.locator('li').allInnerTexts();
    expect(deeds.map((text) => /발권|호출|처리 시작|처리 완료/.exec(text)?.[0])).toEqual([
      ...['발권', '호출', '처리 시작', '처리 완료'],
    ]);
    expect(deeds[1]).toContain(office.clerk('9').name);
    expect(deeds[1]).toContain('9번 창구');
    await picture(owner, 'ticket');
    expect(await seriousFaults(owner)).toEqual([]);
  }, 60_000);

  it('are read in English as well, at night', async () => {
    await owner.emulateMedia({ colorScheme: 'dark' });
    await owner.getByRole('button', { name: '한국어' }).click();
    await owner.getByRole('menuitem', { name: 'English' }).click();
    await testId(owner, 'ticket-life').getByText('Completed').first().waitFor();
    await picture(owner, 'ticket-english');
    expect(await seriousFaults(owner)).toEqual([]);
    await menu(owner, 'Tickets');
    await main().getByRole('cell', { name: first, exact: true }).waitFor();
    await picture(owner, 'tickets-english');
  }, 60_000);
});

it('writes nothing into the browser’s console', () => expect(complaints).toEqual([]));
