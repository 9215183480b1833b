import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@sunbeon/client';
import { createHash, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { tables } from '../src/platform/data/data-catalogue.ts';
import { Database } from '../src/platform/database/database.ts';
import { Sealing } from '../src/platform/sealing/sealing.ts';
import { sealedColumns, type SealedColumn } from '../src/platform/sealing/sealed-columns.ts';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf, openDesk, until } from './desk.ts';
import { fillEveryTable, tenantTables } from './every-table.ts';
import { login, makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';

const password = 'owner-password-1';
const reason = '개인정보 이동 요청 처리';

let smtp: TestSmtp;
let server: TestApp;
let hall: TestHall;
let tenantId: string;

beforeAll(async () => {
  smtp = await startSmtp();
  server = await startTestApp({ SMTP_URL: smtp.url, PUBLIC_URL: 'https://sunbeon.test' });
  hall = await makeHall(server);
  const other = await makeHall(server);
  for (const one of [hall, other]) {
    for (let n = 0; n < 4; n += 1) await one.draw('PASSPORT');
    await (await openDesk(one, '1')).give('callNext', {}, randomUUID());
  }
  const ids = await sql<{ slug: string; id: string }>('select slug, id from tenant');
  tenantId = ids.find(({ slug }) => slug === hall.slug)?.id ?? '';
  const otherId = ids.find(({ slug }) => slug === other.slug)?.id ?? '';
  for (const id of [tenantId, otherId]) await fillEveryTable(server.database.superUrl, id, await sealedValues(id));
  // What was made up must not be taken for work that waits.
  await sql("update data_export set state = 'failed'");
}, 120_000);
afterAll(async () => {
  await server.stop();
  await smtp.stop();
});

const sql = <R extends object>(text: string, values: unknown[] = []) =>
  withSuperuser(server.database.superUrl, async (client) => (await client.query<R>(text, values)).rows);

const sealedText = (column: SealedColumn) => `열어 본 ${column}`;

async function sealedValues(id: string): Promise<Record<string, unknown>> {
  // A phone number of the present day of an office where notices are on: no job takes it away.
  const [live] = await sql<{ office: string; day: string }>(
    'select office_id as office, business_on as day from office_live where tenant_id = $1',
    [id],
  );
  const day = { 'ticket_contact.office_id': live?.office, 'ticket_contact.business_on': live?.day };
  const sealed: Record<string, unknown> = { ...day, 'tenant_privacy.notices': true };
  await server.app.get(Database).transaction({ tenantId: id }, async (tx) => {
    for (const column of sealedColumns) {
      const text =
        column === 'mail.letter' ? JSON.stringify({ to: 'x@y.test', subject: 's', text: 't' }) : sealedText(column);
      sealed[column] = await server.app.get(Sealing).seal(tx, column, text);
    }
  });
  return sealed;
}

interface Archive {
  readonly bytes: Buffer;
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: {
    readonly format: number;
    readonly personal: boolean;
    readonly tables: {
      table: string;
      file: string;
      rows: number;
      bytes: number;
      sha256: string;
      columns: string[];
      leftOut: string[];
    }[];
  };
}

async function opened(bytes: Buffer): Promise<Archive> {
  const files = new Map<string, string>();
  const reader = extract();
  Readable.from([bytes]).pipe(createGunzip()).pipe(reader);
  for await (const entry of reader) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(part as Buffer);
    files.set(entry.header.name, Buffer.concat(parts).toString('utf8'));
  }
  return { bytes, files, manifest: JSON.parse(files.get('manifest.json') ?? '{}') as Archive['manifest'] };
}

const ask = (client: Client, personal: boolean, extra: object = {}) =>
  client.call('exportAsk', { body: { reason, password, personal, ...extra } });

/** Waits for the job, and for the letter with the code. */
async function codeFor(id: string, email: string): Promise<string> {
  const found = await until(
    async () => {
      const letters = await smtp.received(email);
      return letters.map(({ text }) => new RegExp(`exports/${id}\\?code=([\\w-]+)`).exec(text)?.[1]).find(Boolean);
    },
    'the letter with the code',
    60_000,
  );
  return found;
}

const ownerToken = async () => (await login(server.url, `owner@${hall.slug}.test`, password)).token;

