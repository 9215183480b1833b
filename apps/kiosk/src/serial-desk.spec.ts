import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from '@sunbeon/client';
import type { PrinterWire } from '@sunbeon/client/printer-line';
import { connect } from 'node:net';
import { EmulatedPrinter } from '../../../tools/printer/printer.ts';
import { printBySerial } from './serial-desk.ts';

/** The outside world: a server that gives the bytes of a receipt out once and is told what became of it. */
class Office {
  taken = 0;
  readonly told: unknown[] = [];
  lost = false;
  readonly client = {
    call: (name: string, { body }: { body: unknown }) => {
      if (name === 'devicePrintTake') {
        this.taken += 1;
        if (this.lost || this.taken > 1) return Promise.reject(new Error('no bytes'));
        return Promise.resolve({ id: 'p', base64: btoa('\u001b@\u001c&216\n10:14\n\u001dVB\u0000') });
      }
      this.told.push(body);
      return Promise.resolve({});
    },
  } as unknown as Client;
}

let printer: EmulatedPrinter;
let office: Office;
const faults: unknown[] = [];
beforeEach(async () => {
  printer = new EmulatedPrinter();
  office = new Office();
  faults.length = 0;
  await printer.plugIn();
});
afterEach(() => printer.unplug());

/** A cable: what a serial port is to the kiosk. */
const take = () =>
  new Promise<PrinterWire | null>((resolve) => {
    const socket = connect(printer.port, '127.0.0.1');
    socket.on('error', () => resolve(null));
    socket.on('connect', () =>
      resolve({
        send: (bytes) => void socket.write(bytes),
        listen: (onBytes, onGone) => void socket.on('data', onBytes).on('close', onGone),
        end: () => void socket.destroy(),
      }),
    );
  });
const print = () =>
  printBySerial(office.client, { id: 'p' }, take, (fault) => faults.push(fault), { pauseMs: 50, longestMs: 300 });

describe('a receipt by the kiosk’s own cable', () => {
  it('comes out and is told of', async () => {
    expect(await print()).toBe('printed');
    expect(printer.papers).toMatchObject([{ lines: ['216', '10:14'], whole: true }]);
    expect(office.told).toEqual([{ state: 'printed' }]);
    expect(faults).toEqual([null]);
  });

  it('is not even fetched without paper, and comes out once there is some', async () => {
    printer.endPaperAfter(0);
    setTimeout(() => printer.putPaperIn(), 120);
    expect(await print()).toBe('printed');
    expect(office.taken).toBe(1);
    expect(faults[0]).toBe('paper_end');
    expect(faults.at(-1)).toBeNull();
  });

  it('is given up with the reason when there is none for long', async () => {
    printer.setCover(true);
    expect(await print()).toBe('not_sent');
    expect(office.taken).toBe(0);
    expect(office.told).toEqual([{ state: 'failed', reason: 'cover_open' }]);
  });

  it('is neither sent again nor told of when the plug is pulled within it', async () => {
    printer.unplugAfter(28);
    expect(await print()).toBe('unknown');
    expect(office.taken).toBe(1);
    expect(office.told).toEqual([]);
    expect(printer.papers.filter(({ whole }) => whole)).toEqual([]);
  });

  it('prints nothing when its bytes were lost on the way', async () => {
    office.lost = true;
    await expect(print()).rejects.toThrow('no bytes');
    expect(printer.papers).toEqual([]);
  });
});
