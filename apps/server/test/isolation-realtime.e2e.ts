import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { realtimeMessages, type RealtimeMessage } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { newToken } from '../src/platform/auth/tokens.ts';
import { startTestApp, type TestApp } from './app.ts';
import { until } from './desk.ts';
import { withSuperuser } from './history.ts';
import { leaksIn, type Foreign } from './isolation-probe.ts';
import { idsOf } from './tenant-rows.ts';
import { liveTenant, mark, prefix, type LivedTenant } from './two-tenants.ts';

/**
 * Sockets of every kind of one tenant, honest and forged ones, listen while another tenant's hall lives through every
 * message that the contract has. Theirs hear all of it; ours hear nothing.
 */
let server: TestApp;
let own: LivedTenant;
let other: LivedTenant;
let foreign: Foreign;
const sockets: Socket[] = [];

interface Ear {
  readonly name: string;
  readonly heard: [name: string, payload: unknown][];
  readonly socket: Socket;
}

beforeAll(async () => {
  server = await startTestApp();
  own = await liveTenant(server, ['main', 'annex']);
  other = await liveTenant(server, ['bangbae', 'yangjae'], mark);
  foreign = {
    ids: await sql((client) => idsOf(client, other.tenantId)),
    texts: [],
    words: [mark, other.hall.slug, ...other.offices, new RegExp(`"${prefix}\\d`)],
    rows: async () => ({}),
  };
}, 120_000);
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await server.stop();
});

const sql = <T>(work: Parameters<typeof withSuperuser<T>>[1]) => withSuperuser(server.database.superUrl, work);

/** A socket with what it hears; it also tries to enter every room by itself. */
function listen(name: string, auth: object, namespace = '/realtime'): Ear {
  const socket = io(server.url + namespace, {
    path: '/realtime/socket',
    transports: ['websocket'],
    auth,
    reconnection: false,
    forceNew: true,
  });
  sockets.push(socket);
  const heard: Ear['heard'] = [];
  socket.onAny((event: string, payload: unknown) => heard.push([event, payload]));
  socket.on('connect', () => {
    for (const event of ['join', 'subscribe', 'watch', 'board', 'hall', 'message', 'changed']) {
      socket.emit(event, `hall:${other.hall.officeId}`);
      socket.emit(event, { room: `board:${other.hall.officeId}`, office: other.hall.officeId });
    }
  });
  return { name, heard, socket };
}

const bearer = ({ headers }: { headers: Readonly<Record<string, string>> }) =>
  (headers['authorization'] ?? '').split(' ')[1] ?? '';

/** All that the own tenant may open, and all that it may forge. */
function ears(): { honest: Ear[]; forged: Ear[] } {
  const [office] = own.offices;
  const [theirs] = other.offices;
  const owner = bearer(own.people[0] ?? { headers: {} });
  const device = own.devices[0]?.token ?? '';
  const honest = [
    ...own.people.map((one) => listen(one.name, { accessToken: bearer(one), office })),
    ...own.limited.map((one) => listen(one.name, { accessToken: bearer(one), office })),
    ...own.devices.map(({ name, token }) => listen(name, { deviceToken: token })),
    listen('resident', { tenant: own.hall.slug, office }),
  ];
  const row = foreign.ids.get('session.id')?.[0] ?? '';
  const spliced = Buffer.concat([
    Buffer.from(other.tenantId.replaceAll('-', ''), 'hex'),
    Buffer.from(owner, 'base64url').subarray(16),
  ]).toString('base64url');
  const forged = [
    listen('own log-in, their office', { accessToken: owner, office: theirs }),
    listen('own log-in, their office’s id', { accessToken: owner, office: other.hall.officeId }),
    listen('own log-in with their tenant inside', { accessToken: spliced, office: theirs }),
    listen('invented log-in', { accessToken: newToken(other.tenantId, row).token, office: theirs }),
    listen('a device’s token as a log-in', { accessToken: device, office: theirs }),
    listen('a log-in as a device’s token', { deviceToken: owner }),
    listen('invented device', { deviceToken: newToken(other.tenantId, foreign.ids.get('device.id')?.[0] ?? '').token }),
    listen('own tenant, their office', { tenant: own.hall.slug, office: theirs }),
    listen('their tenant, own office', { tenant: other.hall.slug, office }),
    listen('several at once', { deviceToken: device, tenant: other.hall.slug, office: theirs }),
    listen('rooms named', {
      tenant: other.hall.slug,
      office: theirs,
      rooms: [`hall:${other.hall.officeId}`],
      staff: true,
    }),
    listen('a ticket’s token', { accessToken: own.ticket.token, office: theirs }),
    listen('lists', { tenant: [other.hall.slug], office: [theirs] }),
    listen('another namespace', { tenant: other.hall.slug, office: theirs }, '/'),
    listen('nothing', {}),
  ];
  return { honest, forged };
}

