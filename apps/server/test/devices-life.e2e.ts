import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertMessage, DeviceCommand } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { DeviceSockets } from '../src/boards/device-sockets.ts';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { createClient, startTestApp, type TestApp } from './app.ts';
import { codeOf, until } from './desk.ts';
import { login, makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';

let server: TestApp;
let hall: TestHall;
let other: TestHall;
const sockets: Socket[] = [];

beforeAll(async () => {
  server = await startTestApp();
  [hall, other] = [await makeHall(server), await makeHall(server)];
}, 60_000);
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await server.stop();
});

const sql = (text: string, values: unknown[] = []) =>
  withSuperuser(server.database.superUrl, (client) => client.query(text, values));
const watch = () => server.app.get(JobHandlers).run('devices.watch', {});
const row = async (id: string) => (await hall.owner.call('deviceList')).find((one) => one.id === id);
const named = (id: string) => ({ params: { id } });

/** A socket that has its first board, and everything that it hears. */
async function listen(auth: object): Promise<{ socket: Socket; heard: [string, unknown][] }> {
  const socket = io(`${server.url}/realtime`, {
    path: '/realtime/socket',
    transports: ['websocket'],
    auth,
    reconnection: false,
    forceNew: true,
  });
  sockets.push(socket);
  const heard: [string, unknown][] = [];
  socket.onAny((name: string, payload: unknown) => heard.push([name, payload]));
  await until(() => (heard.some(([name]) => name === 'board') ? true : undefined), 'the first board');
  return { socket, heard };
}
const payloads = <T>(heard: [string, unknown][], name: string) =>
  heard.filter(([one]) => one === name).map(([, payload]) => payload as T);

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200, 7)]);

describe('a heartbeat', () => {
  it('tells version, printer, clock and screen, and which configuration is in use', async () => {
    const { id, client } = await hall.pair('kiosk');
    const config = await client.call('deviceConfig');
    expect((await row(id))?.config).toEqual({ wanted: config.version, acknowledged: null });
    await client.call('heartbeat', {
      body: {
        appVersion: '1.4.2',
        configVersion: config.version,
        clockAt: new Date(Date.now() - 5_000).toISOString(),
        screen: { width: 1080, height: 1920 },
        printer: 'near_end',
        problems: ['printer_slow'],
      },
    });
    expect(await row(id)).toMatchObject({
      state: 'online',
      appVersion: '1.4.2',
      config: { wanted: config.version, acknowledged: config.version },
      screen: { width: 1080, height: 1920 },
      printer: 'near_end',
      problems: ['printer_slow'],
      alerts: [],
    });
    expect((await row(id))?.clockOffsetMs).toBeLessThan(-4_000);
  });
});

describe('a device whose token was revoked where word of it does not come', () => {
  it('is cut off by the look around, and only that one', async () => {
    const [lost, kept] = [await hall.pair('display'), await hall.pair('display')];
    const [gone, stays] = [await listen({ deviceToken: lost.token }), await listen({ deviceToken: kept.token })];
    await server.app.get(DeviceSockets).lookAround();
    expect(gone.socket.connected).toBe(true);
    await sql('update device set revoked_at = now() where id = $1', [lost.id]);
    await server.app.get(DeviceSockets).lookAround();
    await until(() => (gone.socket.connected ? undefined : true), 'the end');
    expect(payloads(gone.heard, 'revoked')).toEqual([{ reason: 'device_revoked' }]);
    expect(stays.socket.connected).toBe(true);
  });
});

