import { randomUUID } from 'node:crypto';
import { createClient, type Client } from '@sunbeon/client';
import { OfficeTemplate } from '@sunbeon/contract';
import { logIn } from '../testing/log-in.ts';

export const operator = { email: 'operator@bench.example', password: 'bench-operator-1' };

/** An office made for measuring: open around the clock, one service of many numbers, four counters. */
export interface BenchOffice {
  readonly tenantId: string;
  readonly id: string;
  readonly slug: string;
  readonly tenant: string;
  readonly serviceId: string;
  readonly counterIds: readonly string[];
  readonly kioskToken: string;
}

export interface BenchTenant {
  readonly slug: string;
  readonly id: string;
  readonly owner: Client;
  readonly ownerToken: string;
  readonly offices: BenchOffice[];
}

const allDay = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [{ from: '00:00', to: '24:00' }]]),
);

function template(slug: string) {
  const names = ['여권', '제증명', '가족관계', '전입'];
  return OfficeTemplate.parse({
    slug,
    name: { ko: `측정 민원실 ${slug}` },
    hours: { week: allDay, holidays: 'none' },
    groups: [{ code: 'all', name: { ko: '전체' } }],
    services: names.map((name, index) => {
      const from = index === 0 ? 101 : 7_000 + index * 100;
      return {
        code: `S${index}`,
        name: { ko: name },
        group: 'all',
        numbers: { from, to: index === 0 ? 6_999 : from + 99 },
        targetMinutes: 6,
      };
    }),
    overflow: { from: 9_000, to: 9_999 },
    counters: ['1', '2', '3', '4'].map((number) => ({
      number,
      name: { ko: '창구' },
      services: ['S0', 'S1', 'S2', 'S3'],
    })),
  });
}

export async function login(url: string, email: string, password: string): Promise<{ client: Client; token: string }> {
  const { accessToken } = await logIn(url, email, password);
  return { token: accessToken, client: createClient({ baseUrl: url, authorization: () => `Bearer ${accessToken}` }) };
}

/** A tenant with so many offices, each with a paired kiosk, through the API. */
export async function makeTenant(url: string, offices: number): Promise<BenchTenant> {
  const { client } = await login(url, operator.email, operator.password);
  const slug = `bench-${randomUUID().slice(0, 8)}`;
  const owner = { email: `owner@${slug}.example`, name: '측정', password: 'bench-owner-1' };
  const { id } = await client.call('tenantCreate', { body: { slug, name: '측정구', owner } });
  await client.call('tenantPlanSet', { params: { id }, body: { plan: 'unlimited' } });
  const session = await login(url, owner.email, owner.password);
  const tenant: BenchTenant = { slug, id, owner: session.client, ownerToken: session.token, offices: [] };
  for (let index = 0; index < offices; index += 1)
    tenant.offices.push(await makeOffice(url, tenant, `office-${index}`));
  return tenant;
}

async function makeOffice(url: string, tenant: BenchTenant, slug: string): Promise<BenchOffice> {
  const { owner } = tenant;
  const { id } = await owner.call('officeCreate', { body: template(slug) });
  const hall = await owner.call('hall', { params: { office: slug } });
  const device = await owner.call('deviceCreate', { body: { office: slug, kind: 'kiosk', name: 'kiosk' } });
  const { code } = await owner.call('pairingCode', { params: { id: device.id } });
  const { token } = await createClient({ baseUrl: url }).call('pair', { body: { code } });
  const counterIds = hall.counters.map((counter) => counter.id);
  const serviceId = hall.services[0]?.id ?? '';
  return { tenantId: tenant.id, tenant: tenant.slug, id, slug, serviceId, counterIds, kioskToken: token };
}
