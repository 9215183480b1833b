import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf } from './desk.ts';
import { makeHall, type Person, type TestHall } from './hall.ts';

let test: TestApp;
let hall: TestHall;
let clerk: Person;
let params: { id: string };

beforeAll(async () => {
  test = await startTestApp();
}, 60_000);
afterAll(() => test.stop());
beforeEach(async () => {
  hall = await makeHall(test);
  clerk = await hall.person(['staff']);
  params = { id: hall.counters['1'] ?? '' };
  await clerk.client.call('counterOpen', { params, body: {} });
}, 30_000);

const ask = (asked = true) => hall.owner.call('callBack', { params, body: { asked } });
const pause = () => clerk.client.call('counterPause', { params, body: { reason: '휴식' } });
const shown = async () => {
  const { counters } = await clerk.client.call('hall', { params: { office: 'main' } });
  return counters.find(({ number }) => number === '1')?.callBack;
};

describe('asking who is on a break to come back', () => {
  it('is told at the counter by whom, seen once, and over when the person comes back', async () => {
    await pause();
    await ask();
    expect(await shown()).toMatchObject({ by: '관리자', seenAt: null });
    await clerk.client.call('callBackSeen', { params, body: {} });
    const seen = await shown();
    expect(seen?.seenAt).not.toBeNull();
    await clerk.client.call('callBackSeen', { params, body: {} });
    expect(await shown()).toEqual(seen);
    await clerk.client.call('counterResume', { params, body: {} });
    expect(await shown()).toBeNull();
  });

  it('can be taken back, and asked anew', async () => {
    await pause();
    await ask();
    await ask(false);
    expect(await shown()).toBeNull();
    expect(await codeOf(clerk.client.call('callBackSeen', { params, body: {} }))).toBe('call_back_missing');
    await ask();
    expect((await shown())?.seenAt).toBeNull();
  });

  it('does not outlive the break: neither closing nor a colleague who takes over is asked', async () => {
    await pause();
    await ask();
    await clerk.client.call('counterClose', { params, body: {} });
    expect(await shown()).toBeNull();
    await clerk.client.call('counterOpen', { params, body: {} });
    await pause();
    await ask();
    const other = await hall.person(['staff']);
    await other.client.call('counterOpen', { params, body: { takeOver: true } });
    expect(await shown()).toBeNull();
  });

  it('is for breaks only, for supervisors only, and seen by the person at the counter only', async () => {
    expect(await codeOf(ask())).toBe('counter_working');
    await pause();
    expect(await codeOf(clerk.client.call('callBack', { params, body: {} }))).toBe('forbidden');
    await ask();
    const other = await hall.person(['staff']);
    expect(await codeOf(other.client.call('callBackSeen', { params, body: {} }))).toBe('counter_taken');
    const elsewhere = await makeHall(test);
    expect(await codeOf(elsewhere.owner.call('callBack', { params, body: {} }))).toBe('not_found');
    expect((await shown())?.seenAt).toBeNull();
  });
});
