import { describe, expect, it } from '@jest/globals';
import { ProblemError, Session } from '@sunbeon/client';
import { rolePermissions, type Role } from '@sunbeon/contract';
import { createAuthProvider } from './auth-provider.ts';

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
const refused = () => json({ status: 401, code: 'unauthenticated', traceId: '' }, 401, 'application/problem+json');

/** A session that the cookie holds, or not. */
async function make(role: Role | null) {
  const asked: string[] = [];
  const me = { id: 'a', name: '김', email: 'k@x', permissions: role && rolePermissions[role], session: 'full' };
  const fetch = async (url: string | URL | Request) => {
    asked.push(String(url));
    if (String(url).endsWith('/logout')) return new Response(null, { status: 204 });
    return role ? json({ accessToken: 't', expiresAt: new Date(Date.now() + 1e6).toISOString(), me }) : refused();
  };
  const session = new Session({ fetch: fetch as typeof globalThis.fetch, exclusive: (work) => work() });
  const provider = createAuthProvider(session);
  const started = session.start();
  return { session, provider, asked, started };
}

describe('what react-admin asks about the person', () => {
  it('waits until it is known whether somebody is logged in', async () => {
    const { provider, session } = await make('supervisor');
    await expect(provider.checkAuth({})).resolves.toBeUndefined();
    expect(await provider.getIdentity?.()).toEqual({ id: 'a', fullName: '김', email: 'k@x' });
    expect(await provider.getPermissions?.({})).toEqual(rolePermissions.supervisor);
    const may = (resource: string) => provider.canAccess?.({ resource, action: 'list' });
    expect([await may('devices'), await may('staff'), await may('audit')]).toEqual([true, false, false]);
    session.stop();
  });

  it('sends to the door who is not', async () => {
    const { provider, started } = await make(null);
    await started;
    await expect(provider.checkAuth({})).rejects.toThrow();
    await expect(provider.getPermissions?.({})).rejects.toThrow();
    // Nobody is logged in: the server need not hear of it.
    const { asked } = await make(null);
    expect(await provider.logout({})).toBe('/login');
    expect(asked.filter((url) => url.endsWith('/logout'))).toEqual([]);
  });

  it('ends the session of who logs out, and of whom the server knows no more; nothing else does', async () => {
    const { provider, session, asked, started } = await make('owner');
    await started;
    const fault = (code: string, status: number) =>
      new ProblemError({ type: '', title: '', status, code: code as never, traceId: '' });
    await expect(provider.checkError(fault('unauthenticated', 401))).rejects.toEqual({ message: false });
    for (const [code, status] of [
      ['forbidden', 403],
      ['bad_credentials', 401],
      ['unavailable', 503],
    ] as const)
      await expect(provider.checkError(fault(code, status))).resolves.toBeUndefined();
    await provider.logout({});
    expect(session.state()).toEqual({ phase: 'out', reason: 'logged_out' });
    expect(asked.at(-1)).toContain('/logout');
  });
});
