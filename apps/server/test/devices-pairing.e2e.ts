import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DeviceEvents, type DeviceRevoked } from '../src/platform/auth/device-events.ts';
import { startTestApp, type TestApp } from './app.ts';
import { ask, makeDevice, makeOffice, makeStaff, makeTenant, tokenOf, type TestTenant } from './identity-http.ts';

let test: TestApp;
let tenant: TestTenant;
let foreign: TestTenant;
let database: Client;

beforeAll(async () => {
  test = await startTestApp();
  tenant = await makeTenant(test, 'seongdong');
  foreign = await makeTenant(test, 'gangnam');
  await makeOffice(test, tenant, 'main');
  await makeOffice(test, foreign, 'main');
  database = new Client(test.database.superUrl);
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await test.stop();
});

const admin = (route: string, body: object = {}, token = tenant.ownerToken) => ask(test.app, route, { token, body });
const register = async (kind: string) => {
  const { body } = await admin('POST /api/admin/devices', { office: 'main', kind, name: `${kind} 1` });
  return body.id as string;
};
const newCode = async (id: string) => (await admin(`POST /api/admin/devices/${id}/pairing-code`)).body.code as string;
const pair = (code: string, from = '10.1.0.1') => ask(test.app, 'POST /api/devices/pair', { body: { code }, from });
const config = (device: string, headers: Record<string, string> = {}) =>
  ask(test.app, 'GET /api/device/config', { device, headers });
const rowOf = async (id: string) => {
  const { body } = await ask(test.app, 'GET /api/admin/devices', { token: tenant.ownerToken });
  return (body as { id: string }[]).find((row) => row.id === id);
};