async function download(id: string, code: string, token: string): Promise<Response> {
  return fetch(`${server.url}/api/admin/exports/${id}/download`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
}

async function made(personal: boolean): Promise<{ id: string; code: string }> {
  const { id, state } = await ask(hall.owner, personal);
  expect(state).toBe('asked');
  return { id, code: await codeFor(id, `owner@${hall.slug}.test`) };
}

async function fetched(personal: boolean): Promise<Archive & { id: string }> {
  const { id, code } = await made(personal);
  const response = await download(id, code, await ownerToken());
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/gzip']);
  return { ...(await opened(Buffer.from(await response.arrayBuffer()))), id };
}

const linesOf = ({ files }: Archive, table: string) =>
  (files.get(`data/${table}.ndjson`) ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the archive of a tenant', () => {
  it('holds every table of the schema, or the catalogue says why not', async () => {
    const { manifest } = await fetched(true);
    const schema = await withSuperuser(server.database.superUrl, tenantTables);
    const excepted = Object.entries(tables).flatMap(([table, { notExported }]) => (notExported ? [table] : []));
    const expected = ['tenant', ...schema].filter((table) => !excepted.includes(table)).sort();
    expect(manifest.tables.map(({ table }) => table).sort()).toEqual(expected);
    expect(manifest.tables.filter(({ rows }) => rows === 0)).toEqual([]); // an empty one would prove nothing
  }, 120_000);

  it('holds what the database holds, column by column, opened, and no row of another tenant', async () => {
    const archive = await fetched(true);
    expect(archive.manifest).toMatchObject({ format: 1, personal: true });
    for (const { table, columns, leftOut, rows, bytes, sha256 } of archive.manifest.tables) {
      const text = archive.files.get(`data/${table}.ndjson`) ?? '';
      expect({ table, bytes: Buffer.byteLength(text), hash: createHash('sha256').update(text).digest('hex') }).toEqual({
        table,
        bytes,
        hash: sha256,
      });
      const lines = linesOf(archive, table);
      expect({ table, rows: lines.length }).toEqual({ table, rows });
      for (const line of lines) expect({ table, columns: Object.keys(line) }).toEqual({ table, columns });
      const key = table === 'tenant' ? 'id' : 'tenant_id';
      expect({ table, tenants: [...new Set(lines.map((line) => line[key]))] }).toEqual({ table, tenants: [tenantId] });
      // These go on changing while and after it is made: by the audit, the log-ins and the export itself.
      if (['audit', 'data_export', 'session', 'staff', 'device'].includes(table)) continue;
      const real = await sql<{ row: Record<string, unknown> }>(
        `select row_to_json(r)::jsonb as row from (select ${columns.map((one) => `"${one}"`).join(', ')} from "${table}" where ${key} = $1) r`,
        [tenantId],
      );
      const sorted = (all: readonly object[]) => all.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
      const sealed = sealedColumns.filter((one) => one.startsWith(`${table}.`)).map((one) => one.split('.')[1] ?? '');
      const plain = (row: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => !sealed.includes(column)));
      expect({ table, rows: sorted(lines.map(plain)) }).toEqual({
        table,
        rows: sorted(real.map(({ row }) => plain(row))),
      });
      for (const line of lines)
        for (const column of sealed.filter((one) => columns.includes(one)))
          expect(line[column]).toBe(sealedText(`${table}.${column}` as SealedColumn));
      expect(leftOut).toEqual(
        Object.keys(tables[table]?.secret ?? {}).sort((a, b) => leftOut.indexOf(a) - leftOut.indexOf(b)),
      );
    }
    expect(archive.files.get('README.txt')).toContain(hall.slug);
  }, 120_000);

  it('without personal data holds no e-mail, name, phone number or address of anybody', async () => {
    const archive = await fetched(false);
    expect(archive.manifest.personal).toBe(false);
    for (const [table, { personal }] of Object.entries(tables)) {
      for (const line of linesOf(archive, table))
        expect({ table, shown: (personal ?? []).filter((column) => column in line) }).toEqual({ table, shown: [] });
    }
    const all = [...archive.files.values()].join('\n');
    expect(all).not.toContain(`owner@${hall.slug}.test`);
    expect(all).not.toContain(sealedText('ticket_contact.phone'));
    expect(all).not.toContain('$argon2');
  }, 120_000);

  it('is asked for with the password and a reason, one at a time, by an owner; all of it is in the audit', async () => {
    expect(await codeOf(ask(hall.owner, false, { password: 'wrong-password' }))).toBe('bad_credentials');
    expect(await codeOf(ask(hall.owner, false, { reason: 'x' }))).toBe('validation');
    const supervisor = await hall.person(['supervisor']);
    expect(await codeOf(ask(supervisor.client, false))).toBe('forbidden');
    expect(await codeOf(supervisor.client.call('exportList'))).toBe('forbidden');
    const { id } = await fetched(true);
    const { rows } = await hall.owner.call('auditList', { query: { target: id } });
    expect(rows.map(({ action }) => action)).toEqual(['export.take', 'export.make', 'export.ask']);
    expect(rows[0]).toMatchObject({ reason, after: { personal: true } });
    expect((await hall.owner.call('exportList'))[0]).toMatchObject({ id, state: 'taken', personal: true, reason });
  }, 120_000);
});

