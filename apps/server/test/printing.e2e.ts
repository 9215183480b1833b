import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { KioskPrinter, PrintJob } from '@sunbeon/contract';
import { randomUUID } from 'node:crypto';
import { readerOfPrinter } from '../../../tools/printer/cp949.ts';
import { textLines } from '@sunbeon/client/paper-picture';
import { EmulatedPrinter } from '../../../tools/printer/printer.ts';
import { JobHandlers } from '../src/platform/jobs/job-handlers.ts';
import { Outbox } from '../src/platform/outbox/outbox.ts';
import { startNode, startTestApp, type Client, type TestApp } from './app.ts';
import { codeOf, until } from './desk.ts';
import { makeHall, type TestHall } from './hall.ts';
import { withSuperuser } from './history.ts';

let server: TestApp;
let hall: TestHall;
let other: TestHall;
let usedPort = 9100;
const printers: EmulatedPrinter[] = [];
const settings = { PRINTER_NETWORKS: '127.0.0.0/8', PUBLIC_URL: 'https://wait.example' };

beforeAll(async () => {
  server = await startTestApp(settings);
  [hall, other] = [await makeHall(server), await makeHall(server)];
}, 60_000);
afterEach(() => Promise.all(printers.splice(0).map((printer) => printer.unplug())));
afterAll(() => server.stop());

interface Kiosk {
  readonly id: string;
  readonly client: Client;
  draw(): Promise<{ id: string; number: string; path: string }>;
  print(ticketId: string): Promise<PrintJob | undefined>;
  /** The receipt once it is in this state. */
  until(ticketId: string, state: PrintJob['state']): Promise<PrintJob>;
}

async function kioskWith(printer: KioskPrinter): Promise<Kiosk> {
  const { id, client } = await hall.pair('kiosk');
  await hall.owner.call('deviceUpdate', { params: { id }, body: { settings: { printer } } });
  const print = async (ticketId: string) =>
    (await client.call('devicePrintJobs')).find((one) => one.ticketId === ticketId && !one.again);
  return {
    id,
    client,
    draw: () =>
      client.call('kioskIssue', {
        body: { serviceId: hall.services['PASSPORT'] ?? '', language: 'en' },
        idempotencyKey: randomUUID(),
      }),
    print,
    until: (ticketId, state) =>
      until(async () => {
        const found = await print(ticketId);
        return found?.state === state ? found : undefined;
      }, `a receipt that is ${state}`),
  };
}

/** A kiosk with a printer of its own in the network. */
async function kioskAndPrinter(): Promise<{ kiosk: Kiosk; printer: EmulatedPrinter }> {
  const printer = new EmulatedPrinter();
  // Only ports of printers may be named; two files of tests may run at once.
  for (;;) {
    usedPort = usedPort >= 9109 ? 9100 : usedPort + 1;
    const taken = await printer.plugIn(usedPort).then(
      () => false,
      () => true,
    );
    if (!taken) break;
  }
  printers.push(printer);
  return { kiosk: await kioskWith({ way: 'network', host: '127.0.0.1', port: printer.port, paperMm: 80 }), printer };
}

const whole = (printer: EmulatedPrinter) => printer.papers.filter((paper) => paper.whole);
const sweep = () => server.app.get(JobHandlers).run('print.sweep', {});
const age = (id: string, seconds: number) =>
  withSuperuser(server.database.superUrl, (client) =>
    client.query(`update print_job set wanted_at = wanted_at - $2 * interval '1 second' where id = $1`, [id, seconds]),
  );
const factsOf = (id: string) =>
  withSuperuser(server.database.superUrl, async (client) => {
    const { rows } = await client.query<{ facts: unknown }>('select facts from print_job where id = $1', [id]);
    return rows[0]?.facts;
  });

