import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type CallInput, type Client } from '@sunbeon/client';
import type { DeviceSettings, Region } from '@sunbeon/contract';
import { startTestApp, type TestApp } from './app.ts';
import { codeOf } from './desk.ts';
import { makeHall, officeTemplate, type TestHall } from './hall.ts';
import { png } from '../../../tools/testing/media-files.ts';

let server: TestApp;
let hall: TestHall;
let other: TestHall;
let tv: Client;
let kiosk: Client;
let picture: string;

beforeAll(async () => {
  server = await startTestApp();
  [hall, other] = [await makeHall(server), await makeHall(server)];
  await hall.owner.call('officeCreate', { body: officeTemplate({ slug: 'annex' }) });
  tv = deviceClient((await hall.pair('display')).token);
  kiosk = deviceClient(hall.kioskToken);
  picture = (await upload(hall)).id;
}, 60_000);
afterAll(() => server.stop());

const deviceClient = (token: string) => createClient({ baseUrl: server.url, authorization: () => `Device ${token}` });
const upload = ({ owner }: TestHall) =>
  owner.upload('mediaUpload', new Blob([new Uint8Array(png(4, 4))]), { query: { name: '홍보.png' } });

type PlaylistWish = CallInput<'playlistCreate'>['body'];
const playlistWish = (wish: Partial<PlaylistWish> = {}): PlaylistWish => ({
  ...{ office: 'main', name: '평소', places: ['display'], days: [0, 1, 2, 3, 4, 5, 6] },
  ...{ items: [{ mediaId: picture, seconds: 9 }] },
  ...wish,
});
const makePlaylist = (wish: Partial<PlaylistWish> = {}, by = hall.owner) =>
  by.call('playlistCreate', { body: playlistWish(wish) });
const regions: Region[] = [
  { kind: 'media', x: 0, y: 0, w: 16, h: 18 },
  { kind: 'calls', x: 16, y: 0, w: 8, h: 18 },
  { kind: 'waiting', x: 0, y: 18, w: 24, h: 6 },
];
type LayoutWish = CallInput<'layoutCreate'>['body'];
const layoutWish = (wish: Partial<LayoutWish> = {}): LayoutWish => ({
  ...{ office: 'main', name: '기본', screen: 'hall', orientation: 'landscape', regions, isDefault: true },
  ...wish,
});
const makeLayout = (wish: Partial<LayoutWish> = {}, by = hall.owner) =>
  by.call('layoutCreate', { body: layoutWish(wish) });
const shown = (device = tv) => device.call('deviceConfig');

