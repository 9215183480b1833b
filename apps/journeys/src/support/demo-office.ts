import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@sunbeon/client';
import { freePort } from '../../../../tools/postgres/postmaster.ts';
import type { DemoDevice, DemoFile, DemoLogin, DemoPerson } from '../../../../tools/seed/demo-file.ts';
import { runNode } from '../../../../tools/start/child.ts';
import { newMasterKey } from '../../../../tools/start/operator.ts';
import { startServer, type RunningServer } from '../../../../tools/start/server.ts';
import { testDatabase } from '../../../../tools/testing/database.ts';

/** Monday morning of an ordinary week, an hour after opening. */
const MONDAY_TEN = '2026-11-23T10:00:00+09:00';

/** The demo's office on a server of its own, without the simulated people: the story's own people act in it. */
export interface DemoOffice {
  readonly url: string;
  readonly demo: DemoFile;
  /** A device of the hall: kiosk, tv, monitor1 … monitor5. */
  device(key: string): DemoDevice;
  /** Address that opens a screen already paired. */
  screen(key: string): string;
  /** The person who works at a counter. */
  clerk(counter: string): DemoPerson;
  /** A visitor draws a ticket for a service, given by its code, and leaves the kiosk. Returns the number. */
  draw(serviceCode: string): Promise<string>;
  /** A person of the demo, logged in. */
  client(login: DemoLogin): Promise<Client>;
  /** Sets the office's clock, which then goes on at the usual pace. @param now ISO 8601 with offset */
  setClock(now: string): Promise<void>;
  /** The server dies and comes back: the page must get over it. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  /** The server stops answering and keeps its lines open, until it is killed. */
  hang(): void;
  /** A further process of the same installation. @param roles comma-separated */
  startNode(roles: string): Promise<RunningServer>;
  /** E-mails that were sent. */
  letters(): string[];
  stop(): Promise<void>;
}

/** Where the office runs, when not in one process on a database of the tests' own server. */
export interface Ground {
  /** The tests' own server unless said. */
  readonly database?: { readonly databaseUrl: string; drop(): Promise<void> };
  /** Of the server's process, comma-separated. */
  readonly roles: string;
}

/**
 * Starts the server on a fresh database, seeds the demo through the API and sets its clock to Monday, ten o'clock.
 * @param settings of the server
 */
export async function startDemoOffice(settings: Record<string, string> = {}, ground?: Ground): Promise<DemoOffice> {
  const database = ground?.database ?? (await testDatabase());
  const folder = mkdtempSync(join(tmpdir(), 'sunbeon-journey-'));
  const operator = {
    OPERATOR_EMAIL: 'operator@journey.example',
    OPERATOR_PASSWORD: 'journey-operator-1',
    OPERATOR_SECOND_FACTOR: 'optional',
  };
  const port = await freePort();
  const keys = { MASTER_KEYS: newMasterKey() }; // a server that comes back opens what it sealed
  const env = { ...operator, ...keys, SUNBEON_DATA: folder, SUNBEON_DEMO: '1', LOG_LEVEL: 'warn', ...settings };
  const start = (port: number, roles?: string) =>
    startServer({
      databaseUrl: database.databaseUrl,
      port,
      logFile: join(folder, 'server.log'),
      env,
      ...(roles !== undefined && { roles }),
    });
  let server: RunningServer = await start(port, ground?.roles);
  const { url } = server;
  await runNode('Seeding the demo', 'tools/seed/seed.ts', { ...process.env, ...env, SUNBEON_URL: url });
  const demo = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as DemoFile;
  const device = (key: string) =>
    found(
      demo.devices.find((one) => one.key === key),
      key,
    );
  const client = async ({ email, password }: DemoLogin) => {
    const { accessToken } = await createClient({ baseUrl: url }).call('login', { body: { email, password } });
    return createClient({ baseUrl: url, authorization: () => `Bearer ${accessToken}` });
  };
  const draw = async (serviceCode: string) => {
    const visitor = createClient({ baseUrl: url, authorization: () => `Device ${device('simulator').token}` });
    const { services } = await visitor.call('deviceConfig');
    const { id } = found(
      services.find(({ code }) => code === serviceCode),
      serviceCode,
    );
    return (await visitor.call('kioskIssue', { body: { serviceId: id }, idempotencyKey: randomUUID() })).number;
  };
  const setClock = async (now: string) => {
    const platform = await client(demo.operator);
    await platform.call('clockSet', { body: { tenant: demo.tenant, now, rate: 1 } });
  };
  await setClock(MONDAY_TEN);
  return {
    url,
    demo,
    device,
    draw,
    client,
    setClock,
    screen(key) {
      const { kind, id, token } = device(key);
      return `${url}/${kind}/#device=${id}&token=${token}`;
    },
    clerk: (counter) =>
      found(
        demo.people.find((person) => person.counter === counter),
        counter,
      ),
    async kill() {
      server.kill();
      await server.gone;
    },
    async revive() {
      server = await start(port, ground?.roles);
    },
    hang: () => void process.kill(server.pid, 'SIGSTOP'),
    startNode: async (roles) => start(await freePort(), roles),
    letters() {
      const mail = join(folder, 'mail');
      if (!existsSync(mail)) return [];
      return readdirSync(mail).map((name) => readFileSync(join(mail, name), 'utf8'));
    },
    async stop() {
      await server.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the demo has no ${what}`);
  return value;
}