describe('a receipt at a printer in the network', () => {
  it('comes out once, tells what the ticket is, and its address is forgotten', async () => {
    const { kiosk, printer } = await kioskAndPrinter();
    const ticket = await kiosk.draw();
    const print = await kiosk.until(ticket.id, 'printed');
    expect(print).toMatchObject({ number: ticket.number, again: false, reason: null, attempts: 1 });
    expect(printer.papers).toHaveLength(1);
    expect(printer.papers[0]).toMatchObject({ whole: true, rubbish: false });
    expect(printer.papers[0]?.lines).toEqual(
      expect.arrayContaining(['Test office', ticket.number, `[QR https://wait.example${ticket.path}]`]),
    );
    expect(await factsOf(print.id)).toBeNull();
    await sweep();
    expect(printer.papers).toHaveLength(1);
  });

  it('is told of to whoever prints; a ticket at a kiosk without a printer of ours tells nobody anything', async () => {
    const told: unknown[] = [];
    server.app.get(Outbox).listen((_scope, _officeId, messages) => {
      told.push(...messages.filter(({ type }) => type === 'print.wanted').map(({ payload }) => payload['deviceId']));
      return Promise.resolve();
    });
    const { kiosk } = await kioskAndPrinter();
    const plain = [await kioskWith({ way: 'browser' }), { draw: () => hall.draw('PASSPORT') }];
    for (const one of plain) await one.draw();
    await kiosk.until((await kiosk.draw()).id, 'printed');
    expect(told).toEqual([kiosk.id]);
  });

  it('is one for a request that is sent again', async () => {
    const { kiosk, printer } = await kioskAndPrinter();
    const request = { body: { serviceId: hall.services['PASSPORT'] ?? '' }, idempotencyKey: randomUUID() };
    const [first, second] = [
      await kiosk.client.call('kioskIssue', request),
      await kiosk.client.call('kioskIssue', request),
    ];
    expect(second.id).toBe(first.id);
    await kiosk.until(first.id, 'printed');
    await sweep();
    expect(await kiosk.client.call('devicePrintJobs')).toHaveLength(1);
    expect(printer.papers).toHaveLength(1);
  });

  it('comes out in the order of the tickets when many are drawn at once, each once', async () => {
    const { kiosk, printer } = await kioskAndPrinter();
    const tickets = await Promise.all(Array.from({ length: 6 }, () => kiosk.draw()));
    for (const { id } of tickets) await kiosk.until(id, 'printed');
    const numbers = printer.papers.map(({ lines }) =>
      lines.find((line) => tickets.some(({ number }) => number === line)),
    );
    expect([...numbers].sort()).toEqual(tickets.map(({ number }) => number).sort());
    expect(numbers).toEqual([...numbers].sort());
  });

  it('waits for paper, is told of, and comes out when there is some', async () => {
    const { kiosk, printer } = await kioskAndPrinter();
    printer.endPaperAfter(0);
    const ticket = await kiosk.draw();
    await until(async () => ((await kiosk.print(ticket.id))?.reason === 'paper_end' ? true : undefined), 'the reason');
    const row = async () => (await hall.owner.call('deviceList')).find(({ id }) => id === kiosk.id);
    expect((await row())?.printer).toBe('paper_end');
    await server.app.get(JobHandlers).run('devices.watch', {});
    expect((await row())?.alerts).toContain('printer');
    expect(printer.papers).toEqual([]);
    printer.putPaperIn();
    await sweep();
    await kiosk.until(ticket.id, 'printed');
    await server.app.get(JobHandlers).run('devices.watch', {});
    expect(await row()).toMatchObject({ printer: 'ok', alerts: [] });
    expect(whole(printer)).toHaveLength(1);
  });

  it('is given up when its visitor must be gone: a stranger would find it', async () => {
    const { kiosk, printer } = await kioskAndPrinter();
    printer.setCover(true);
    const ticket = await kiosk.draw();
    const print = await until(async () => {
      const found = await kiosk.print(ticket.id);
      return found?.reason === 'cover_open' ? found : undefined;
    }, 'the reason');
    await age(print.id, 60);
    printer.setCover(false);
    await sweep();
    expect(await kiosk.until(ticket.id, 'failed')).toMatchObject({ reason: 'cover_open' });
    expect(printer.papers).toEqual([]);
    expect(await factsOf(print.id)).toBeNull();
  });

  it('does not come out once its ticket was cancelled', async () => {
    const { kiosk, printer } = await kioskAndPrinter();
    printer.setCover(true);
    const ticket = await kiosk.draw();
    await until(async () => ((await kiosk.print(ticket.id))?.reason === 'cover_open' ? true : undefined), 'the reason');
    await hall.owner.call('ticketCancel', { params: { id: ticket.id }, body: {} });
    printer.setCover(false);
    await sweep();
    expect(await kiosk.until(ticket.id, 'failed')).toMatchObject({ reason: 'cancelled' });
    expect(printer.papers).toEqual([]);
  });

  it('is never sent again when the plug was pulled within it, until a person says what came out', async () => {
    const { kiosk, printer } = await kioskAndPrinter();
    printer.unplugAfter(60);
    const ticket = await kiosk.draw();
    const print = await until(async () => {
      const found = await kiosk.print(ticket.id);
      return found?.state === 'sent' && found.reason === 'gone' ? found : undefined;
    }, 'a doubtful receipt');
    await printer.unplug();
    await printer.plugIn();
    await sweep();
    await sweep();
    expect(whole(printer)).toEqual([]);
    expect(await hall.owner.call('printJobs', { query: { office: 'main' } })).toContainEqual(print);

    const params = { id: print.id };
    const foreign = other.owner.call('printResult', { params, body: { state: 'failed' } });
    expect(await codeOf(foreign)).toBe('not_found');
    expect(await codeOf(hall.kiosk.call('devicePrintResult', { params, body: { state: 'failed' } }))).toBe('not_found');
    expect(await kiosk.client.call('devicePrintResult', { params, body: { state: 'failed' } })).toMatchObject({
      state: 'failed',
      reason: 'told',
    });
    expect(await codeOf(hall.owner.call('printResult', { params, body: { state: 'printed' } }))).toBe('print_over');
  });
});

