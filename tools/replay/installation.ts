import { createClient, OfflineError, ProblemError, type Client } from '@sunbeon/client';
import type { OfficeTemplate } from '@sunbeon/contract';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startThrowAway } from '../postgres/throw-away.ts';
import { Problem } from '../problem.ts';
import { runNode } from '../start/child.ts';
import { startServer } from '../start/server.ts';
import { root } from '../root.ts';
import { ZONE } from './office-template.ts';

/** A server to replay on. */
export interface Installation {
  readonly url: string;
  readonly operator: { readonly email: string; readonly password: string };
  /** Its own server is stopped and its database removed; a given one is left as it is. */
  stop(): Promise<void>;
}

/** Starts a server of its own on a throw-away database, from the sources, on a free port of this machine. */
export async function startInstallation(signal: AbortSignal): Promise<Installation> {
  const parts: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const part of parts.splice(0).reverse()) await part();
  };
  try {
    const folder = mkdtempSync(join(tmpdir(), 'sunbeon-replay-'));
    parts.push(() => rmSync(folder, { recursive: true, force: true }));
    const database = await startThrowAway();
    parts.push(() => database.stop());
    const { databaseUrl, ownerUrl } = await database.prepare('sunbeon');
    const env = { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl };
    await runNode('Making the database', join(root, 'apps/server/src/migrate.ts'), env, signal);
    const operator = { email: 'operator@replay.invalid', password: randomBytes(18).toString('base64url') };
    const server = await startServer({
      databaseUrl,
      port: await freePort(),
      logFile: join(folder, 'server.log'),
      env: {
        ...env,
        OPERATOR_EMAIL: operator.email,
        OPERATOR_PASSWORD: operator.password,
        OPERATOR_SECOND_FACTOR: 'optional',
        LOG_LEVEL: 'warn',
        REDIS_URL: '',
      },
      signal,
      fromSource: true,
    });
    parts.push(() => server.stop());
    return { url: server.url, operator, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

/** The operator's hand on an installation. */
export class Operator {
  private readonly client: Client;
  private token: string | undefined;

  constructor(
    readonly url: string,
    private readonly login: { readonly email: string; readonly password: string },
  ) {
    this.client = createClient({ baseUrl: url, authorization: () => this.token && `Bearer ${this.token}` });
  }

  /** @throws Problem when the installation cannot be reached or refuses the log-in */
  async logIn(): Promise<void> {
    try {
      this.token = (await this.client.call('login', { body: this.login })).accessToken;
    } catch (error) {
      throw asProblem(error, `Logging in at ${this.url} as ${this.login.email}`);
    }
  }

  /** Makes a rehearsal tenant with one office, and pairs a relay with it. */
  async makeStage(name: string, template: OfficeTemplate, startsAt: number): Promise<Stage> {
    const slug = `replay-${randomBytes(5).toString('hex')}`;
    const owner = { email: `owner@${slug}.invalid`, name: 'Replay', password: randomBytes(18).toString('base64url') };
    try {
      const body = { slug, name: `Replay of ${name}`, kind: 'rehearsal', zone: ZONE, owner } as const;
      await this.asOperator(() => this.client.call('tenantCreate', { body }));
      // The clock before anything else: nothing of the tenant happens outside the archive's time.
      await this.setClock(slug, startsAt, 0);
      const relay = await this.pairRelay(owner, template);
      return new Stage(this, slug, template.slug, relay);
    } catch (error) {
      throw asProblem(error, `Making the office ${name}`);
    }
  }

  async setClock(tenant: string, now: number, rate: number): Promise<void> {
    await this.asOperator(() => this.client.call('clockSet', { body: { tenant, now: iso(now), rate } }));
  }

  private async pairRelay(owner: { email: string; password: string }, template: OfficeTemplate): Promise<string> {
    let token = '';
    const client = createClient({ baseUrl: this.url, authorization: () => `Bearer ${token}` });
    const { email, password } = owner;
    token = (await createClient({ baseUrl: this.url }).call('login', { body: { email, password } })).accessToken;
    const office = await client.call('officeCreate', { body: template });
    const device = await client.call('deviceCreate', { body: { office: office.slug, kind: 'relay', name: 'Replay' } });
    const { code } = await client.call('pairingCode', { params: { id: device.id } });
    return (await createClient({ baseUrl: this.url }).call('pair', { body: { code } })).token;
  }

  /** Access tokens last minutes, a replay may last hours. */
  private async asOperator<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 401) throw error;
      await this.logIn();
      return work();
    }
  }
}

const RETRIES = 4;

/** The office on which an archive is played. */
export class Stage {
  private readonly relay: Client;
  private readonly visitor: Client;

  constructor(
    private readonly operator: Operator,
    readonly tenant: string,
    readonly office: string,
    relayToken: string,
  ) {
    this.relay = createClient({
      baseUrl: operator.url,
      authorization: () => `Device ${relayToken}`,
      timeoutMs: 30_000,
    });
    this.visitor = createClient({ baseUrl: operator.url });
  }

  /** Of its public page. */
  get address(): string {
    return `${this.operator.url}/${this.tenant}/${this.office}`;
  }

  setClock(now: number, rate: number): Promise<void> {
    return this.operator.setClock(this.tenant, now, rate);
  }

  status() {
    return this.visitor.call('publicStatus', { params: { tenant: this.tenant, office: this.office } });
  }

  /** Posts at most 1,000 events. One that got no answer is sent again: the server takes each event once. */
  async post(events: readonly unknown[]) {
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await this.relay.call('relayEvents', { body: { events: [...events] } });
        return { ...answer, repeated: tries > 1 };
      } catch (error) {
        const unclear = error instanceof OfflineError || (error instanceof ProblemError && error.unsettled);
        if (!unclear || tries > RETRIES) throw error;
      }
    }
  }
}

const iso = (at: number): string => new Date(at).toISOString();

/** A refusal or silence of the installation in one sentence. */
export function asProblem(error: unknown, doing: string): unknown {
  if (error instanceof ProblemError) {
    const issues = error.issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
    return new Problem(`${doing} was refused: ${error.message} (${error.code})${issues && `: ${issues}`}.`);
  }
  return error instanceof OfflineError ? new Problem(`${doing} got no answer: ${error.message}.`) : error;
}