describe('a device that falls silent', () => {
  it('is an alert after three missed heartbeats, told to the staff of the hall, once, until it is heard of again', async () => {
    const { id, client } = await hall.pair('display');
    await client.call('heartbeat', { body: {} });
    const owner = await login(server.url, `owner@${hall.slug}.test`, 'owner-password-1');
    const staff = await listen({ accessToken: owner.token, office: 'main' });
    const foreign = await login(server.url, `owner@${other.slug}.test`, 'owner-password-1');
    const elsewhere = await listen({ accessToken: foreign.token, office: 'main' });
    const resident = await listen({ tenant: hall.slug, office: 'main' });
    const silent = (seconds: number) =>
      sql(`update device set last_heard_at = now() - $2 * interval '1 second' where id = $1`, [id, seconds]);
    const alerts = () => payloads<AlertMessage>(staff.heard, 'alert').filter(({ subject }) => subject.id === id);

    await silent(85);
    await watch();
    expect((await row(id))?.alerts).toEqual([]);
    await silent(95);
    await watch();
    await watch();
    expect(await row(id)).toMatchObject({ state: 'silent', alerts: ['offline'] });
    await until(() => (alerts().length > 0 ? true : undefined), 'the alert');
    expect(alerts()).toMatchObject([
      { topic: 'device', kind: 'offline', state: 'began', subject: { name: 'display' } },
    ]);

    const later = await listen({ accessToken: owner.token, office: 'main' });
    await until(() => (payloads(later.heard, 'alert').length > 0 ? true : undefined), 'what stands');
    expect(payloads<AlertMessage>(later.heard, 'alert').filter(({ subject }) => subject.id === id)).toMatchObject([
      { kind: 'offline', state: 'stands', subject: { name: 'display' } },
    ]);

    const [open] = (await hall.owner.call('deviceAlerts')).filter(({ deviceId }) => deviceId === id);
    expect(open).toMatchObject({ kind: 'offline', office: 'main', endedAt: null, seenAt: null });
    const seen = await hall.owner.call('deviceAlertSeen', named(open?.id ?? ''));
    expect(seen.seenAt).not.toBeNull();
    expect(await codeOf(other.owner.call('deviceAlertSeen', named(open?.id ?? '')))).toBe('not_found');

    await client.call('heartbeat', { body: { printer: 'ok' } });
    await watch();
    await until(() => (alerts().length > 1 ? true : undefined), 'the end of the alert');
    expect(alerts().map(({ state }) => state)).toEqual(['began', 'ended']);
    expect((await row(id))?.alerts).toEqual([]);
    expect(payloads(elsewhere.heard, 'alert')).toEqual([]);
    expect(payloads(resident.heard, 'alert')).toEqual([]);
  });

  it('is no alert when it was revoked, and one without paper is another alert', async () => {
    const { id, client } = await hall.pair('kiosk');
    await client.call('heartbeat', { body: { printer: 'paper_end' } });
    await watch();
    expect(await row(id)).toMatchObject({ state: 'online', alerts: ['printer'] });
    await hall.owner.call('deviceRevoke', named(id));
    await sql(`update device set last_heard_at = now() - interval '1 hour' where id = $1`, [id]);
    await watch();
    expect(await row(id)).toMatchObject({ state: 'revoked', alerts: [] });
  });

  it('is no alert any more once paper was put in, however soon after; what says the same again is not stored', async () => {
    const { id, client } = await hall.pair('kiosk');
    await client.call('heartbeat', { body: { printer: 'paper_end', clockAt: new Date().toISOString() } });
    await client.call('heartbeat', { body: { printer: 'ok', clockAt: new Date().toISOString() } });
    await watch();
    expect(await row(id)).toMatchObject({ state: 'online', printer: 'ok', alerts: [] });
    const heard = (await row(id))?.lastHeardAt;
    await client.call('heartbeat', { body: { printer: 'ok', clockAt: new Date().toISOString() } });
    expect((await row(id))?.lastHeardAt).toBe(heard);
  });
});

describe('settings', () => {
  it('are pushed with a version and acknowledged', async () => {
    const { id, token, client } = await hall.pair('display');
    const screen = await listen({ deviceToken: token });
    const before = (await client.call('deviceConfig')).version;
    const changed = await hall.owner.call('deviceUpdate', {
      ...named(id),
      body: { name: '2층 TV', settings: { screen: 'hall', volume: 0.4 } },
    });
    expect(changed.config.wanted).toBe(before + 1);
    await until(() => payloads(screen.heard, 'config')[0], 'the push');
    expect(payloads(screen.heard, 'config')).toEqual([{ version: before + 1 }]);
    expect(await client.call('deviceConfig')).toMatchObject({
      version: before + 1,
      device: { name: '2층 TV' },
      settings: { screen: 'hall', volume: 0.4 },
    });
    // Within the pause between stored heartbeats: what is acknowledged is stored all the same.
    for (const configVersion of [before, before + 1]) await client.call('heartbeat', { body: { configVersion } });
    expect((await row(id))?.config).toEqual({ wanted: before + 1, acknowledged: before + 1 });
    expect(await codeOf(hall.owner.call('deviceUpdate', { ...named(id), body: {} }))).toBe('validation');
    expect(await codeOf(other.owner.call('deviceUpdate', { ...named(id), body: { name: 'x' } }))).toBe('not_found');
  });
});