it('says that the paper is near its end while tickets still come out, and no more once a new roll is in', async () => {
  const { kiosk, printer } = await kioskAndPrinter();
  const watch = () => server.app.get(JobHandlers).run('devices.watch', {});
  const open = async () => {
    await watch();
    const alerts = await hall.owner.call('deviceAlerts');
    return alerts.filter(({ deviceId, endedAt }) => deviceId === kiosk.id && endedAt === null).map(({ kind }) => kind);
  };
  printer.nearEnd();
  await kiosk.until((await kiosk.draw()).id, 'printed');
  await until(async () => ((await open()).includes('paper') ? true : undefined), 'the alert');
  printer.putPaperIn();
  await kiosk.until((await kiosk.draw()).id, 'printed');
  await until(async () => ((await open()).length === 0 ? true : undefined), 'its end');
});

describe('a receipt printed again', () => {
  it('is a new one, marked, once per key, and only at a printer of the office', async () => {
    const { kiosk, printer } = await kioskAndPrinter();
    const ticket = await kiosk.draw();
    await kiosk.until(ticket.id, 'printed');
    const greeter = await hall.person(['greeter']);
    const ask = { params: { id: ticket.id }, body: { deviceId: kiosk.id }, idempotencyKey: randomUUID() };
    const again = await greeter.client.call('ticketPrint', ask);
    expect(again).toMatchObject({ again: true, state: 'wanted', number: ticket.number });
    expect(await greeter.client.call('ticketPrint', ask)).toEqual(again);
    await until(() => (whole(printer).length === 2 ? true : undefined), 'the second paper');
    expect(whole(printer)[1]?.lines[0]).toBe('Reprinted');
    expect(whole(printer)[1]?.lines.join()).not.toContain('[QR');

    const elsewhere = await other.pair('kiosk');
    const key = () => ({ idempotencyKey: randomUUID() });
    const wrong = { ...ask, body: { deviceId: elsewhere.id } };
    expect(await codeOf(greeter.client.call('ticketPrint', { ...wrong, ...key() }))).toBe('not_found');
    const without = await hall.pair('kiosk');
    const none = { ...ask, body: { deviceId: without.id } };
    expect(await codeOf(greeter.client.call('ticketPrint', { ...none, ...key() }))).toBe('no_printer');
    expect(await codeOf(other.owner.call('ticketPrint', { ...ask, ...key() }))).toBe('not_found');
    const printers = await greeter.client.call('officePrinters', { params: { office: 'main' } });
    expect(printers).toContainEqual({ deviceId: kiosk.id, name: expect.any(String), state: 'ok' });
    expect(printers.some(({ deviceId }) => [without.id, elsewhere.id].includes(deviceId))).toBe(false);
    const viewer = await hall.person(['viewer']);
    expect(await codeOf(viewer.client.call('officePrinters', { params: { office: 'main' } }))).toBe('forbidden');
    await hall.owner.call('ticketCancel', { params: { id: ticket.id }, body: {} });
    expect(await codeOf(greeter.client.call('ticketPrint', { ...ask, ...key() }))).toBe('move_not_allowed');
  });
});

