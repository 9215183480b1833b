import pg from 'pg';
import { createApp } from '../../apps/server/src/app.ts';
import { readConfig } from '../../apps/server/src/platform/config/config.ts';
import { newMasterKey } from '../start/operator.ts';
import { atCounter, issue } from './commands.ts';
import { makeTenant, type BenchOffice, type BenchTenant } from './halls.ts';
import { LoadClient, median, offered, quantile, throughput } from './load.ts';
import { record, replay, type Command, type Recorded } from './recorded.ts';
import { atLeast, below, type Figure } from './report.ts';

/** In flight at once, for our server and for the bare client alike. */
export const WIDTH = 16;
const OFFICES = 100;
const TICKETS = 4_000;
const ROUNDS = 10;
/** As many as may really wait in one hall: every command reads the whole line. */
const ONE_OFFICE = 300;
const LABEL_FROM = 101;

/** What the measured server is, and the database under it. */
export interface Bench {
  readonly url: string;
  readonly databaseUrl: string;
  readonly env: Record<string, string>;
}

/** Tickets given out and called per second, against a bare client that sends the same statements. */
export async function measureTickets(bench: Bench): Promise<Figure[]> {
  const recorded = await recordCommands(bench);
  const client = new LoadClient(bench.url, WIDTH * 2);
  try {
    const tenant = await makeTenant(bench.url, OFFICES);
    await warmUp(client, tenant);
    const calm = await measureCalm(client, await makeTenant(bench.url, OFFICES));
    const http = await throughput(TICKETS, WIDTH, (index) => issue(client, officeAt(tenant, index)));
    const called = await measureCalls(client, tenant);
    const single = { ...tenant, offices: tenant.offices.slice(0, 1) };
    const one = await throughput(ONE_OFFICE, WIDTH, () => issue(client, officeAt(single, 0)));

    const bare = await makeTenant(bench.url, OFFICES);
    const { issued: pgIssued, called: pgCalled, one: pgOne, p99: pgP99 } = await measureBare(bench, bare, recorded);
    const rate = (name: string, ours: number, theirs: number): Figure => ({
      name: `${name}, of a bare client's`,
      value: ours / theirs,
      unit: '',
      ...atLeast(ours / theirs, 0.3),
      detail: { perSecond: ours, barePerSecond: theirs, width: WIDTH },
    });
    return [
      { name: `tickets issued, ${OFFICES} offices`, value: http, unit: '/s' },
      rate(`tickets issued, ${OFFICES} offices`, http, pgIssued),
      { name: 'tickets issued, one office', value: one, unit: '/s' },
      rate('tickets issued, one office', one, pgOne),
      { name: `tickets called, ${OFFICES} offices`, value: called, unit: '/s' },
      rate(`tickets called, ${OFFICES} offices`, called, pgCalled),
      ...calm,
      { name: 'a bare client at 200/s offered, p99', value: pgP99, unit: 'ms' },
    ];
  } finally {
    client.close();
  }
}

const officeAt = ({ offices }: BenchTenant, index: number): BenchOffice => {
  const office = offices[index % offices.length];
  if (!office) throw new Error('a tenant without offices');
  return office;
};

async function warmUp(client: LoadClient, tenant: BenchTenant): Promise<void> {
  await throughput(500, WIDTH, (index) => issue(client, officeAt(tenant, index)));
}

/**
 * Offered load, before anything heavier leaves the database work to catch up on. What a whole machine does beside it
 * shows in single rounds, so the middle one of three counts; each stands in the details.
 */
async function measureCalm(client: LoadClient, tenant: BenchTenant): Promise<Figure[]> {
  const offer = (seconds: number) => offered(200, seconds, (index) => issue(client, officeAt(tenant, index)));
  const first = await offer(OFFICES / 200);
  const rounds = [await offer(10), await offer(10), await offer(10)];
  const p99 = rounds.map((waits) => quantile(waits, 0.99));
  return [
    {
      name: 'issue at 200/s offered, p99',
      value: median(p99),
      unit: 'ms',
      ...below(median(p99), 50),
      detail: { p99, p50: rounds.map(median) },
    },
    {
      name: 'issue at 200/s offered, the first of every office, p99',
      value: quantile(first, 0.99),
      unit: 'ms',
      detail: { p50: median(first) },
    },
  ];
}

/** One counter per office calls and completes; only the calls are timed. */
async function measureCalls(client: LoadClient, tenant: BenchTenant): Promise<number> {
  for (const { counterIds } of tenant.offices) await atCounter(client, tenant, counterIds[0] ?? '', 'open');
  let seconds = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const counter = (index: number) => officeAt(tenant, index).counterIds[0] ?? '';
    seconds +=
      OFFICES / (await throughput(OFFICES, WIDTH, (index) => atCounter(client, tenant, counter(index), 'call-next')));
    await throughput(OFFICES, WIDTH, (index) => atCounter(client, tenant, counter(index), 'complete'));
  }
  return (OFFICES * ROUNDS) / seconds;
}

