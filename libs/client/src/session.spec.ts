import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Session } from './session.ts';

type Handler = (path: string, authorization: string | null) => Response | Promise<Response>;

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refusal = (code: string, status: number) =>
  new Response(JSON.stringify({ type: '', title: '', status, code, traceId: '' }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const start = Date.parse('2026-11-23T10:00:00Z');
const answer = (token: string, minutes = 15) => ({
  accessToken: token,
  expiresAt: new Date(start + minutes * 60_000).toISOString(),
  me: { id: 'me' },
});

function sessionWith(handler: Handler) {
  const asked: string[] = [];
  const fetch = ((url: string, init: RequestInit) => {
    asked.push(url);
    return Promise.resolve(handler(url, new Headers(init.headers).get('authorization')));
  }) as typeof globalThis.fetch;
  const session = new Session({ fetch, exclusive: (work) => work(), now: () => start });
  return { session, asked };
}

describe('Session', () => {
  const open: Session[] = [];
  afterEach(() => {
    open.splice(0).forEach((session) => session.stop());
    jest.useRealTimers();
  });
  const make = (handler: Handler) => {
    const made = sessionWith(handler);
    open.push(made.session);
    return made;
  };

  it('takes up the session of the cookie, asking once however often it is asked to', async () => {
    const { session, asked } = make(() => json(answer('a')));
    await Promise.all([session.start(), session.refresh(), session.refresh()]);
    expect(asked).toEqual(['/api/auth/refresh']);
    expect(session.accessToken).toBe('a');
  });

  it('asks for the log-in when there is no session', async () => {
    const { session } = make(() => refusal('unauthenticated', 401));
    expect(await session.start()).toEqual({ phase: 'out', reason: 'not_yet' });
  });

  it('does not mistake a server that is away for a session that ended, and tries again by itself', async () => {
    jest.useFakeTimers();
    let away = true;
    const { session } = make(() => (away ? refusal('unavailable', 503) : json(answer('a'))));
    await session.start();
    expect(session.state().phase).toBe('unreachable');
    away = false;
    await jest.advanceTimersByTimeAsync(6_000);
    expect(session.state().phase).toBe('in');
  });

  it('logs in by two steps: out until the code is right, then in and renewed like any other', async () => {
    jest.useFakeTimers();
    let code = 'second_factor_required';
    const { session, asked } = make((path) => {
      if (path.endsWith('/refresh')) return json(answer('b'));
      return path.endsWith('/second-factor') && code === '' ? json(answer('a', 5)) : refusal(code, 401);
    });
    await expect(session.logIn(' kim@seongdong.test ', 'password')).rejects.toMatchObject({ code });
    code = 'bad_code';
    await expect(session.secondStep('challenge', '000000')).rejects.toMatchObject({ code });
    expect(session.accessToken).toBeNull();
    code = '';
    await session.secondStep('challenge', '123456');
    expect(session.accessToken).toBe('a');
    await jest.advanceTimersByTimeAsync(4 * 60_000 + 1_000);
    expect(session.accessToken).toBe('b');
    expect(asked).toContain('/api/auth/login/second-factor');
  });

  it('renews the token a minute before it ends', async () => {
    jest.useFakeTimers();
    let issued = 0;
    const { session } = make(() => json(answer(`token-${(issued += 1)}`, 5)));
    await session.start();
    await jest.advanceTimersByTimeAsync(4 * 60_000 - 1_000);
    expect(session.accessToken).toBe('token-1');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(session.accessToken).toBe('token-2');
  });

  it('sends a command once more under a new token when the old one has ended, two commands renewing once', async () => {
    let issued = 0;
    const { session, asked } = make((url, authorization) => {
      if (url.endsWith('/refresh')) return json(answer(`token-${(issued += 1)}`));
      return authorization === 'Bearer token-2' ? json({ id: 'me' }) : refusal('unauthenticated', 401);
    });
    await session.start();
    const both = await Promise.all([session.client.call('me'), session.client.call('me')]);
    expect(both).toEqual([{ id: 'me' }, { id: 'me' }]);
    expect(asked.filter((url) => url.endsWith('/refresh'))).toHaveLength(2);
  });

  it('says that the institution rests, to who was in and to who comes', async () => {
    let reply = () => json(answer('a'));
    const { session } = make(() => reply());
    await session.start();
    reply = () => refusal('tenant_inactive', 403);
    await session.refresh();
    expect(session.state()).toEqual({ phase: 'out', reason: 'resting' });
    const { session: later } = make(() => reply());
    await later.start();
    expect(later.state()).toEqual({ phase: 'out', reason: 'resting' });
  });

  it('says that the session ended when it cannot be renewed, and keeps it while the server is away', async () => {
    let reply = () => json(answer('a'));
    const { session } = make(() => reply());
    await session.start();
    reply = () => refusal('unavailable', 503);
    await session.refresh();
    expect(session.accessToken).toBe('a');
    reply = () => refusal('unauthenticated', 401);
    await session.refresh();
    expect(session.state()).toEqual({ phase: 'out', reason: 'ended' });
  });

  it('stays logged out although a renewal was on its way', async () => {
    const late = Promise.withResolvers<Response>();
    let renewals = 0;
    const { session } = make((url) => {
      if (url.endsWith('/logout')) return new Response(null, { status: 204 });
      return (renewals += 1) === 1 ? json(answer('a')) : late.promise;
    });
    await session.start();
    const renewing = session.refresh();
    await session.logOut();
    late.resolve(json(answer('b')));
    await renewing;
    expect(session.state()).toEqual({ phase: 'out', reason: 'logged_out' });
  });

  it('goes on as whoever takes over by a PIN; a renewal asked for meanwhile waits for that answer', async () => {
    const slow = Promise.withResolvers<Response>();
    const { session, asked } = make((url) => (url.endsWith('/pin') ? slow.promise : json(answer('first'))));
    await session.start();
    const taking = session.takeOver({ office: 'main', staffId: 'other', pin: '739164' });
    // The present session was ended by the server, and the screen asks for another token.
    const renewed = session.refresh();
    slow.resolve(json(answer('second')));
    await taking;
    expect((await renewed).phase).toBe('in');
    expect(session.accessToken).toBe('second');
    expect(asked).toEqual(['/api/auth/refresh', '/api/auth/pin']);
  });

  it('stays as it is when the PIN was wrong, and renews a token that has ended before it asks', async () => {
    let issued = 0;
    const { session } = make((url, authorization) => {
      if (url.endsWith('/refresh')) return json(answer(`token-${(issued += 1)}`));
      return authorization === 'Bearer token-2' ? refusal('pin_wrong', 401) : refusal('unauthenticated', 401);
    });
    await session.start();
    await expect(session.takeOver({ office: 'main', staffId: 'other', pin: '739164' })).rejects.toMatchObject({
      code: 'pin_wrong',
    });
    expect(session.accessToken).toBe('token-2');
    expect((await session.refresh()).phase).toBe('in');
  });
});