describe('commands', () => {
  it('reach the device that is meant and no other, and say when nobody is there', async () => {
    const [one, two] = [await hall.pair('display'), await hall.pair('display')];
    expect(await hall.owner.call('deviceReload', named(one.id))).toEqual({ reached: false });
    const [first, second] = [await listen({ deviceToken: one.token }), await listen({ deviceToken: two.token })];
    expect(await hall.owner.call('deviceReload', named(one.id))).toEqual({ reached: true });
    expect(await hall.owner.call('deviceIdentify', named(one.id))).toEqual({ reached: true });
    await until(() => payloads(first.heard, 'command')[1], 'the commands');
    expect(payloads<DeviceCommand>(first.heard, 'command').map(({ kind }) => kind)).toEqual(['reload', 'identify']);
    expect(payloads(second.heard, 'command')).toEqual([]);
    expect(await codeOf(other.owner.call('deviceIdentify', named(one.id)))).toBe('not_found');
    const viewer = await hall.person(['viewer']);
    expect(await codeOf(viewer.client.call('deviceIdentify', named(one.id)))).toBe('forbidden');
  });

  it('bring a picture of the screen: asked for, sent once, kept for ten minutes', async () => {
    const { id, token, client } = await hall.pair('display');
    const screen = await listen({ deviceToken: token });
    const picture = () => hall.owner.call('devicePicture', named(id));
    const send = (change: object = {}) =>
      client.call('devicePictureSend', {
        body: {
          requestId: command()?.id ?? randomUUID(),
          type: 'image/jpeg',
          data: jpeg.toString('base64'),
          ...change,
        },
      });
    const command = () => payloads<DeviceCommand>(screen.heard, 'command').at(-1);

    expect(await picture()).toMatchObject({ state: 'none', data: null });
    expect(await codeOf(send())).toBe('not_found');
    await hall.owner.call('devicePictureAsk', named(id));
    await until(command, 'the command');
    expect(await picture()).toMatchObject({ state: 'asked', data: null });

    expect(await codeOf(send({ requestId: randomUUID() }))).toBe('not_found');
    expect(await codeOf(send({ type: 'image/png' }))).toBe('validation');
    expect(await codeOf(send({ type: 'image/svg+xml' }))).toBe('validation');
    expect(await codeOf(send({ data: Buffer.from('<svg/>').toString('base64') }))).toBe('validation');
    expect(await codeOf(send({ data: '***' }))).toBe('validation');
    const large = Buffer.concat([jpeg, Buffer.alloc(700_001)]).toString('base64');
    expect(await codeOf(send({ data: large }))).toBe('validation');
    const foreign = await other.pair('display');
    const stolen = { requestId: command()?.id ?? '', type: 'image/jpeg' as const, data: jpeg.toString('base64') };
    expect(await codeOf(foreign.client.call('devicePictureSend', { body: stolen }))).toBe('not_found');

    await send();
    expect(await picture()).toMatchObject({ state: 'there', type: 'image/jpeg', data: jpeg.toString('base64') });
    expect(await codeOf(send())).toBe('not_found');
    expect(await codeOf(other.owner.call('devicePicture', named(id)))).toBe('not_found');

    await sql(`update device_picture set asked_at = now() - interval '10 minutes 1 second' where device_id = $1`, [id]);
    expect(await picture()).toMatchObject({ state: 'none', data: null });
    await watch();
    expect((await sql('select 1 from device_picture where device_id = $1', [id])).rowCount).toBe(0);
  });
});

describe('a device that broke', () => {
  it('is replaced in one step: the old token is dead at once, the new machine has its place', async () => {
    const old = await hall.pair('display');
    await hall.owner.call('deviceUpdate', {
      ...named(old.id),
      body: { name: '입구 TV', settings: { screen: 'hall' } },
    });
    const screen = await listen({ deviceToken: old.token });
    const { code } = await hall.owner.call('deviceReplace', named(old.id));
    await until(() => (screen.socket.connected ? undefined : true), 'the end of the connection');
    expect(payloads(screen.heard, 'revoked')).toEqual([{ reason: 'device_revoked' }]);
    expect(await codeOf(old.client.call('deviceConfig'))).toBe('device_revoked');

    const paired = await createClient({ baseUrl: server.url }).call('pair', { body: { code } });
    expect(paired.deviceId).toBe(old.id);
    const fresh = createClient({ baseUrl: server.url, authorization: () => `Device ${paired.token}` });
    expect(await fresh.call('deviceConfig')).toMatchObject({
      device: { name: '입구 TV' },
      settings: { screen: 'hall' },
    });
    expect(await codeOf(old.client.call('deviceConfig'))).toBe('unauthenticated');
    expect(await codeOf(createClient({ baseUrl: server.url }).call('pair', { body: { code } }))).toBe(
      'pairing_code_invalid',
    );
    expect((await hall.owner.call('deviceList')).filter(({ id }) => id === old.id)).toHaveLength(1);
    expect(await codeOf(other.owner.call('deviceReplace', named(old.id)))).toBe('not_found');
  });
});

it('everything that people did to devices is in the audit', async () => {
  const { rows } = await hall.owner.call('auditList', { query: { action: 'device', limit: 200 } });
  const actions = new Set(rows.map(({ action }) => action));
  for (const action of [
    'create',
    'pairing_code',
    'pair',
    'update',
    'reload',
    'identify',
    'picture',
    'replace',
    'revoke',
  ])
    expect([action, actions.has(`device.${action}`)]).toEqual([action, true]);
});