describe('playlists', () => {
  it('come to the screens of their office as soon as they are saved, in order, with what is in them', async () => {
    const before = (await shown()).version;
    const later = await makePlaylist({ name: '나중', position: 5 });
    const empty = await makePlaylist({ name: '빈 목록', position: 0, items: [] });
    const first = await makePlaylist({ name: '야간', position: 1, from: '18:00', to: '20:00', days: [1] });
    const { playlists, version } = await shown();
    expect(version).toBe(before + 3);
    expect(playlists?.map(({ id }) => id)).toEqual([first.id, later.id]);
    expect(playlists?.[0]).toMatchObject({ from: '18:00', to: '20:00', days: [1], fromOn: null });
    expect(playlists?.[0]?.items).toEqual([
      { mediaId: picture, kind: 'image', seconds: 9, title: '홍보.png', bytes: png(4, 4).length },
    ]);
    expect((await shown(kiosk)).playlists).toEqual([]);
    for (const { id, version: at } of [later, empty, first])
      await hall.owner.call('playlistDelete', { params: { id }, body: { version: at } });
    expect((await shown()).playlists).toEqual([]);
  });

  it('are changed by one at a time: the second hears of the first', async () => {
    const { id, version } = await makePlaylist();
    const { office: _, ...facts } = playlistWish({ name: '바꿈', places: ['kiosk'] });
    const change = () => hall.owner.call('playlistUpdate', { params: { id }, body: { ...facts, version } });
    const both = await Promise.allSettled([change(), change()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await codeOf(change())).toBe('changed_meanwhile');
    expect((await shown(kiosk)).playlists?.map((one) => one.id)).toEqual([id]);
    await hall.owner.call('playlistDelete', { params: { id }, body: { version: version + 1 } });
  });

  it('hold what plays in them: a file in use is not deleted, and says by what', async () => {
    const list = await makePlaylist({ name: '여름' });
    const remove = hall.owner.call('mediaDelete', { params: { id: picture }, body: { version: 1 } });
    await expect(remove).rejects.toMatchObject({
      code: 'in_use',
      issues: [{ path: 'playlist', message: '여름 (main)' }],
    });
    await hall.owner.call('playlistDelete', { params: { id: list.id }, body: { version: 1 } });
  });

  it.each([
    ['a time that ends before it begins', { from: '18:00', to: '09:00' }, 'body.to'],
    ['days in the wrong order', { fromOn: '2026-12-02', untilOn: '2026-12-01' }, 'body.untilOn'],
    ['no weekday', { days: [] }, 'body.days'],
    ['an eighth weekday', { days: [7] }, 'body.days.0'],
    ['a name of 200 characters', { name: '가'.repeat(200) }, 'body.name'],
    ['a file that is not there', { items: [{ mediaId: crypto.randomUUID() }] }, 'body.items.0.mediaId'],
    ['101 pieces', { items: Array.from({ length: 101 }, () => ({ mediaId: crypto.randomUUID() })) }, 'body.items'],
  ])('refuse %s', async (_, wish, path) => {
    await expect(makePlaylist(wish)).rejects.toMatchObject({ code: 'validation', issues: [{ path }] });
  });

  it('do not play what is another tenant’s', async () => {
    const theirs = await upload(other);
    expect(await codeOf(makePlaylist({ items: [{ mediaId: theirs.id }] }))).toBe('validation');
  });
});

describe('layouts', () => {
  it('are the office’s own for screens of a kind and orientation, unless a device names another', async () => {
    const first = await makeLayout();
    const second = await makeLayout({ name: '행사', isDefault: false });
    const counter = await makeLayout({ name: '창구', screen: 'counter' });
    const annex = await makeLayout({ name: '별관', office: 'annex' });
    expect((await shown()).layouts).toEqual([{ id: first.id, orientation: 'landscape', regions }]);
    const { device } = await shown();
    const settings: DeviceSettings = { screen: 'hall', layout: second.id };
    const set = (body: DeviceSettings) =>
      hall.owner.call('deviceUpdate', { params: { id: device.id }, body: { settings: body } });
    expect((await set(settings)).settings).toEqual(settings);
    expect((await shown()).layouts?.map(({ id }) => id)).toEqual([second.id]);
    for (const layout of [counter.id, annex.id, crypto.randomUUID()]) {
      const issues = [{ path: 'body.settings.layout', message: 'is no layout of the office for such screens' }];
      await expect(set({ screen: 'hall', layout })).rejects.toMatchObject({ code: 'validation', issues });
    }
    expect((await shown()).settings).toEqual(settings);
    const remove = (id: string, version: number) =>
      hall.owner.call('layoutDelete', { params: { id }, body: { version } });
    await expect(remove(second.id, 1)).rejects.toMatchObject({
      code: 'in_use',
      issues: [{ path: 'device', message: device.name }],
    });
    await set({ screen: 'hall' });
    await remove(second.id, 1);
    const third = await makeLayout({ name: '새 기본' });
    expect((await shown()).layouts?.map(({ id }) => id)).toEqual([third.id]);
    const rows = await hall.owner.call('layoutList');
    expect(rows.filter((row) => row.isDefault && row.office === 'main' && row.screen === 'hall')).toHaveLength(1);
  });

  it('are saved whole or not at all, and never over a newer one', async () => {
    const made = await makeLayout({ name: '세로', orientation: 'portrait' });
    const { office: _, ...facts } = layoutWish({ orientation: 'portrait', name: '세로 2' });
    const change = () =>
      hall.owner.call('layoutUpdate', { params: { id: made.id }, body: { ...facts, version: made.version } });
    expect((await change()).name).toBe('세로 2');
    expect(await codeOf(change())).toBe('changed_meanwhile');
    expect((await shown()).layouts?.map(({ orientation }) => orientation)).toEqual(['landscape', 'portrait']);
  });

  const at = (kind: Region['kind'], x: number, y: number, w: number, h: number): Region => ({ kind, x, y, w, h });
  it.each([
    ['over each other', [at('calls', 0, 0, 12, 12), at('media', 11, 0, 12, 12)]],
    ['over the edge', [at('calls', 20, 0, 8, 8)]],
    ['without the calls', [at('media', 0, 0, 24, 24)]],
    ['twice the same', [at('calls', 0, 0, 4, 4), at('calls', 8, 8, 4, 4)]],
    ['nothing', []],
  ])('refuse parts that lie %s', async (_, wish) => {
    expect(await codeOf(makeLayout({ regions: wish }))).toBe('validation');
  });
});

describe('the first screen of kiosks', () => {
  const plain = { first: [], greeting: null, closedText: null, languages: [], promotionAfterSeconds: null };
  const rowOf = async (office: string) => {
    const row = (await hall.owner.call('kioskScreenList')).find((one) => one.office === office);
    if (!row) throw new Error('no such office');
    return row;
  };
  type KioskWish = Partial<CallInput<'kioskScreenUpdate'>['body']>;
  const save = async (wish: KioskWish) => {
    const { id, version } = await rowOf('main');
    return hall.owner.call('kioskScreenUpdate', { params: { id }, body: { version, ...plain, ...wish } });
  };

  it('is as the office is until somebody makes it otherwise; kiosks have it at once', async () => {
    expect(await rowOf('main')).toMatchObject({ version: 0, ...plain });
    const before = await shown(kiosk);
    const wish = { first: ['PASSPORT'], greeting: { ko: '어서 오십시오', en: '' }, promotionAfterSeconds: 30 };
    expect(await save({ ...wish, languages: ['ko', 'en'] })).toMatchObject({ version: 1 });
    const after = await shown(kiosk);
    expect(after.version).toBe(before.version + 1);
    expect(after.kioskScreen).toEqual({
      ...plain,
      ...{ first: ['PASSPORT'], greeting: { ko: '어서 오십시오' }, promotionAfterSeconds: 30, languages: ['ko', 'en'] },
    });
    expect((await shown()).kioskScreen).toBeUndefined();
    const { id } = await rowOf('main');
    const late = hall.owner.call('kioskScreenUpdate', { params: { id }, body: { version: 0, ...plain } });
    expect(await codeOf(late)).toBe('changed_meanwhile');
  });

  it.each([
    ['a card that the office has not', { first: ['NOTHING'] }],
    ['a card twice', { first: ['PASSPORT', 'PASSPORT'] }],
    ['languages without Korean', { languages: ['en' as const] }],
    ['a promotion after a second', { promotionAfterSeconds: 1 }],
  ])('refuses %s', async (_, wish) => {
    expect(await codeOf(save(wish))).toBe('validation');
  });
});

it('lets kiosks find kinds of permits, with the next heartbeat after one was changed, and words of visitors', async () => {
  const before = await shown(kiosk);
  const permit = { code: 'HYGIENE-01', group: 'hygiene' as const, field: '식품위생', name: '일반음식점', days: 2 };
  const { id, version } = await hall.owner.call('permitCreate', { body: permit });
  const after = await shown(kiosk);
  expect(after.version).toBe(before.version + 1);
  // This office has no permit desk: a kiosk leads nobody to a service that is not there.
  expect(after.permits).toEqual([]);
  await hall.owner.call('permitArchive', { params: { id }, body: { version } });
  expect((await shown(kiosk)).version).toBe(before.version + 2);
  expect(after.services.every(({ words }) => words !== undefined)).toBe(true);
  expect((await shown()).permits).toBeUndefined();
  expect((await shown()).services.some(({ words }) => words !== undefined)).toBe(false);
});

describe('whoever works for one office', () => {
  it('neither sees nor changes what another shows, and may look at their own before it is saved', async () => {
    const { client } = await hall.person(['supervisor'], ['main']);
    expect((await client.call('layoutList')).every(({ office }) => office === 'main')).toBe(true);
    expect((await client.call('kioskScreenList')).map(({ office }) => office)).toEqual(['main']);
    expect(await codeOf(makeLayout({ office: 'annex' }, client))).toBe('not_found');
    expect(await codeOf(makePlaylist({ office: 'annex' }, client))).toBe('not_found');
    const preview = (office: string) => client.call('screenPreview', { query: { office, kind: 'display' } });
    expect(await codeOf(preview('annex'))).toBe('not_found');
    expect(await preview('main')).toMatchObject({ office: { slug: 'main' }, settings: { screen: 'hall' } });
  });
});