interface RecordedCommands {
  readonly office: BenchOffice;
  readonly seriesId: string;
  readonly issue: Command;
  readonly call: Command;
  readonly complete: Command;
}

/** The statements of an issue, a call and a completion, recorded in a server inside this process. */
async function recordCommands({ databaseUrl, env }: Bench): Promise<RecordedCommands> {
  const config = readConfig(
    { MASTER_KEYS: newMasterKey(), ...env, DATABASE_URL: databaseUrl, HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
    ['--roles=api'],
  );
  const app = await createApp(config);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  const client = new LoadClient(url, 1);
  try {
    const tenant = await makeTenant(url, 1);
    const office = officeAt(tenant, 0);
    const counterId = office.counterIds[0] ?? '';
    await atCounter(client, tenant, counterId, 'open');
    const command = async (anchor: string, work: () => Promise<void>) => commandOf(await record(work), anchor);
    const issued = await command('hall.draw', () => issue(client, office));
    return {
      office,
      seriesId: String(issued.statements.find(({ name }) => name === 'hall.draw')?.values[1]),
      issue: issued,
      call: await command('hall.lock_counter', () => atCounter(client, tenant, counterId, 'call-next')),
      complete: await command('hall.lock_counter', () => atCounter(client, tenant, counterId, 'complete')),
    };
  } finally {
    client.close();
    await app.close();
  }
}

/** Begin to commit of the transaction in which the named statement stands, with the ticket that it wrote. */
function commandOf(all: readonly Recorded[], anchor: string): Command {
  const connection = all.find((statement) => statement.name === anchor)?.connection;
  const recorded = all.filter((statement) => statement.connection === connection);
  const at = recorded.findIndex((statement) => statement.name === anchor);
  const begin = recorded.slice(0, at).findLastIndex(({ text }) => text.startsWith('begin'));
  const length = recorded.slice(begin).findIndex(({ text }) => text === 'commit') + 1;
  const statements = recorded.slice(begin, begin + length);
  const saved = statements.find(({ name }) => name === 'hall.save');
  if (at < 0 || begin < 0 || !saved) throw new Error(`no transaction with ${anchor} was recorded`);
  const [ticket] = JSON.parse(String(saved.values[2])) as { id: string; label: string }[];
  const find = statements.find(({ name }) => name === 'idempotency.find');
  return { statements, ticketId: ticket?.id ?? '', label: ticket?.label ?? '', key: String(find?.values.at(-1)) };
}

async function measureBare({ databaseUrl }: Bench, tenant: BenchTenant, recorded: RecordedCommands) {
  // Planned as the server's own statements are.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: WIDTH, options: '-c enable_seqscan=off' });
  const series = await seriesOf(pool, tenant);
  const send = (command: Command) => async (index: number) => {
    const office = officeAt(tenant, index);
    const fixed = sameOffice(recorded.office, office).set(recorded.seriesId, series.get(office.id) ?? '');
    const client = await pool.connect();
    try {
      await replay(client, command, fixed, (ordinal) => String(LABEL_FROM + ordinal - 1));
    } finally {
      client.release();
    }
  };
  try {
    await throughput(500, WIDTH, send(recorded.issue));
    const waits = await offered(200, 10, send(recorded.issue));
    const issued = await throughput(TICKETS, WIDTH, send(recorded.issue));
    let seconds = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      seconds += OFFICES / (await throughput(OFFICES, WIDTH, send(recorded.call)));
      await throughput(OFFICES, WIDTH, send(recorded.complete));
    }
    const one = await throughput(ONE_OFFICE, WIDTH, () => send(recorded.issue)(0));
    return { issued, called: (OFFICES * ROUNDS) / seconds, one, p99: quantile(waits, 0.99) };
  } finally {
    await pool.end();
  }
}

/** Office id -> id of the series of its first service. */
async function seriesOf(pool: pg.Pool, tenant: BenchTenant): Promise<Map<string, string>> {
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('app.tenant_id', '${tenant.id}', true)`);
    const { rows } = await client.query<{ office_id: string; id: string }>({
      text: 'select office_id, id from number_series where range_from = $1',
      values: [LABEL_FROM],
    });
    await client.query('commit');
    return new Map(rows.map((row) => [row.office_id, row.id]));
  } finally {
    client.release();
  }
}

function sameOffice(from: BenchOffice, to: BenchOffice): Map<string, string> {
  const counters = from.counterIds.map((id, index) => [id, to.counterIds[index] ?? ''] as const);
  return new Map([[from.tenantId, to.tenantId], [from.id, to.id], [from.serviceId, to.serviceId], ...counters]);
}
