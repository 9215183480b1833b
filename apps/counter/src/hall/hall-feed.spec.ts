import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ProblemError, type Client, type Link, type RealtimeOptions } from '@sunbeon/client';
import type { AlertMessage, Hall } from '@sunbeon/contract';
import { HallFeed } from './hall-feed.ts';
import { hall } from './spec-hall.ts';

const live: Link = { state: 'live', ageSeconds: 0, lastContactMs: 0 };
const lost: Link = { state: 'reconnecting', ageSeconds: 1, lastContactMs: 0 };

const subject = { id: 'k', name: '현관 번호표 발권기' };

function feedWith(fetchHall: () => Promise<Hall>) {
  let options: RealtimeOptions | undefined;
  let renewals = 0;
  let reconnects = 0;
  const connect = (given: RealtimeOptions) => {
    options = given;
    return { link: () => live, reconnect: () => (reconnects += 1), close: () => undefined };
  };
  const client = { call: fetchHall } as unknown as Client;
  const feed = new HallFeed({
    office: 'main',
    client,
    accessToken: () => 'token',
    renew: () => Promise.resolve((renewals += 1) > 0),
    connect,
  });
  feed.start();
  const push = (revision: number) => options?.on.hall?.(hall({ revision }));
  const line = (link: Link) => options?.on.state?.(link);
  const alert = (id: string, state: AlertMessage['state']) =>
    options?.on.alert?.({ id, state, topic: 'device', kind: 'printer', detail: 'paper_end', subject, at: '' });
  return {
    ...{ feed, push, line, alert },
    revoke: () => options?.on.revoked?.('unauthenticated'),
    rest: () => options?.on.resting?.(),
    reconnects: () => reconnects,
    renewals: () => renewals,
  };
}
const never = () => new Promise<Hall>(() => undefined);
const revision = (feed: HallFeed) => feed.state().hall?.value.revision;

describe('HallFeed', () => {
  afterEach(() => void jest.useRealTimers());

  it('asks the session when the institution rests, and does not run against the door', async () => {
    const { rest, renewals, reconnects } = feedWith(never);
    rest();
    await Promise.resolve();
    expect([renewals(), reconnects()]).toEqual([1, 0]);
  });

  it('drops what is older than what it shows, but believes the first hall of a new connection', () => {
    const { feed, push, line } = feedWith(never);
    line(live);
    push(8);
    push(7);
    expect(revision(feed)).toBe(8);
    line(lost);
    line(live);
    push(3);
    expect(revision(feed)).toBe(3);
  });

  it('shows the fetched hall at once, unless the connection was faster', async () => {
    const fetched = Promise.withResolvers<Hall>();
    const { feed, push, line } = feedWith(() => fetched.promise);
    line(live);
    push(9);
    fetched.resolve(hall({ revision: 4 }));
    await fetched.promise;
    expect(revision(feed)).toBe(9);
  });

  it('fetches the hall that an answer announced when no message brings it', async () => {
    jest.useFakeTimers();
    let known = 7;
    const { feed } = feedWith(() => Promise.resolve(hall({ revision: known })));
    await jest.advanceTimersByTimeAsync(0);
    known = 8;
    let done = false;
    void feed.reached(8).then(() => (done = true));
    await jest.advanceTimersByTimeAsync(1_400);
    expect(done).toBe(false);
    await jest.advanceTimersByTimeAsync(200);
    expect([done, revision(feed)]).toEqual([true, 8]);
  });

  it('knows what is wrong with devices: what stood, what begins, until it ends; nothing of it while the line is gone', () => {
    const { feed, line, alert } = feedWith(never);
    const ids = () => feed.state().faults.map(({ id }) => id);
    line(live);
    alert('a', 'stands');
    alert('b', 'began');
    alert('b', 'stands');
    expect(ids()).toEqual(['a', 'b']);
    alert('a', 'ended');
    expect(ids()).toEqual(['b']);
    line(lost);
    expect(ids()).toEqual([]);
  });

  it('does not wait for ever', async () => {
    jest.useFakeTimers();
    const { feed } = feedWith(never);
    let done = false;
    void feed.reached(8).then(() => (done = true));
    await jest.advanceTimersByTimeAsync(6_100);
    expect(done).toBe(true);
  });

  it('keeps the refusal of the server for the screen', async () => {
    const refused = new ProblemError({ type: '', title: '', status: 404, code: 'not_found', traceId: '' });
    const { feed } = feedWith(() => Promise.reject(refused));
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(feed.state().refused).toBe('not_found');
  });

  it('renews the token when the connection was refused for its sake', async () => {
    const { revoke, reconnects } = feedWith(never);
    revoke();
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(reconnects()).toBe(1);
  });
});
