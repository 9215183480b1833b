import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@sunbeon/client';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { RunningPostgres } from '../../../tools/postgres/postgres.ts';
import { startThrowAway } from '../../../tools/postgres/throw-away.ts';
import { contentsOf, definitionsOf } from '../../../tools/testing/contents.ts';
import { POSTGRES_VARIABLE, postgres15 } from '../../../tools/testing/postgres-15.ts';
import { operator, startNode, startTestApp, type TestApp } from './app.ts';
import { openDesk } from './desk.ts';
import { login, makeHall, type Person, type TestHall } from './hall.ts';
import { faultsOf, readOffice } from './history.ts';

type Facts = { contents: Record<string, string>; definitions: Awaited<ReturnType<typeof definitionsOf>> };

const programs = postgres15() ?? '';
let folder: string;
let source: TestApp;
let hall: TestHall;
let boss: Person;
/** Token of a visitor's ticket that waited when the dump was made. */
let waiting: { number: string; token: string };
let dumped: Facts & { version: number };
/** The new server, into which the dump was brought back. */
let target: RunningPostgres;

const tool = (name: string, args: string[]) => promisify(execFile)(join(programs, name), args);

async function factsOf(client: Client): Promise<Facts> {
  return { contents: await contentsOf(client), definitions: await definitionsOf(client) };
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A day in the hall, by HTTP: tickets that wait, one called and served, one put back, one being called. */
async function live(): Promise<void> {
  hall = await makeHall(source);
  for (let n = 0; n < 8; n += 1) await hall.draw(['PASSPORT', 'FAMILY', 'MOVE', 'BUNDLE'][n % 4] ?? '');
  const desk = await openDesk(hall, '3');
  for (const end of ['complete', 'complete', 'putBack'] as const) {
    await desk.ticket('callNext');
    if (end === 'complete') await desk.ticket('start');
    await desk.ticket(end);
  }
  await desk.ticket('callNext');
  boss = await hall.person(['owner']);
  await hall.pair('display');
  waiting = await hall.draw('PASSPORT');
}

/**
 * `pg_dump` while tickets go on being drawn. It reads the snapshot that this session holds, so what it must have written
 * is known to the row.
 */
async function dump(file: string): Promise<void> {
  let drawing = true;
  const visitors = (async () => {
    while (drawing) {
      await hall.draw('PASSPORT');
      await sleep(50);
    }
  })();
  try {
    await connected(source.database.superUrl, async (client) => {
      await client.query('begin isolation level repeatable read read only');
      const { rows } = await client.query<{ id: string; version: number }>(
        "select pg_export_snapshot() as id, current_setting('server_version_num')::int / 10000 as version",
      );
      const snapshot = `--snapshot=${rows[0]?.id}`;
      await tool('pg_dump', ['--format=custom', `--file=${file}`, snapshot, `--dbname=${source.database.superUrl}`]);
      dumped = { ...(await factsOf(client)), version: rows[0]?.version ?? 0 };
      await client.query('commit');
    });
  } finally {
    drawing = false;
    await visitors;
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sunbeon-dump-'));
  target = await startThrowAway({ programs: process.env[POSTGRES_VARIABLE] });
  source = await startTestApp();
  await live();
  const file = join(folder, 'sunbeon.dump');
  await dump(file);
  const { superUrl } = await target.prepare('sunbeon'); // deploy/bootstrap.sql
  await tool('pg_restore', ['--exit-on-error', `--dbname=${superUrl}`, file]);
}, 240_000);
afterAll(async () => {
  await source.stop();
  await target.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a dump of a PostgreSQL 15 that is used all the time, brought back into a new one', () => {
  it('has every row of every table of every schema', async () => {
    expect(dumped.version).toBe(15);
    for (const table of ['tenant', 'office', 'ticket', 'ticket_event', 'audit'])
      expect(dumped.contents[`public.${table}`]).toMatch(/^[1-9]\d* rows/);
    expect(await connected(target.urls('sunbeon').superUrl, contentsOf)).toEqual(dumped.contents);
  });

  it('has every policy, grant, owner, function, constraint, index and trigger', async () => {
    const { policies, functions, indexes } = dumped.definitions;
    for (const some of [policies, functions, indexes]) expect(some.length).toBeGreaterThan(0);
    expect(await connected(target.urls('sunbeon').superUrl, definitionsOf)).toEqual(dumped.definitions);
  });

  it('is served again: the public status, the visitor who waited, devices, people, the chain of the audit', async () => {
    const node = await served();
    try {
      const anybody = createClient({ baseUrl: node.url });
      const status = await anybody.call('publicStatus', { params: { tenant: hall.slug, office: 'main' } });
      expect(status.services.map(({ name }) => name)).toContain('여권 접수');
      const ticket = await anybody.call('publicTicket', { params: { token: waiting.token } });
      expect(ticket).toMatchObject({ number: waiting.number, state: 'waiting' });
      const session = createClient({ baseUrl: node.url, authorization: () => `Bearer ${boss.token}` });
      expect(await session.call('auditVerify')).toMatchObject({ whole: true, fault: null });
      expect((await login(node.url, operator.email, operator.password)).token).not.toBe('');
    } finally {
      await node.stop();
    }
  });

  it('goes on with the next number: none is left out, none given twice, and the history is one', async () => {
    const { superUrl } = target.urls('sunbeon');
    const before = await readOffice(superUrl, hall.officeId);
    expect(faultsOf(before)).toEqual([]);
    const last = Math.max(...before.tickets.map(({ label }) => Number(label)).filter((label) => label < 300));
    const node = await served();
    try {
      const kiosk = createClient({ baseUrl: node.url, authorization: () => `Device ${hall.kioskToken}` });
      const draw = () =>
        kiosk.call('kioskIssue', {
          body: { serviceId: hall.services['PASSPORT'] ?? '' },
          idempotencyKey: randomUUID(),
        });
      const numbers = (await Promise.all([draw(), draw(), draw()])).map(({ number }) => Number(number)).sort();
      expect(numbers).toEqual([last + 1, last + 2, last + 3]);
    } finally {
      await node.stop();
    }
    const after = await readOffice(superUrl, hall.officeId);
    expect(faultsOf(after)).toEqual([]);
    expect(after.tickets.length).toBe(before.tickets.length + 3);
  });
});

/** A server on the restored database. */
const served = () => startNode({ ...source.database, ...target.urls('sunbeon') });