describe('a receipt at the kiosk’s own cable', () => {
  it('is given to the kiosk once, and is as the kiosk says', async () => {
    const kiosk = await kioskWith({ way: 'serial', baudRate: 9_600, paperMm: 58 });
    const ticket = await kiosk.draw();
    const print = await kiosk.until(ticket.id, 'wanted');
    const params = { id: print.id };
    expect(await codeOf(hall.kiosk.call('devicePrintTake', { params, body: {} }))).toBe('not_found');
    expect(await codeOf(kiosk.client.call('devicePrintResult', { params, body: { state: 'printed' } }))).toBe(
      'print_over',
    );
    const { base64 } = await kiosk.client.call('devicePrintTake', { params, body: {} });
    const lines = textLines([...readerOfPrinter().read(Buffer.from(base64, 'base64'))]);
    expect(lines).toEqual(expect.arrayContaining([ticket.number]));
    expect(await codeOf(kiosk.client.call('devicePrintTake', { params, body: {} }))).toBe('print_taken');
    const told = await kiosk.client.call('devicePrintResult', { params, body: { state: 'printed' } });
    expect(told).toMatchObject({ state: 'printed', reason: 'told' });
  });

  it('is none where the kiosk has no printer', async () => {
    const kiosk = await kioskWith({ way: 'browser' });
    const ticket = await kiosk.draw();
    expect(await kiosk.print(ticket.id)).toBeUndefined();
  });
});

