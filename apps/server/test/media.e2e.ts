import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallInput, Client } from '@sunbeon/client';
import { request } from 'node:http';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf } from './desk.ts';
import { login, makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';
import { jpeg, mp4, png } from '../../../tools/testing/media-files.ts';

let server: TestApp;
let hall: TestHall;
let other: TestHall;
let token: string;

beforeAll(async () => {
  server = await startTestApp();
  [hall, other] = [await makeHall(server), await makeHall(server)];
  token = (await login(server.url, `owner@${hall.slug}.test`, 'owner-password-1')).token;
}, 60_000);
afterAll(() => server.stop());

const upload = (file: Buffer, name = '홍보.png', by: Client = hall.owner) =>
  by.upload('mediaUpload', new Blob([new Uint8Array(file)]), { query: { name } });
const fileOf = (id: string, headers: Record<string, string> = {}, authorization = `Bearer ${token}`) =>
  fetch(`${server.url}/api/media/${id}`, { headers: { authorization, ...headers } });
const list = (query: CallInput<'mediaList'>) => hall.owner.call('mediaList', query);
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
const stored = () =>
  withSuperuser(server.database.superUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      'select (select count(*) from media)::int + (select count(*) from media_part)::int as n',
    );
    return rows[0]?.n;
  });

describe('the media library', () => {
  it('keeps a picture under its name, and nothing that was written into it', async () => {
    const made = await upload(png(64, 32, [1, 2, 3], 'taken at home'), '  여름 행사.png ');
    expect(made).toMatchObject({ name: '여름 행사.png', kind: 'image', type: 'image/png', width: 64, height: 32 });
    const bytes = await bytesOf(await fileOf(made.id));
    expect(bytes).toEqual(png(64, 32, [1, 2, 3]));
    const camera = await upload(jpeg(40, 20, 6), '사진.jpg');
    expect(camera).toMatchObject({ type: 'image/jpeg', width: 20, height: 40 });
    const kept = (await bytesOf(await fileOf(camera.id))).toString('latin1');
    expect(kept).not.toContain('GPS');
    expect(kept).not.toContain('somebody');
    expect(kept).toContain('Exif\0\0MM');
  });

  it('serves files to its own screens and people, to be kept for good, whole and in pieces', async () => {
    const film = mp4(12, 700_000);
    const made = await upload(film, '구정 홍보.mp4');
    expect(made).toMatchObject({ kind: 'video', type: 'video/mp4', seconds: 12, bytes: film.length, width: null });
    const tv = await hall.pair('display');
    const whole = await fileOf(made.id, {}, `Device ${tv.token}`);
    expect(whole.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(whole.headers.get('content-security-policy')).toContain('sandbox');
    expect((await bytesOf(whole)).equals(film)).toBe(true);
    const etag = whole.headers.get('etag') ?? '';
    expect((await fileOf(made.id, { 'if-none-match': etag })).status).toBe(304);
    // Over the border of two rows of the table.
    const piece = await fileOf(made.id, { range: 'bytes=262100-262200' });
    expect([piece.status, piece.headers.get('content-range')]).toEqual([206, `bytes 262100-262200/${film.length}`]);
    expect((await bytesOf(piece)).equals(film.subarray(262_100, 262_201))).toBe(true);
    const end = await fileOf(made.id, { range: 'bytes=-5' });
    expect((await bytesOf(end)).equals(film.subarray(-5))).toBe(true);
    expect((await fileOf(made.id, { range: `bytes=${film.length}-` })).status).toBe(416);
    expect((await fileOf(made.id, { range: 'bytes=0-1', 'if-range': '"old"' })).status).toBe(200);
    const stranger = (await login(server.url, `owner@${other.slug}.test`, 'owner-password-1')).token;
    expect((await fileOf(made.id, {}, `Bearer ${stranger}`)).status).toBe(404);
    expect((await fetch(`${server.url}/api/media/${made.id}`)).status).toBe(401);
  });

  it('is read by pages, searched, sorted, renamed, archived and brought back', async () => {
    for (const name of ['나_100%.png', '가.png', '다.png']) await upload(png(2, 2), name);
    const first = await list({ query: { sort: 'name', order: 'asc', kind: 'image', limit: 2 } });
    expect(first.rows.map(({ name }) => name)).toEqual(['가.png', '나_100%.png']);
    expect(first.total).toBe(5);
    expect((await list({ query: { search: '0%', kind: 'image' } })).rows.map(({ name }) => name)).toEqual([
      '나_100%.png',
    ]);
    const [row] = first.rows;
    if (!row) throw new Error('no row');
    const params = { id: row.id };
    const named = await hall.owner.call('mediaUpdate', { params, body: { name: '라.png', version: row.version } });
    const late = hall.owner.call('mediaUpdate', { params, body: { name: '마.png', version: row.version } });
    expect(await codeOf(late)).toBe('changed_meanwhile');
    const away = await hall.owner.call('mediaArchive', { params, body: { version: named.version } });
    expect(away.archivedAt).not.toBeNull();
    expect((await list({ query: { search: '라.png' } })).total).toBe(0);
    expect((await list({ query: { search: '라.png', archived: 'true' } })).total).toBe(1);
    const back = await hall.owner.call('mediaRestore', { params, body: { version: away.version } });
    await hall.owner.call('mediaDelete', { params, body: { version: back.version } });
    expect((await fileOf(row.id)).status).toBe(404);
    const audit = await hall.owner.call('auditList', { query: { action: 'media.delete' } });
    expect(JSON.stringify(audit)).toContain('라.png');
  });

  it('is one for each tenant', async () => {
    const made = await upload(png(2, 2));
    const params = { id: made.id };
    expect(await codeOf(other.owner.call('mediaRead', { params }))).toBe('not_found');
    expect(await codeOf(other.owner.call('mediaDelete', { params, body: { version: 1 } }))).toBe('not_found');
    expect((await other.owner.call('mediaList', { query: {} })).total).toBe(0);
    const viewer = await hall.person(['viewer']);
    expect(await codeOf(upload(png(2, 2), 'x.png', viewer.client))).toBe('forbidden');
  });
});

describe('what is no use', () => {
  const half = (file: Buffer) => file.subarray(0, Math.floor(file.length / 2));
  const animated = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  it.each([
    ['an SVG by the name of a picture', Buffer.from(animated), '로고.png', 'media_unusable'],
    ['a page', Buffer.from('<!doctype html><script>1</script>'), 'x.png', 'media_unusable'],
    ['nothing at all', Buffer.alloc(0), 'x.png', 'media_unusable'],
    ['half a PNG', half(png(300, 300)), 'x.png', 'media_unusable'],
    ['half a JPEG', half(jpeg(40, 20, 1)), 'x.jpg', 'media_unusable'],
    ['half a film', half(mp4(5, 10_000)), 'x.mp4', 'media_unusable'],
    ['a film without pictures', mp4(5, 0).subarray(0, 28), 'x.mp4', 'media_unusable'],
    ['a picture of 9000 pixels', png(9_000, 1), 'x.png', 'media_unusable'],
    [
      'a picture of 5 MB and one byte',
      Buffer.concat([png(2, 2), Buffer.alloc(5 * 1_048_576)]),
      'x.png',
      'body_too_large',
    ],
    ['a film of 20 MB and more', mp4(5, 20 * 1_048_576), 'x.mp4', 'body_too_large'],
    ['a name of 200 characters', png(2, 2), '가'.repeat(200), 'validation'],
    ['no name', png(2, 2), ' ', 'validation'],
  ])('is %s: refused, and nothing of it is left', async (_, file, name, code) => {
    const before = await stored();
    expect(await codeOf(upload(file, name))).toBe(code);
    expect(await stored()).toBe(before);
  });

  it('is also a film of 20 MB and more of which nobody says how long it is', async () => {
    const before = await stored();
    expect(await sendEndless()).toBe(413);
    expect(await stored()).toBe(before);
  });

  it('is JSON, and a form', async () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'image/png']) {
      const answer = await fetch(`${server.url}/api/admin/media?name=x`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
        body: '{}',
      });
      expect([type, answer.status]).toEqual([type, 415]);
    }
  });
});

/** Sends a film by chunks until it is answered. */
function sendEndless(): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}/api/admin/media?name=x.mp4`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    });
    let answered = false;
    sent.on('response', (answer) => {
      answered = true;
      answer.resume();
      sent.end();
      resolve(answer.statusCode);
    });
    sent.on('error', reject);
    sent.write(mp4(5, 100));
    const more = () => {
      if (answered) return;
      if (sent.write(Buffer.alloc(262_144))) setImmediate(more);
      else sent.once('drain', more);
    };
    more();
  });
}