describe('the code of an archive', () => {
  it('works once, and then nothing is left of the archive', async () => {
    const { id, code } = await made(false);
    const token = await ownerToken();
    const both = await Promise.all([download(id, code, token), download(id, code, token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    await Promise.all(both.map((one) => one.arrayBuffer()));
    expect((await download(id, code, token)).status).toBe(404);
    const parts = await until(
      async () => {
        const rows = await sql('select from data_export_part where export_id = $1', [id]);
        return rows.length === 0 ? 0 : undefined;
      },
      'the parts to go',
      60_000,
    );
    expect(parts).toBe(0);
  }, 120_000);

  it('is of no use to another owner, another tenant, or with another archive; nor after a day', async () => {
    const { id, code } = await made(false);
    const email = `second@${hall.slug}.test`;
    await hall.owner.call('staffCreate', {
      body: { email, name: '둘째 관리자', password, roles: ['owner'], offices: [] },
    });
    const second = (await login(server.url, email, password)).token;
    const stranger = await makeHall(server);
    const strange = (await login(server.url, `owner@${stranger.slug}.test`, password)).token;
    expect((await download(id, code, second)).status).toBe(404);
    expect((await download(id, code, strange)).status).toBe(404);
    expect((await download(randomUUID(), code, await ownerToken())).status).toBe(404);
    expect((await download(id, 'A'.repeat(32), await ownerToken())).status).toBe(404);
    await sql("update data_export set expires_at = now() - interval '1 second' where id = $1", [id]);
    expect((await download(id, code, await ownerToken())).status).toBe(404);
    expect((await hall.owner.call('exportList'))[0]).toMatchObject({ id, state: 'expired' });
    await until(
      async () =>
        (await sql('select from data_export_part where export_id = $1', [id])).length === 0 ? true : undefined,
      'the parts to go',
      60_000,
    );
  }, 120_000);

  it('works again when the archive did not arrive whole', async () => {
    // Larger than what a socket holds, so that the break is in the middle; random, so that it stays large.
    await sql(
      `update office set address = (select string_agg(md5(random()::text), '') from generate_series(1, 400000)) where tenant_id = $1`,
      [tenantId],
    );
    const { id, code } = await made(false);
    const token = await ownerToken();
    await broken(`${server.url}/api/admin/exports/${id}/download`, token, code);
    await until(
      async () => ((await hall.owner.call('exportList'))[0]?.state === 'ready' ? true : undefined),
      'the archive back',
      60_000,
    );
    const response = await download(id, code, token);
    expect(response.status).toBe(200);
    const archive = await opened(Buffer.from(await response.arrayBuffer()));
    expect(archive.manifest.tables.length).toBeGreaterThan(10);
    await sql("update office set address = '' where tenant_id = $1", [tenantId]);
  }, 120_000);
});

/** Takes the first bytes and hangs up. */
function broken(url: string, token: string, code: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const call = request(url, { method: 'POST', headers }, (response) => {
      response.once('data', () => {
        response.destroy();
        resolve();
      });
    });
    call.on('error', reject);
    call.end(JSON.stringify({ code }));
  });
}