describe('pairing', () => {
  it('gives a token for a code, once', async () => {
    const id = await register('kiosk');
    expect(await rowOf(id)).toMatchObject({ state: 'unpaired', pairedAt: null });
    const { status, body: made } = await admin(`POST /api/admin/devices/${id}/pairing-code`);
    expect(status).toBe(201);
    expect(made.code).toMatch(/^[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}$/);
    const minutes = (Date.parse(made.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9.9);
    expect(minutes).toBeLessThanOrEqual(10);

    const paired = await pair(made.code);
    expect(paired.body).toEqual({
      deviceId: id,
      token: expect.any(String),
      kind: 'kiosk',
      tenant: 'seongdong',
      office: 'main',
    });
    expect((await config(paired.body.token)).status).toBe(200);
    const again = await pair(made.code);
    expect([again.status, again.body.code]).toEqual([404, 'pairing_code_invalid']);
  });

  it('takes the code as people type it', async () => {
    const code = await newCode(await register('display'));
    expect((await pair(` ${code.toLowerCase().replace('-', ' ')} `)).status).toBe(200);
  });

  it('gives the token to one of two that send the code at once', async () => {
    const code = await newCode(await register('display'));
    const answers = await Promise.all([pair(code), pair(code), pair(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  });

  it('refuses a code after ten minutes, and the code before a newer one', async () => {
    const id = await register('display');
    const old = await newCode(id);
    const newer = await newCode(id);
    expect((await pair(old)).body.code).toBe('pairing_code_invalid');
    await database.query(`update device_pairing set expires_at = now() - interval '1 second' where device_id = $1`, [
      id,
    ]);
    expect((await pair(newer)).body.code).toBe('pairing_code_invalid');
  });

  it('replaces the token when a device is paired again: the old one dies at once, and its holder is told', async () => {
    const heard: DeviceRevoked[] = [];
    test.app.get(DeviceEvents).onRevoked((event) => heard.push(event));
    const device = await makeDevice(test, tenant, 'main', 'display');
    expect((await config(device.token)).status).toBe(200);
    heard.length = 0;
    const second = await pair(await newCode(device.id));
    expect(heard).toEqual([{ tenantId: tenant.id, deviceId: device.id, reason: 'paired_again' }]);
    expect((await config(device.token)).body.code).toBe('unauthenticated');
    expect((await config(second.body.token)).status).toBe(200);
  });

  it('stores neither codes nor tokens in the clear', async () => {
    const id = await register('kiosk');
    const code = await newCode(id);
    const { rows: codes } = await database.query('select code_hash from device_pairing where device_id = $1', [id]);
    expect(codes[0].code_hash).not.toContain(code.replace('-', ''));
    const { token } = (await pair(code)).body;
    const { rows } = await database.query('select row_to_json(d)::text as text from device d where id = $1', [id]);
    expect(rows[0].text).not.toContain(token);
  });

  it('stops an address after twenty wrong codes, and all addresses together after three thousand', async () => {
    const alphabet = 'ABCDEFGHJKMNPQRST';
    const wrong = (n: number) => `${alphabet[n % 17]}${alphabet[Math.floor(n / 17) % 17]}23-4567`;
    const one = await Promise.all(Array.from({ length: 200 }, (_, n) => pair(wrong(n), '10.2.0.1')));
    expect(one.filter(({ status }) => status === 404)).toHaveLength(20);
    expect(one.filter(({ body }) => body.code === 'too_many_requests')).toHaveLength(180);
    const code = await newCode(await register('kiosk'));
    expect((await pair(code, '10.2.0.1')).status).toBe(429);
    expect((await pair(code, '10.2.0.2')).status).toBe(200);

    await database.query("update rate_limit set points = points + 2700 where key like 'pair_overall%'");
    const many = await Promise.all(Array.from({ length: 320 }, (_, n) => pair(wrong(n), `10.3.${n >> 8}.${n & 255}`)));
    expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(20);
    expect(many.filter(({ status }) => status === 404).length).toBeLessThan(300);
    await database.query('delete from rate_limit');
  });

  it('tells bodies that do not fit', async () => {
    for (const body of [{}, { code: 1 }, { code: '' }, { code: 'x'.repeat(41) }, { code: 'ABCD-EFGH', more: 1 }]) {
      expect((await ask(test.app, 'POST /api/devices/pair', { body })).body.code).toBe('validation');
    }
    for (const code of ['ABCD-EFGH', '순번순번순번', "' or 1=1 --", '\\\\\\\\\\\\\\\\']) {
      expect((await pair(code)).body.code).toBe('pairing_code_invalid');
    }
  });
});

describe('revoking', () => {
  it('kills the token at once, and a code that was not used', async () => {
    const heard: DeviceRevoked[] = [];
    test.app.get(DeviceEvents).onRevoked((event) => heard.push(event));
    const device = await makeDevice(test, tenant, 'main', 'kiosk');
    const code = await newCode(device.id);
    expect((await config(device.token)).status).toBe(200);
    heard.length = 0;
    const revoked = await admin(`POST /api/admin/devices/${device.id}/revoke`);
    expect([revoked.status, revoked.body.state]).toEqual([200, 'revoked']);
    expect(heard).toEqual([{ tenantId: tenant.id, deviceId: device.id, reason: 'revoked' }]);
    const after = await config(device.token);
    expect([after.status, after.body.code]).toEqual([401, 'device_revoked']);
    expect((await pair(code)).body.code).toBe('pairing_code_invalid');
    // Revoked again: nothing more to do.
    expect((await admin(`POST /api/admin/devices/${device.id}/revoke`)).status).toBe(200);
    // The hardware may come back with a new code; its old token does not.
    expect((await pair(await newCode(device.id))).status).toBe(200);
    expect((await config(device.token)).body.code).toBe('unauthenticated');
  });
});

describe('who may', () => {
  it('answers ids and offices of another tenant as if they did not exist', async () => {
    const device = await makeDevice(test, tenant, 'main', 'kiosk');
    for (const action of ['pairing-code', 'revoke']) {
      const { status, body } = await admin(`POST /api/admin/devices/${device.id}/${action}`, {}, foreign.ownerToken);
      expect([status, body.code]).toEqual([404, 'not_found']);
      const unknown = '0192f0c1-7a10-7000-8000-0000000000ff';
      expect((await admin(`POST /api/admin/devices/${unknown}/${action}`)).status).toBe(404);
      expect((await admin(`POST /api/admin/devices/not-an-id/${action}`)).status).toBe(404);
    }
    expect((await config(device.token)).status).toBe(200);
    const theirs = await ask(test.app, 'GET /api/admin/devices', { token: foreign.ownerToken });
    expect(theirs.body).toEqual([]);
    await makeOffice(test, foreign, 'south');
    const wish = { office: 'south', kind: 'kiosk', name: 'x' };
    expect((await admin('POST /api/admin/devices', wish)).body.code).toBe('not_found');
  });

  it('keeps a supervisor to the offices he works for', async () => {
    await makeOffice(test, tenant, 'north');
    const inMain = await makeDevice(test, tenant, 'main', 'kiosk');
    const chief = await tokenOf(test, await makeStaff(test, tenant, 'chief', ['supervisor'], ['north']));
    expect((await admin(`POST /api/admin/devices/${inMain.id}/revoke`, {}, chief)).body.code).toBe('not_found');
    const wish = { kind: 'kiosk', name: 'x' };
    expect((await admin('POST /api/admin/devices', { ...wish, office: 'main' }, chief)).body.code).toBe('not_found');
    expect((await admin('POST /api/admin/devices', { ...wish, office: 'north' }, chief)).status).toBe(201);
    const { body } = await ask(test.app, 'GET /api/admin/devices', { token: chief });
    expect(body.map((row: { office: string }) => row.office)).toEqual(['north']);
  });

  it('lets a device do what devices of its kind do, and no more', async () => {
    const screen = await makeDevice(test, tenant, 'main', 'display');
    const issue = await ask(test.app, 'POST /api/kiosk/tickets', {
      device: screen.token,
      body: { serviceId: '0192f0c1-7a10-7000-8000-0000000000ff' },
      headers: { 'idempotency-key': 'key-12345678' },
    });
    expect(issue.body.code).toBe('forbidden');
    expect((await ask(test.app, 'GET /api/admin/devices', { device: screen.token })).status).toBe(403);
    expect((await ask(test.app, 'GET /api/device/config', { token: tenant.ownerToken })).status).toBe(403);
    expect((await ask(test.app, 'GET /api/device/config', { token: screen.token })).status).toBe(401);
  });

  it('refuses devices of a tenant that is suspended, and takes them back afterwards', async () => {
    const device = await makeDevice(test, foreign, 'main', 'kiosk');
    await database.query(`update tenant set status = 'suspended' where slug = 'gangnam'`);
    expect((await config(device.token)).body.code).toBe('tenant_inactive');
    await database.query(`update tenant set status = 'active' where slug = 'gangnam'`);
    expect((await config(device.token)).status).toBe(200);
  });
});

describe('configuration', () => {
  it('gives a kiosk what it shows, with a tag', async () => {
    const kiosk = await makeDevice(test, tenant, 'main', 'kiosk');
    const { body, headers } = await config(kiosk.token);
    expect(body.services.map((service: { code: string }) => service.code)).toEqual(['PASSPORT_APPLY', 'BOTH']);
    expect(body.services[0]).toMatchObject({ addOns: [{ code: 'DRIVING_PERMIT' }], zone: 'B' });
    expect(body.services[1].steps).toHaveLength(2);
    expect(body.priorities.map((priority: { code: string }) => priority.code)).toContain('with_infant');
    expect(body).toMatchObject({ media: [], tenant: { slug: 'seongdong', rehearsal: true }, clock: { rate: 1 } });

    const tag = String(headers['etag']);
    const same = await config(kiosk.token, { 'if-none-match': tag });
    expect([same.status, same.body, same.headers['etag']]).toEqual([304, undefined, tag]);
    expect((await config(kiosk.token, { 'if-none-match': `"other", W/${tag}` })).status).toBe(304);
    expect((await config(kiosk.token, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('comes anew when the office changes', async () => {
    const kiosk = await makeDevice(test, tenant, 'main', 'kiosk');
    const before = await config(kiosk.token);
    await database.query(`update service set name = '{"ko": "새 이름"}' where tenant_id = $1 and code = 'BOTH'`, [
      tenant.id,
    ]);
    await database.query('update office_live set config_revision = config_revision + 1 where tenant_id = $1', [
      tenant.id,
    ]);
    const after = await config(kiosk.token, { 'if-none-match': String(before.headers['etag']) });
    expect(after.status).toBe(200);
    expect(after.body.version).toBe(before.body.version + 1);
    expect(after.body.services[1].name.ko).toBe('새 이름');
  });

  it('gives a screen all services without what only a kiosk needs', async () => {
    const screen = await makeDevice(test, tenant, 'main', 'display');
    const { body } = await config(screen.token);
    expect(body.services).toHaveLength(3);
    expect(body).toMatchObject({ priorities: [], groups: [] });
  });
});

describe('heartbeat', () => {
  it('keeps what the device says of itself, and how far its clock is off', async () => {
    const device = await makeDevice(test, tenant, 'main', 'kiosk');
    const clockAt = new Date(Date.now() + 90_000).toISOString();
    const beat = { appVersion: '1.4.0', configVersion: 1, clockAt, printer: 'near_end', problems: ['종이 부족'] };
    const { status, body } = await ask(test.app, 'POST /api/device/heartbeat', { device: device.token, body: beat });
    expect(status).toBe(200);
    expect(Math.abs(Date.parse(body.now) - Date.now())).toBeLessThan(5_000);
    expect(body.configVersion).toBeGreaterThanOrEqual(1);
    const row = await rowOf(device.id);
    expect(row).toMatchObject({ state: 'online', appVersion: '1.4.0' });
    const { clockOffsetMs } = row as unknown as { clockOffsetMs: number };
    expect(Math.abs(clockOffsetMs - 90_000)).toBeLessThan(5_000);
  });

  it('that says the same is stored at most once in five seconds, one that says something new at once', async () => {
    const device = await makeDevice(test, tenant, 'main', 'kiosk');
    const beat = (appVersion: string) =>
      ask(test.app, 'POST /api/device/heartbeat', { device: device.token, body: { appVersion } });
    const heardAgo = async (seconds: number) => {
      const by = `update device set last_heard_at = now() - $2 * interval '1 second' where id = $1 returning last_heard_at`;
      return (await database.query<{ last_heard_at: Date }>(by, [device.id, seconds])).rows[0]?.last_heard_at;
    };
    const heard = async () =>
      (await database.query<{ last_heard_at: Date }>('select last_heard_at from device where id = $1', [device.id]))
        .rows[0]?.last_heard_at;
    await beat('1');
    const recent = await heardAgo(3);
    expect((await beat('1')).status).toBe(200);
    expect(await heard()).toEqual(recent);
    const old = await heardAgo(5);
    await beat('1');
    expect(await heard()).not.toEqual(old);
    await beat('2');
    expect(await rowOf(device.id)).toMatchObject({ appVersion: '2' });
  });

  it('shows a device as silent after ninety seconds', async () => {
    const device = await makeDevice(test, tenant, 'main', 'kiosk');
    await ask(test.app, 'POST /api/device/heartbeat', { device: device.token, body: {} });
    await database.query(`update device set last_heard_at = now() - interval '91 seconds' where id = $1`, [device.id]);
    expect(await rowOf(device.id)).toMatchObject({ state: 'silent' });
  });

  it('tells bodies that do not fit', async () => {
    const { token: device } = await makeDevice(test, tenant, 'main', 'kiosk');
    for (const body of [
      { printer: 'on fire' },
      { clockAt: 'now' },
      { problems: Array(11).fill('x') },
      { x: 1 },
      '[]',
    ]) {
      const { status } = await ask(test.app, 'POST /api/device/heartbeat', { device, body });
      expect(status).toBe(422);
    }
  });
});
