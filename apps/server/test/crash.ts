import { createClient, OfflineError, type CallOptions } from '@sunbeon/client';
import type { CounterAnswer, IssuedTicket } from '@sunbeon/contract';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../tools/postgres/postmaster.ts';
import { startPostgres, type DatabaseUrls, type RunningPostgres } from '../../../tools/postgres/postgres.ts';
import { migrate } from '../../../tools/testing/server.ts';
import { root } from '../../../tools/root.ts';
import { masterKeys, operator } from './app.ts';
import { deskAt, type Desk } from './desk.ts';
import { makeHall, type TestHall } from './hall.ts';
import type { Random } from './random.ts';

/** A server process and its database, both of which can be killed and come back on the same address and folder. */
export class Victim {
  readonly url: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'sunbeon-crash-'));
  private postgres: RunningPostgres | undefined;
  private server: ChildProcess | undefined;
  private wanted = false;
  /** Ends of the server process that this test did not bring about. */
  readonly ownDeaths: string[] = [];

  constructor(
    private readonly port: number,
    private readonly postgresPort: number,
  ) {
    this.url = `http://127.0.0.1:${port}`;
    chmodSync(this.folder, 0o755); // the database may run as another user
  }

  static async start(): Promise<Victim> {
    const victim = new Victim(await freePort(), await freePort());
    await victim.startDatabase();
    await victim.database().prepare('sunbeon');
    const { databaseUrl, ownerUrl } = victim.urls;
    await migrate(databaseUrl, ownerUrl);
    await victim.startServer();
    return victim;
  }

  get urls(): DatabaseUrls {
    return this.database().urls('sunbeon');
  }

  async stop(): Promise<void> {
    this.wanted = false;
    const gone = new Promise((done) => this.server?.once('exit', done));
    this.server?.kill('SIGKILL');
    await gone;
    await this.postgres?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** kill -9 of the server; a supervisor starts it again. */
  async killServer(): Promise<void> {
    this.wanted = false;
    const gone = new Promise((done) => this.server?.once('exit', done));
    this.server?.kill('SIGKILL');
    await gone;
    await this.startServer();
  }

  /** kill -9 of the database's first process; it recovers from its log. The server must live through it. */
  async killDatabase(): Promise<void> {
    const postgres = this.database();
    process.kill(postgres.pid, 'SIGKILL');
    await postgres.gone;
    await this.startDatabase();
  }

  async untilReady(): Promise<void> {
    const end = Date.now() + 60_000;
    while (Date.now() < end) {
      const ready = await fetch(`${this.url}/api/health/ready`).then(
        ({ status }) => status === 200,
        () => false,
      );
      if (ready) return;
      await sleep(100);
    }
    throw new Error('the server was not ready within a minute');
  }

  private database(): RunningPostgres {
    if (!this.postgres) throw new Error('no database');
    return this.postgres;
  }

  private async startDatabase(): Promise<void> {
    this.postgres = await startPostgres({ folder: this.folder, port: this.postgresPort }); // durable: fsync is on
  }

  private async startServer(): Promise<void> {
    const { NODE_OPTIONS: _jest, REDIS_URL: _redis, ...environment } = process.env;
    const child = spawn(process.execPath, ['--import', './tools/ts.mjs', 'apps/server/src/main.ts'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...environment,
        DATABASE_URL: this.urls.databaseUrl,
        HOST: '127.0.0.1',
        PORT: String(this.port),
        LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
        MASTER_KEYS: masterKeys,
        OPERATOR_EMAIL: operator.email,
        OPERATOR_PASSWORD: operator.password,
        OPERATOR_SECOND_FACTOR: 'optional',
        RATE_LIMIT_FACTOR: '100',
      },
    });
    this.server = child;
    this.wanted = true;
    child.once('exit', (code, signal) => {
      if (this.wanted && this.server === child) this.ownDeaths.push(`exit ${code ?? signal}`);
    });
    await this.untilReady();
  }
}

/** What the writers were told, each under the key that they sent. */
export interface Acknowledged {
  readonly tickets: IssuedTicket[];
  readonly called: CounterAnswer[];
  readonly started: CounterAnswer[];
  readonly completed: CounterAnswer[];
  /** Tries that ended without an answer, or with one that says nothing. */
  unclear: number;
}

/** Visitors and staff who go on, whatever is killed, and ask until every outcome is clear. */
export class Writers {
  readonly acknowledged: Acknowledged = { tickets: [], called: [], started: [], completed: [], unclear: 0 };
  private running = true;
  private work: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly hall: TestHall,
    private readonly desks: readonly Desk[],
    private readonly random: Random,
  ) {}

  static async of(victim: Victim, random: Random): Promise<Writers> {
    const hall = await makeHall({ url: victim.url } as Parameters<typeof makeHall>[0]);
    const clerk = await hall.person();
    const desks = ['1', '2', '3'].map((number) => deskAt(hall, number, clerk));
    for (const desk of desks) await desk.give('counterOpen');
    return new Writers(hall, desks, random);
  }

  start(): void {
    const visitors = Array.from({ length: 4 }, (_, n) => this.visit(this.random.fork(n)));
    this.work = Promise.all([...visitors, ...this.desks.map((desk) => this.serve(desk))]);
    this.work.catch(() => undefined); // seen by `stop`
  }

  /** Lets everybody finish what is under way. */
  async stop(): Promise<void> {
    this.running = false;
    await this.work;
  }

  private options(): CallOptions & { idempotencyKey: string } {
    return {
      idempotencyKey: randomUUID(),
      timeoutMs: 4_000,
      patienceMs: 90_000,
      onUnclear: () => (this.acknowledged.unclear += 1),
    };
  }

  private async visit(random: Random): Promise<void> {
    while (this.running) {
      const serviceId = this.hall.services[random.pick(['PASSPORT', 'FAMILY', 'MOVE'])] ?? '';
      this.acknowledged.tickets.push(
        await this.hall.kiosk.call('kioskIssue', { body: { serviceId }, ...this.options() }),
      );
      await sleep(20 + random.next() * 60);
    }
  }

  private async serve({ counterId, person }: Desk): Promise<void> {
    const params = { id: counterId };
    while (this.running) {
      const called = await person.client.call('callNext', { params, ...this.options() });
      if (!called) {
        await sleep(40);
        continue;
      }
      this.acknowledged.called.push(called);
      this.acknowledged.started.push(await person.client.call('start', { params, ...this.options() }));
      this.acknowledged.completed.push(await person.client.call('complete', { params, ...this.options() }));
    }
  }
}

/** Reads the public page, which is built anew from the tables after a restart. */
export async function statusOf(victim: Victim, hall: TestHall) {
  const client = createClient({ baseUrl: victim.url });
  for (let tries = 0; ; tries += 1) {
    try {
      return await client.call('publicStatus', { params: { tenant: hall.slug, office: 'main' } });
    } catch (error) {
      if (!(error instanceof OfflineError) || tries > 20) throw error;
      await sleep(100);
    }
  }
}
