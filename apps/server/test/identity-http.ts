import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { logIn } from '../../../tools/testing/log-in.ts';
import { operator, type TestApp } from './app.ts';

/** A whole server is started per file, beside other work on the machine. */
jest.setTimeout(60_000);

/** A request as a browser or a device would send it, and what is asked for in tests of the slices around identity. */
export interface Ask {
  readonly token?: string;
  readonly device?: string;
  readonly cookie?: string;
  readonly body?: object | string;
  readonly headers?: Record<string, string>;
  /** Address that the request comes from. */
  readonly from?: string;
}

// The answer is what is being tested, so its type is not taken for granted.
export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
  readonly headers: Record<string, unknown>;
  /** Value of the session cookie that was set, '' when cleared. */
  readonly cookie: string | undefined;
  readonly setCookie: string;
}

export async function ask(app: NestFastifyApplication, route: string, wish: Ask = {}): Promise<Answer> {
  const [method = 'GET', url = '/'] = route.split(' ');
  const authorization = wish.token ? `Bearer ${wish.token}` : wish.device ? `Device ${wish.device}` : undefined;
  const body = wish.body ?? (method === 'GET' ? undefined : {});
  const response = await app.inject({
    method: method as 'GET',
    url,
    remoteAddress: wish.from ?? '127.0.0.1',
    headers: {
      host: 'localhost',
      ...(authorization === undefined ? {} : { authorization }),
      ...(wish.cookie === undefined ? {} : { cookie: `sunbeon_session=${wish.cookie}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...wish.headers,
    },
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const setCookie = String(response.headers['set-cookie'] ?? '');
  return {
    status: response.statusCode,
    body: response.body === '' ? undefined : JSON.parse(response.body),
    headers: response.headers,
    cookie: /sunbeon_session=([^;]*)/.exec(setCookie)?.[1],
    setCookie,
  };
}

export interface Person {
  readonly email: string;
  readonly password: string;
}

export async function tokenOf({ url }: TestApp, { email, password }: Person): Promise<string> {
  return (await logIn(url, email, password)).accessToken;
}

export interface TestTenant {
  readonly id: string;
  readonly slug: string;
  readonly owner: Person;
  readonly ownerToken: string;
}

export async function makeTenant(
  test: TestApp,
  slug: string,
  kind: 'live' | 'rehearsal' = 'rehearsal',
): Promise<TestTenant> {
  const owner = { email: `owner@${slug}.test`, password: `owner-password-${slug}` };
  const token = await tokenOf(test, operator);
  const wish = { slug, name: `기관 ${slug}`, kind, owner: { ...owner, name: '이민원' } };
  const { status, body } = await ask(test.app, 'POST /api/admin/tenants', { token, body: wish });
  if (status !== 201) throw new Error(`tenant ${slug}: ${status} ${JSON.stringify(body)}`);
  return { id: body.id as string, slug, owner, ownerToken: await tokenOf(test, owner) };
}

export async function makeStaff(
  { app }: TestApp,
  tenant: TestTenant,
  name: string,
  roles: readonly string[],
  offices: readonly string[] = [],
): Promise<Person> {
  const person = { email: `${name}@${tenant.slug}.test`, password: `password-of-${name}` };
  const body = { ...person, name, roles, offices };
  const { status } = await ask(app, 'POST /api/admin/staff', { token: tenant.ownerToken, body });
  if (status !== 201) throw new Error(`staff ${name}: ${status}`);
  return person;
}

/** An office with two services, an add-on, a journey and two counters. */
export function officeTemplate(slug: string) {
  const week = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '09:00', to: '18:00' }]]));
  return {
    slug,
    name: { ko: `민원실 ${slug}`, en: `Office ${slug}` },
    hours: {
      week,
      night: { '1': [{ from: '18:00', to: '20:00' }] },
      lunchTurns: [{ span: { from: '12:00', to: '13:00' }, counters: ['1'] }],
    },
    groups: [{ code: 'passport', name: { ko: '여권' } }],
    services: [
      {
        code: 'PASSPORT_APPLY',
        name: { ko: '여권 접수', en: 'Passport application' },
        group: 'passport',
        numbers: { from: 201, to: 299 },
        targetMinutes: 8,
        addOns: [{ code: 'DRIVING_PERMIT', name: { ko: '국제운전면허증' }, minutes: 5 }],
        zone: 'B',
        quota: { perDay: 300, windows: [{ span: { from: '09:00', to: '12:00' }, tickets: 100 }] },
      },
      {
        code: 'DRIVING_PERMIT',
        name: { ko: '국제운전면허증' },
        group: 'passport',
        numbers: { from: 201, to: 299 },
        targetMinutes: 5,
        atKiosk: false,
      },
      {
        code: 'BOTH',
        name: { ko: '한 번에' },
        group: 'passport',
        numbers: { prefix: 'A', from: 1, to: 99 },
        targetMinutes: 12,
        steps: ['PASSPORT_APPLY', 'DRIVING_PERMIT'],
      },
    ],
    counters: [
      { number: '1', name: { ko: '여권 1' }, services: ['DRIVING_PERMIT', 'PASSPORT_APPLY'] },
      { number: '2', name: { ko: '여권 2' }, services: ['PASSPORT_APPLY'] },
    ],
    zones: [{ code: 'B', name: { ko: 'B구역' }, color: '#0055aa', colorName: { ko: '파랑' } }],
  };
}

export async function makeOffice({ app }: TestApp, tenant: TestTenant, slug: string): Promise<string> {
  const { status, body } = await ask(app, 'POST /api/admin/offices', {
    token: tenant.ownerToken,
    body: officeTemplate(slug),
  });
  if (status !== 201) throw new Error(`office ${slug}: ${status} ${JSON.stringify(body)}`);
  return body.id as string;
}

/** A device that is paired, with its token. */
export async function makeDevice({ app }: TestApp, tenant: TestTenant, office: string, kind: string) {
  const token = tenant.ownerToken;
  const made = await ask(app, 'POST /api/admin/devices', { token, body: { office, kind, name: `${kind} 1` } });
  const id = made.body.id as string;
  const { body } = await ask(app, `POST /api/admin/devices/${id}/pairing-code`, { token });
  const paired = await ask(app, 'POST /api/devices/pair', { body: { code: body.code } });
  return { id, token: paired.body.token as string };
}
