/**
 * The demo's life: simulated visitors and staff of the rehearsal tenant, through the real HTTP API and on the tenant's
 * own clock (running, pausing and speed from the links page). Stateless: what to do follows from the hall as it stands,
 * so it may be stopped and started at any time. Variables: SUNBEON_URL, SUNBEON_DATA.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clockFrom, connectRealtime, createClient, ProblemError, type Client } from '@sunbeon/client';
import type { Hall, HallCounter } from '@sunbeon/contract';
import { businessDay } from '@sunbeon/domain';
import type { DemoFile, DemoPerson } from '../seed/demo-file.ts';
import { actOf, type ClerkAct } from './clerk.ts';
import { arrivalsOf, type Arrival } from './day-plan.ts';
import { isEveningOver, isWarming, nextMorning, usualRate, warmRate } from './demo-day.ts';
import { Session } from './session.ts';

const zone = 'Asia/Seoul';
const SEED = 20191104;
const TICK_MS = 250;
/** After a standstill nobody storms the door: of those who should have come since, only so many are let in at once. */
const AT_ONCE = 3;
const LATEST_MS = 10 * 60_000;
const RELOGIN_MS = 10 * 60_000;

class Demo {
  private hall: Hall | undefined;
  private clock: (() => number) | undefined;
  private rate = 1;
  private warming = false;
  private arrivals: Arrival[] = [];
  private plannedOn = '';
  private readonly busy = new Set<string>();
  private readonly operator: Session;
  private readonly watcher: Session;
  private readonly kiosk: Client;
  private readonly clerks: Map<string, Session>;

  constructor(
    private readonly file: DemoFile,
    private readonly baseUrl: string,
  ) {
    const session = ({ email, password }: { email: string; password: string }) => new Session(baseUrl, email, password);
    this.operator = session(file.operator);
    this.watcher = session(needed(file.people.find(({ role }) => role === 'supervisor')));
    const atCounter = (person: DemoPerson): person is DemoPerson & { counter: string } => person.counter !== null;
    this.clerks = new Map(file.people.filter(atCounter).map((person) => [person.counter, session(person)]));
    const { token } = needed(file.devices.find(({ key }) => key === 'simulator'));
    this.kiosk = createClient({ baseUrl, authorization: () => `Device ${token}` });
  }

  async run(): Promise<never> {
    let accessToken = await this.watcher.logIn();
    setInterval(() => void this.watcher.logIn().then((token) => (accessToken = token), report), RELOGIN_MS);
    connectRealtime({
      baseUrl: this.baseUrl,
      auth: () => ({ accessToken, office: this.file.office }),
      on: { hall: (hall) => this.see(hall), revoked: () => fail('the log-in of the simulation was refused') },
    });
    for (;;) {
      await this.tick().catch(report);
      await sleep(TICK_MS);
    }
  }

  private see(hall: Hall): void {
    if (!this.hall) this.warming = hall.clock.rate === warmRate && isWarming(Date.parse(hall.clock.now), zone);
    this.hall = hall;
    this.rate = hall.clock.rate;
    this.clock = clockFrom(hall.clock, Date.now());
  }

  private async tick(): Promise<void> {
    if (!this.hall || !this.clock || this.rate === 0) return;
    const now = this.clock();
    if (isEveningOver(this.hall) && (await this.beginDay(this.hall, now))) return;
    await this.endWarming(now);
    await this.letIn(now);
    for (const counter of this.hall.counters) void this.work(this.hall, counter, now);
  }

  /** Nights and holidays are skipped. */
  private async beginDay(hall: Hall, now: number): Promise<boolean> {
    const morning = nextMorning(hall, now);
    if (morning === null) return false;
    this.warming = true;
    this.clock = undefined;
    await this.setClock(new Date(morning).toISOString(), warmRate);
    return true;
  }

  /** The first minutes run fast; whoever chose a speed meanwhile keeps it. */
  private async endWarming(now: number): Promise<void> {
    if (!this.warming || (isWarming(now, zone) && this.rate === warmRate)) return;
    this.warming = false;
    if (this.rate === warmRate) await this.setClock(undefined, usualRate);
  }

  private async setClock(now: string | undefined, rate: number): Promise<void> {
    const body = { tenant: this.file.tenant, rate, ...(now === undefined ? {} : { now }) };
    await this.operator.call('clockSet', { body });
    this.rate = rate;
  }

  private async letIn(now: number): Promise<void> {
    this.plan(now);
    for (let count = 0; count < AT_ONCE && (this.arrivals[0]?.at ?? Infinity) <= now; count += 1) {
      const arrival = needed(this.arrivals.shift());
      await this.draw(arrival).catch(report);
    }
  }

  private plan(now: number): void {
    const on = businessDay(now, zone);
    if (on === this.plannedOn) return;
    this.plannedOn = on;
    this.arrivals = arrivalsOf(on, zone, SEED).filter(({ at }) => at > now - LATEST_MS);
  }

  private async draw({ serviceCode, priority, addOns, language }: Arrival): Promise<void> {
    const service = this.hall?.services.find(({ code }) => code === serviceCode);
    if (!service) return;
    const body = {
      serviceId: service.id,
      addOns: [...addOns],
      language,
      ...(priority === undefined ? {} : { priority }),
    };
    await this.kiosk.call('kioskIssue', { body, idempotencyKey: randomUUID(), patienceMs: 5_000 });
  }

  /** One act at a time per counter; a person who works there by hand is left alone. */
  private async work(hall: Hall, counter: HallCounter, now: number): Promise<void> {
    const clerk = this.clerks.get(counter.number);
    const own = this.file.people.find((person) => person.counter === counter.number);
    if (!clerk || this.busy.has(counter.id) || (counter.staff && counter.staff.name !== own?.name)) return;
    const act = actOf(hall, counter, now);
    if (act.do === 'nothing') return;
    this.busy.add(counter.id);
    try {
      await perform(clerk, counter.id, act);
    } catch (error) {
      report(error);
    } finally {
      // The hall that comes after the act must be seen before the next one.
      setTimeout(() => this.busy.delete(counter.id), TICK_MS * 2);
    }
  }
}

async function perform(clerk: Session, id: string, act: Exclude<ClerkAct, { do: 'nothing' }>): Promise<void> {
  const params = { id };
  if (act.do === 'open') await clerk.call('counterOpen', { params });
  else if (act.do === 'close') await clerk.call('counterClose', { params });
  else if (act.do === 'resume') await clerk.call('counterResume', { params });
  else if (act.do === 'callNext')
    await clerk.call('callNext', { params, idempotencyKey: randomUUID(), patienceMs: 5_000 });
  else if (act.do === 'takeUp') await clerk.call('takeUp', { params, body: { ticketId: act.ticketId } });
  else if (act.do === 'transfer') await clerk.call('transfer', { params, body: { serviceId: act.serviceId } });
  else await clerk.call(act.do, { params, body: {} });
}

/** Refusals belong to a busy hall (somebody was quicker, the office just closed); anything else is worth a line. */
function report(error: unknown): void {
  if (error instanceof ProblemError && error.status === 409) return;
  process.stderr.write(`${new Date().toISOString()} ${(error as Error).message}\n`);
}

function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('demo.json is not what the seed writes; delete the data folder');
  return value;
}

const file = JSON.parse(readFileSync(join(process.env['SUNBEON_DATA'] ?? '.data', 'demo.json'), 'utf8')) as DemoFile;
await new Demo(file, process.env['SUNBEON_URL'] ?? 'http://127.0.0.1:3000').run();
