/**
 * Makes the demo through the real API, once: the rehearsal tenant `seongdong` with its office, people and devices. What
 * it made stands in <data folder>/demo.json, for the links page, the starter and the simulated visitors and staff.
 * Variables: SUNBEON_URL, SUNBEON_DATA, OPERATOR_EMAIL, OPERATOR_PASSWORD.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, ProblemError, type Client } from '@sunbeon/client';
import type { DeviceKind, DeviceSettings } from '@sunbeon/contract';
import { demoStart } from './demo-start.ts';
import { demoFile, type DemoDevice, type DemoFile } from './demo-file.ts';
import { warmRate } from '../simulate/demo-day.ts';
import { seongdongOffice } from './seongdong.ts';

const tenant = 'seongdong';
const office = 'main';

/** Devices of the hall. `simulator` is the kiosk of the simulated visitors, so that the real one stays free. */
const devices: { key: string; kind: DeviceKind; name: string; settings: DeviceSettings }[] = [
  {
    key: 'kiosk',
    kind: 'kiosk',
    name: '현관 번호표 발권기',
    settings: { languages: ['ko', 'en', 'zh', 'ja', 'vi'], idleSeconds: 60, diagonalInches: 32 },
  },
  {
    key: 'tv',
    kind: 'display',
    name: '홀 안내 TV',
    settings: { screen: 'hall', voice: true, volume: 0.8, languages: ['ko', 'en'] },
  },
  ...[0, 1, 2, 3, 4].map((index) => ({
    key: `monitor${index + 1}`,
    kind: 'display' as const,
    name: `창구 표시기 ${index + 1} (${index * 3 + 1}~${index * 3 + 3}번 창구)`,
    settings: { screen: 'counter' as const, counters: [1, 2, 3].map((n) => String(index * 3 + n)), voice: false },
  })),
  { key: 'simulator', kind: 'kiosk', name: '연습용 발권(가상 방문객)', settings: {} },
];

const surnames = ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임', '한', '오', '서', '신', '권'];

async function main(): Promise<void> {
  const file = join(variable('SUNBEON_DATA'), 'demo.json');
  if (existsSync(file)) return;
  const baseUrl = variable('SUNBEON_URL');
  const operator = await loggedIn(baseUrl, variable('OPERATOR_EMAIL'), variable('OPERATOR_PASSWORD'));
  const owner = { email: 'owner@seongdong.example', name: '성동구 관리자', password: secret() };
  await operator.call('tenantCreate', {
    body: { slug: tenant, name: '성동구', kind: 'rehearsal', areaCode: '1120000000', owner },
  });
  await operator.call('clockSet', { body: { tenant, now: demoStart(Date.now()), rate: warmRate } });

  const client = await loggedIn(baseUrl, owner.email, owner.password);
  await client.call('officeCreate', { body: seongdongOffice });
  const people = await addPeople(client);
  const paired = await pairDevices(client, baseUrl);
  const content = demoFile({ tenant, office, operator: operatorLogin(), owner, people, devices: paired });
  writeFileSync(file, `${JSON.stringify(content satisfies DemoFile, null, 2)}\n`, { mode: 0o600 });
}

function operatorLogin() {
  return { who: '플랫폼 운영자', email: variable('OPERATOR_EMAIL'), password: variable('OPERATOR_PASSWORD') };
}

/** One person for each counter, one to log in by hand, a supervisor and a greeter. */
async function addPeople(client: Client): Promise<DemoFile['people']> {
  const password = secret();
  const people: DemoFile['people'] = [];
  const add = async (
    who: string,
    name: string,
    login: string,
    role: 'staff' | 'supervisor' | 'greeter',
    counter: string | null,
  ) => {
    const email = `${login}@seongdong.example`;
    await client.call('staffCreate', { body: { email, name, password, roles: [role], offices: [office] } });
    people.push({ who, name, email, password, role, counter });
  };
  for (const [index, surname] of surnames.entries()) {
    const counter = String(index + 1);
    await add(`${counter}번 창구 담당자`, `${surname} 주무관`, `counter${counter}`, 'staff', counter);
  }
  await add('창구 담당자(직접 써 보기)', '홍 주무관', 'staff', 'staff', null);
  await add('팀장', '안 팀장', 'supervisor', 'supervisor', null);
  await add('민원 안내도우미', '송 도우미', 'greeter', 'greeter', null);
  return people;
}

async function pairDevices(client: Client, baseUrl: string): Promise<DemoDevice[]> {
  const paired: DemoDevice[] = [];
  for (const { key, kind, name, settings } of devices) {
    const { id } = await client.call('deviceCreate', { body: { office, kind, name, settings } });
    const { code } = await client.call('pairingCode', { params: { id } });
    const { token } = await createClient({ baseUrl }).call('pair', { body: { code } });
    paired.push({ key, kind, name, id, token });
  }
  return paired;
}

async function loggedIn(baseUrl: string, email: string, password: string): Promise<Client> {
  const { accessToken } = await createClient({ baseUrl }).call('login', { body: { email, password } });
  return createClient({ baseUrl, authorization: () => `Bearer ${accessToken}` });
}

const secret = () => randomBytes(9).toString('base64url');

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing`);
  return value;
}

try {
  await main();
} catch (error) {
  const taken = error instanceof ProblemError && error.code === 'slug_taken';
  const hint =
    'the database has the demo tenant already, but demo.json of the data folder is gone; delete the data folder, or start with --no-demo';
  const issues =
    error instanceof ProblemError ? (error.issues ?? []).map(({ path, message }) => `${path}: ${message}`) : [];
  process.stderr.write(`Error: ${taken ? hint : [(error as Error).message, ...issues].join('; ')}\n`);
  process.exitCode = 1;
}