/** Every message of the contract, made to happen in the other tenant's hall. */
async function liveThrough(): Promise<Ear[]> {
  const [office] = other.offices;
  const display = await other.hall.pair('display');
  const broken = await other.hall.pair('kiosk');
  const theirs = [
    listen('their owner', { accessToken: bearer(other.people[0] ?? { headers: {} }), office }),
    listen('their display', { deviceToken: display.token }),
    listen('their kiosk', { deviceToken: broken.token }),
    listen('their resident', { tenant: other.hall.slug, office }),
  ];
  for (const { heard, name } of theirs)
    await until(() => (heard.some(([event]) => event === 'board') ? true : undefined), `the first board of ${name}`);
  const { desk, hall } = other;
  const { owner } = hall;
  await hall.draw('PASSPORT');
  await desk.give('recall');
  await desk.give('start');
  await desk.give('complete');
  await desk.give('callNext');
  await owner.call('issuingSwitch', {
    params: { id: hall.services['MOVE'] ?? '' },
    body: { stopped: true, reason: `쉼${mark}` },
  });
  await owner.call('deviceUpdate', { params: { id: display.id }, body: { name: `새 이름${mark}` } });
  for (const command of ['deviceIdentify', 'deviceReload', 'devicePictureAsk'] as const)
    await owner.call(command, { params: { id: display.id } });
  await sql((client) =>
    client.query("update device set last_heard_at = now() - interval '1 hour' where id = $1", [broken.id]),
  );
  await server.app.get(JobHandlers).run('devices.watch', {});
  await owner.call('deviceRevoke', { params: { id: broken.id } });
  await restFor(theirs);
  return theirs;
}

/** The other tenant is suspended until its people and screens were told so, and served again. */
async function restFor(theirs: readonly Ear[]): Promise<void> {
  const status = (now: string) =>
    sql((client) => client.query('update tenant set status = $2 where id = $1', [other.tenantId, now]));
  const told = theirs.filter(({ name }) => ['their owner', 'their display'].includes(name));
  await status('suspended');
  for (const { heard, name } of told)
    await until(() => (heard.some(([event]) => event === 'resting') ? true : undefined), `the rest of ${name}`);
  await status('active');
}

/** Messages that the contract has and nobody sends yet; whoever sends the first takes the name out and the test follows. */
const unsent: readonly RealtimeMessage[] = ['ticket', 'announcement'];

describe('while another tenant’s hall lives through a day', () => {
  let honest: Ear[];
  let forged: Ear[];
  let theirs: Ear[];
  let before: Map<Ear, number>;

  beforeAll(async () => {
    ({ honest, forged } = ears());
    for (const { name, heard } of honest)
      await until(() => (heard.some(([event]) => event === 'board') ? true : undefined), `the first board of ${name}`);
    await pause(600);
    before = new Map([...honest, ...forged].map((ear) => [ear, ear.heard.length]));
    theirs = await liveThrough();
    await until(
      () => (theirs.some(({ heard }) => heard.some(([event]) => event === 'revoked')) ? true : undefined),
      'the last message',
    );
    await pause(800);
  }, 60_000);

  it('its own people and devices hear every message that there is', () => {
    const heard = new Set(theirs.flatMap((ear) => ear.heard.map(([event]) => event)));
    const expected = (Object.keys(realtimeMessages) as RealtimeMessage[]).filter((name) => !unsent.includes(name));
    expect([...heard].sort()).toEqual([...expected].sort());
    expect(leaksIn(JSON.stringify(theirs.map((ear) => ear.heard)), foreign, new Set()).length).toBeGreaterThan(10);
  });

  it('nobody of the own tenant hears anything, and nothing of it', () => {
    for (const ear of honest) {
      const later = ear.heard.slice(before.get(ear)).filter(([event]) => !isOwnChange(event));
      expect([ear.name, later.map(([event]) => event)]).toEqual([ear.name, []]);
      expect([ear.name, leaksIn(JSON.stringify(ear.heard), foreign, new Set())]).toEqual([ear.name, []]);
    }
  });

  it('no forged log-in is let in', () => {
    for (const { name, heard, socket } of forged) {
      const events = heard.map(([event]) => event).filter((event) => event !== 'revoked');
      expect([name, events]).toEqual([name, []]);
      expect([name, leaksIn(JSON.stringify(heard), foreign, new Set())]).toEqual([name, []]);
      if (name !== 'another namespace') expect([name, socket.connected]).toEqual([name, false]);
    }
  });

  it('residents hear the board, with ids of services only, and that the institution rests', () => {
    const resident = theirs.find(({ name }) => name === 'their resident');
    expect(new Set(resident?.heard.map(([event]) => event))).toEqual(new Set(['board', 'resting']));
    const services = new Set(foreign.ids.get('service.id'));
    // Why a service was stopped is written for visitors; what follows is not.
    const quiet = { ...foreign, words: ['담당자', '관리자', '발권기', '메모', '서류'] };
    expect(leaksIn(JSON.stringify(resident?.heard), quiet, services)).toEqual([]);
  });

  it('devices hear nothing of the staff’s view', () => {
    for (const { name, heard } of theirs.filter(({ name }) => name !== 'their owner'))
      expect([name, heard.filter(([event]) => event === 'hall' || event === 'alert')]).toEqual([name, []]);
  });

  /** The own hall's clock goes on: its boards may come. What is in them is looked at. */
  const isOwnChange = (event: string) => event === 'board' || event === 'hall';
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('server-sent events', () => {
  it('of one office bring nothing when another tenant’s hall changes', async () => {
    const stop = new AbortController();
    const response = await fetch(`${server.url}/api/public/${own.hall.slug}/${own.offices[0]}/events`, {
      signal: stop.signal,
    });
    let text = '';
    const reading = (async () => {
      for await (const chunk of response.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
    })().catch(() => undefined);
    await until(() => (text.includes('event: status') ? true : undefined), 'the first status');
    await other.hall.draw('PASSPORT');
    await other.desk.give('recall', {}, randomUUID());
    await pause(1_200);
    stop.abort();
    await reading;
    expect(leaksIn(text, foreign, new Set())).toEqual([]);
  });
});
