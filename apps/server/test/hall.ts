import { createClient, type Client } from '@sunbeon/client';
import { OfficeTemplate, type DeviceKind, type Role } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { logIn } from '../../../tools/testing/log-in.ts';
import { operator, type TestApp } from './app.ts';

export const week = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [{ from: '00:00', to: '24:00' }]]),
);

type Template = z.input<typeof OfficeTemplate>;

/** A small office that is open around the clock: two services, a bundle, three counters. */
export function officeTemplate(change: Partial<Template> = {}): Template {
  return {
    slug: 'main',
    name: { ko: '시험구 민원실', en: 'Test office' },
    hours: { week, holidays: 'none' },
    groups: [{ code: 'all', name: { ko: '전체' } }],
    services: [
      { code: 'PASSPORT', name: { ko: '여권 접수' }, group: 'all', numbers: { from: 101, to: 299 }, targetMinutes: 8 },
      { code: 'FAMILY', name: { ko: '가족관계등록' }, group: 'all', numbers: { from: 301, to: 399 }, targetMinutes: 9 },
      { code: 'MOVE', name: { ko: '전입신고' }, group: 'all', numbers: { from: 401, to: 499 }, targetMinutes: 7 },
      {
        code: 'BUNDLE',
        name: { ko: '혼인+전입' },
        group: 'all',
        numbers: { from: 301, to: 399 },
        targetMinutes: 14,
        steps: ['FAMILY', 'MOVE'],
      },
    ],
    counters: [
      { number: '1', name: { ko: '여권' }, services: ['PASSPORT'] },
      { number: '2', name: { ko: '가족' }, services: ['FAMILY', 'MOVE'] },
      { number: '3', name: { ko: '모두' }, services: ['PASSPORT', 'FAMILY', 'MOVE'] },
    ],
    ...change,
  };
}

export interface Person {
  readonly id: string;
  readonly client: Client;
  readonly token: string;
}

/** A district with one office, its people and a kiosk, made through the API as a real one is. */
export interface TestHall {
  readonly slug: string;
  readonly officeId: string;
  readonly owner: Client;
  readonly operator: Client;
  readonly kiosk: Client;
  readonly kioskToken: string;
  /** Code -> id. */
  readonly services: Record<string, string>;
  /** Label -> id. */
  readonly counters: Record<string, string>;
  /** A person with a log-in of their own. */
  person(roles?: Exclude<Role, 'operator' | 'region'>[], offices?: string[]): Promise<Person>;
  pair(kind: DeviceKind): Promise<{ token: string; client: Client; id: string }>;
  /** A ticket from the kiosk. */
  draw(
    service: string,
    extra?: object,
  ): ReturnType<Client['call']> & Promise<{ id: string; number: string; token: string; ahead: number }>;
}

export async function login(url: string, email: string, password: string): Promise<Person> {
  const { accessToken, me } = await logIn(url, email, password);
  return {
    id: me.id,
    token: accessToken,
    client: createClient({ baseUrl: url, authorization: () => `Bearer ${accessToken}` }),
  };
}

/**
 * @param kind rehearsal tenants have a clock that the operator sets
 * @param mark stands in the names of the tenant, its people and devices
 */
export async function makeHall(
  { url }: TestApp,
  options: { kind?: 'live' | 'rehearsal'; template?: Template; now?: string; rate?: number; mark?: string } = {},
): Promise<TestHall> {
  const slug = `gu-${randomUUID().slice(0, 8)}`;
  const platform = await login(url, operator.email, operator.password);
  const password = 'owner-password-1';
  const email = `owner@${slug}.test`;
  const kind = options.kind ?? 'live';
  const mark = options.mark ?? '';
  await platform.client.call('tenantCreate', {
    body: { slug, name: `시험구${mark}`, kind, owner: { email, name: `관리자${mark}`, password } },
  });
  if (options.now)
    await platform.client.call('clockSet', { body: { tenant: slug, now: options.now, rate: options.rate ?? 0 } });
  const owner = await login(url, email, password);
  const office = await owner.client.call('officeCreate', { body: options.template ?? officeTemplate() });
  const hall = await owner.client.call('hall', { params: { office: office.slug } });

  const pair = async (device: DeviceKind) => {
    const { id } = await owner.client.call('deviceCreate', {
      body: { office: office.slug, kind: device, name: device + mark },
    });
    const { code } = await owner.client.call('pairingCode', { params: { id } });
    const { token } = await createClient({ baseUrl: url }).call('pair', { body: { code } });
    return { id, token, client: createClient({ baseUrl: url, authorization: () => `Device ${token}` }) };
  };
  const kiosk = await pair('kiosk');
  const services = Object.fromEntries(hall.services.map(({ code, id }) => [code, id]));
  return {
    slug,
    officeId: office.id,
    owner: owner.client,
    operator: platform.client,
    kiosk: kiosk.client,
    kioskToken: kiosk.token,
    services,
    counters: Object.fromEntries(hall.counters.map(({ number, id }) => [number, id])),
    pair,
    async person(roles = ['staff'], offices = []) {
      const mail = `${randomUUID()}@${slug}.test`;
      await owner.client.call('staffCreate', {
        body: { email: mail, name: `담당자${mark}`, password, roles, offices },
      });
      return login(url, mail, password);
    },
    draw: (service, extra = {}) =>
      kiosk.client.call('kioskIssue', {
        body: { serviceId: services[service] ?? '', ...extra },
        idempotencyKey: randomUUID(),
      }),
  };
}