describe('what a tenant may say about its printers and receipts', () => {
  it('no address outside of the networks of printers, no other port', async () => {
    const { id } = await hall.pair('kiosk');
    const at = (host: string, port: number) =>
      codeOf(
        hall.owner.call('deviceUpdate', {
          params: { id },
          body: { settings: { printer: { way: 'network', host, port, paperMm: 80 } } },
        }),
      );
    expect(await at('10.0.0.7', 9100)).toBe('printer_not_allowed');
    expect(await at('169.254.169.254', 9100)).toBe('printer_not_allowed');
    expect(await at('127.0.0.1', 5432)).toBe('validation');
    expect(await at('localhost', 9100)).toBe('validation');
  });

  it('its own words on paper, at once', async () => {
    const { version, layout: plain } = await hall.owner.call('receiptLayout');
    const layout = { ...plain, footer: [{ ko: '문의 02-2286-5114' }], qr: false };
    const body = { version, layout };
    expect(await hall.owner.call('receiptLayoutSet', { body })).toEqual({ version: version + 1, layout });
    const { kiosk, printer } = await kioskAndPrinter();
    await kiosk.until((await kiosk.draw()).id, 'printed');
    expect(printer.papers[0]?.lines).toContain('문의 02-2286-5114');
    expect(printer.papers[0]?.lines.join()).not.toContain('[QR');
    expect((await other.owner.call('receiptLayout')).layout.footer).toEqual([]);
    expect(await codeOf((await hall.person(['staff'])).client.call('receiptLayoutSet', { body }))).toBe('forbidden');
  });

  it('its picture, order and sizes, seen beforehand byte for byte; the second of two who save sees the first', async () => {
    const { version, layout: plain } = await hall.owner.call('receiptLayout');
    const logo = { width: 16, height: 8, base64: Buffer.alloc(16, 0xaa).toString('base64') };
    const order = ['documents', 'place', 'wait', 'ahead'] as const;
    const layout = { ...plain, logo, order: [...order], numberSize: 4, serviceSize: 1, footer: [] };
    const look = { office: 'main', layout, language: 'ko', paperMm: 80 } as const;
    const { base64 } = await hall.owner.call('receiptPreview', { body: look });
    const acts = [...readerOfPrinter().read(Buffer.from(base64, 'base64'))];
    expect(acts[0]).toEqual({ kind: 'picture', align: 'center', width: 16, height: 8, bits: Array(16).fill(0xaa) });
    expect(acts.find((act) => act.kind === 'text' && act.text === '000')).toMatchObject({ style: { width: 4 } });
    const lines = textLines(acts);
    expect(lines.findIndex((line) => line.startsWith('예상'))).toBeLessThan(
      lines.findIndex((line) => line.startsWith('앞에')),
    );
    await hall.owner.call('receiptLayoutSet', { body: { version, layout } });
    expect(await codeOf(hall.owner.call('receiptLayoutSet', { body: { version, layout: plain } }))).toBe(
      'changed_meanwhile',
    );
    expect((await hall.owner.call('receiptLayout')).layout).toEqual(layout);
    expect(await codeOf(hall.owner.call('receiptPreview', { body: { ...look, office: 'annex' } }))).toBe('not_found');
    for (const wrong of [
      { logo: { ...logo, height: 9 } },
      { logo: { ...logo, width: 15 } },
      { logo: { ...logo, base64: 'x' } },
      { order: ['ahead', 'ahead', 'wait', 'place'] },
      { numberSize: 9 },
    ]) {
      const body = { version: version + 1, layout: { ...layout, ...wrong } } as never;
      expect([wrong, await codeOf(hall.owner.call('receiptLayoutSet', { body }))]).toEqual([wrong, 'validation']);
    }
  });

  it('a test of its printer: marked, and no ticket', async () => {
    const { kiosk, printer } = await kioskAndPrinter();
    const before = (await hall.owner.call('hall', { params: { office: 'main' } })).waiting.length;
    await hall.owner.call('receiptTest', { body: { deviceId: kiosk.id } });
    await until(async () => whole(printer)[0], 'the test on paper');
    expect(whole(printer)[0]?.lines[0]).toBe('시험 출력');
    expect((await hall.owner.call('hall', { params: { office: 'main' } })).waiting).toHaveLength(before);
    expect(await codeOf(other.owner.call('receiptTest', { body: { deviceId: kiosk.id } }))).toBe('not_found');
    const { id } = await hall.pair('kiosk');
    expect(await codeOf(hall.owner.call('receiptTest', { body: { deviceId: id } }))).toBe('no_printer');
  });
});

// The last: passport keeps one strategy per process, and that of the second server dies with it.
describe('a receipt where two processes look for it', () => {
  it('comes out once, and neither finds the printer gone', async () => {
    const node = await startNode(server.database, settings);
    try {
      const { kiosk, printer } = await kioskAndPrinter();
      printer.setPace(5);
      const second = () => node.app.get(JobHandlers).run('print.sweep', {});
      const tickets = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const ticket = await kiosk.draw();
          await Promise.all([sweep(), second()]);
          return ticket;
        }),
      );
      for (const { id } of tickets) expect((await kiosk.until(id, 'printed')).attempts).toBe(1);
      expect(whole(printer)).toHaveLength(4);
    } finally {
      await node.stop();
    }
  });
});
