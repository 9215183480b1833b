import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectRealtime, createClient, ProblemError } from '@sunbeon/client';
import type { Board, CallMessage } from '@sunbeon/contract';
import { startTestApp, type TestApp } from './app.ts';
import { makeHall, type Person, type TestHall } from './hall.ts';

let server: TestApp;
let hall: TestHall;
let clerk: Person;

beforeAll(async () => {
  server = await startTestApp();
  hall = await makeHall(server);
  clerk = await hall.person();
});
afterAll(() => server.stop());

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

async function until<T>(read: () => T | undefined | Promise<T | undefined>, what: string): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`never came: ${what}`);
}

describe('the thin line: kiosk, counter, screen, resident', () => {
  it('carries a visitor from the kiosk to the counter, and tells every screen', async () => {
    const display = await hall.pair('display');
    const boards: Board[] = [];
    const calls: CallMessage[] = [];
    const realtime = connectRealtime({
      baseUrl: server.url,
      auth: () => ({ deviceToken: display.token }),
      on: { board: (board) => boards.push(board), call: (call) => calls.push(call) },
    });
    try {
      await until(() => boards[0], 'the first board');
      const ticket = await hall.draw('PASSPORT');
      expect(ticket.number).toBe('101');
      expect(ticket.ahead).toBe(0);
      await until(() => boards.find((board) => board.services[0]?.waiting === 1), 'a board with one waiting');

      const id = hall.counters['1'] ?? '';
      expect(await code(clerk.client.call('callNext', { params: { id }, idempotencyKey: 'before-open' }))).toBe(
        'counter_closed',
      );
      await clerk.client.call('counterOpen', { params: { id } });
      const called = await clerk.client.call('callNext', { params: { id }, idempotencyKey: 'first-call-1' });
      expect(called?.ticket?.number).toBe('101');
      const again = await clerk.client.call('callNext', { params: { id }, idempotencyKey: 'first-call-1' });
      expect(again).toEqual(called);

      const call = await until(() => calls[0], 'the call');
      expect(call).toMatchObject({ seq: 1, number: '101', counter: '1', recall: false });
      await until(
        () => boards.find((board) => board.counters[0]?.calling?.number === '101'),
        'the board after the call',
      );

      const own = await createClient({ baseUrl: server.url }).call('publicTicket', { params: { token: ticket.token } });
      expect(own).toMatchObject({ number: '101', state: 'called', counter: '1', ahead: null });

      await clerk.client.call('start', { params: { id } });
      const done = await clerk.client.call('complete', { params: { id }, body: { outcome: 'issued' } });
      expect(done.ticket?.state).toBe('completed');
      expect(await clerk.client.call('callNext', { params: { id }, idempotencyKey: 'nobody-waits' })).toBeUndefined();
      const status = await createClient({ baseUrl: server.url }).call('publicStatus', {
        params: { tenant: hall.slug, office: 'main' },
      });
      expect(status.services[0]).toMatchObject({ waiting: 0, lastCalled: { number: '101', counter: '1' } });
    } finally {
      realtime.close();
    }
  });
});
