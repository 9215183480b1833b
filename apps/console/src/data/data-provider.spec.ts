import { describe, expect, it } from '@jest/globals';
import { OfflineError, ProblemError, type Client } from '@sunbeon/client';
import { createDataProvider } from './data-provider.ts';
import { Refusal } from './refusal.ts';

type Asked = { name: string; input: { query?: object; params?: object; body?: object } };

/** A provider on a server that answers as it is told. */
function make(answer: (name: string, input: Asked['input']) => unknown) {
  const asked: Asked[] = [];
  const call = (name: string, input: Asked['input'] = {}) => {
    asked.push({ name, input });
    return Promise.resolve().then(() => answer(name, input));
  };
  const provider = createDataProvider({ call, download: call } as unknown as Client);
  return { provider, asked };
}

const page = (number: number, perPage = 2) => ({
  pagination: { page: number, perPage },
  sort: { field: 'at', order: 'DESC' as const },
});
const problem = (code: string, status: number, issues: { path: string; message: string }[] = []) =>
  new ProblemError({ type: '', title: '', status, code: code as never, traceId: 't', issues });

describe('the audit', () => {
  /** Rows 9 … 1, newest first. */
  const server = (_: string, { query }: Asked['input']) => {
    const { before = 10, limit } = query as { before?: number; limit: number };
    const rows = Array.from({ length: 9 }, (_, index) => ({ seq: 9 - index })).filter(({ seq }) => seq < before);
    return { rows: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.seq ?? null) : null };
  };
  const seqs = ({ data }: { data: { id: number }[] }) => data.map(({ id }) => id);

  it('is paged by the server, each page beginning where the last one ended', async () => {
    const { provider, asked } = make(server);
    const first = await provider.getList('audit', page(1));
    expect([seqs(first), first.pageInfo]).toEqual([[9, 8], { hasNextPage: true, hasPreviousPage: false }]);
    expect(seqs(await provider.getList('audit', page(2)))).toEqual([7, 6]);
    expect(seqs(await provider.getList('audit', page(3)))).toEqual([5, 4]);
    expect(asked.map(({ input }) => input.query)).toEqual([
      { limit: 2 },
      { limit: 2, before: 8 },
      { limit: 2, before: 6 },
    ]);
  });

  it('finds a page in the middle that was opened by its address, and says when there is none', async () => {
    const { provider, asked } = make(server);
    expect(seqs(await provider.getList('audit', page(3)))).toEqual([5, 4]);
    expect(asked).toHaveLength(3);
    const last = await provider.getList('audit', page(5));
    expect([seqs(last), last.pageInfo?.hasNextPage]).toEqual([[1], false]);
    expect(seqs(await provider.getList('audit', page(7)))).toEqual([]);
  });

  it('begins anew with another search, and sends what is not empty', async () => {
    const { provider, asked } = make(server);
    await provider.getList('audit', page(1));
    await provider.getList('audit', { ...page(1), filter: { action: 'device', actor: '', from: undefined } });
    expect(asked.at(-1)?.input.query).toEqual({ limit: 2, action: 'device' });
  });
});

describe('tenants', () => {
  it('are searched, sorted and paged by the server', async () => {
    const { provider, asked } = make(() => ({ rows: [{ id: 'a' }], total: 41 }));
    const list = await provider.getList('tenants', {
      filter: { status: 'pending', q: '성동', plan: '' },
      sort: { field: 'usage.tickets.days30', order: 'ASC' },
      pagination: { page: 3, perPage: 25 },
    });
    expect(list).toEqual({ data: [{ id: 'a' }], total: 41 });
    expect(asked[0]).toMatchObject({
      name: 'tenantPage',
      input: { query: { status: 'pending', q: '성동', sort: 'tickets', order: 'asc', page: 3, limit: 25 } },
    });
    expect(asked[0]?.input.query).not.toHaveProperty('plan');
  });
});

describe('devices', () => {
  const rows = [
    { id: 'a', name: 'TV' },
    { id: 'b', name: '발권기' },
  ];

  it('are found in the whole list', async () => {
    const { provider } = make(() => rows);
    expect((await provider.getOne('devices', { id: 'b' })).data).toEqual(rows[1]);
    expect((await provider.getMany('devices', { ids: ['a', 'b'] })).data).toEqual(rows);
    await expect(provider.getOne('devices', { id: 'c' })).rejects.toThrow('item_doesnt_exist');
  });

  it('are changed by name and settings alone', async () => {
    const { provider, asked } = make(() => rows[0]);
    const data = { name: 'TV 2', settings: { voice: true }, state: 'online' };
    await provider.update('devices', { id: 'a', data, previousData: { id: 'a' } });
    expect(asked[0]).toEqual({
      name: 'deviceUpdate',
      input: { params: { id: 'a' }, body: { name: 'TV 2', settings: { voice: true } } },
    });
  });
});

describe('people', () => {
  it('are sent back without roles that nobody gives here', async () => {
    const person = { id: 'a', active: true, lockedUntil: null };
    const { provider, asked } = make(() => person);
    const data = { name: '김', roles: ['owner', 'operator'], offices: [], email: 'x' };
    const { data: after } = await provider.update('staff', { id: 'a', data, previousData: { id: 'a' } });
    expect(asked[0]?.input.body).toEqual({ name: '김', roles: ['owner'], offices: [] });
    expect(after).toMatchObject({ state: 'active' });
  });

  it.each([
    [{ active: false, lockedUntil: null }, 'inactive'],
    [{ active: true, lockedUntil: '2999-01-01T00:00:00Z' }, 'locked'],
    [{ active: true, lockedUntil: '2001-01-01T00:00:00Z' }, 'active'],
  ])('%j are %s', async (facts, state) => {
    const { provider } = make(() => [{ id: 'a', ...facts }]);
    expect((await provider.getList('staff', page(1))).data).toMatchObject([{ state }]);
  });
});

describe('a fault', () => {
  it('is told by the code of the problem, and beside the fields of the form', async () => {
    const { provider } = make(() => {
      throw problem('validation', 422, [{ path: 'body.name', message: 'too long' }]);
    });
    const fault = await provider.create('devices', { data: {} }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Refusal);
    expect(fault).toMatchObject({
      message: 'problems.validation',
      status: 422,
      body: { errors: { name: 'problems.field', root: 'problems.validation' } },
    });
  });

  it('is said to be the line’s when nobody answered', async () => {
    const { provider } = make(() => {
      throw new OfflineError('network');
    });
    await expect(provider.getList('devices', page(1))).rejects.toMatchObject({ message: 'ra.notification.offline' });
  });

  it('of a command is left as the client threw it', async () => {
    const refused = problem('conflict', 409);
    const { provider } = make(() => {
      throw refused;
    });
    await expect(provider.call('deviceList', {})).rejects.toBe(refused);
  });

  it('is ours when a resource cannot do what is asked', async () => {
    const { provider } = make(() => []);
    await expect(provider.delete('devices', { id: 'a' })).rejects.toThrow('devices has no remove');
    await expect(provider.getList('reports', page(1))).rejects.toThrow('reports has no list');
  });
});
