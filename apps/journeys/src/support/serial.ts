import { connect, type Socket } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';

/**
 * Gives the pages of a window a serial port at whose other end a printer listens: a stand-in for the cable, with the interface
 * of Web Serial. Headless browsers have no ports.
 */
export async function plugSerial(context: BrowserContext, port: () => number): Promise<void> {
  let socket: Socket | null = null;
  await context.exposeBinding('cableOpen', ({ page }: { page: Page }) => {
    return new Promise<boolean>((resolve) => {
      const cable = connect(port(), '127.0.0.1');
      socket = cable;
      cable.on('error', () => resolve(false));
      cable.on('connect', () => resolve(true));
      cable.on('data', (data) => void page.evaluate(`cableHear(${JSON.stringify([...data])})`).catch(() => undefined));
      cable.on('close', () => void page.evaluate('cableGone()').catch(() => undefined));
    });
  });
  await context.exposeBinding('cableWrite', (_, bytes: number[]) => void socket?.write(Uint8Array.from(bytes)));
  await context.exposeBinding('cableClose', () => void socket?.destroy());
  await context.addInitScript(pageSide);
}

/** In the page: a port of Web Serial whose bytes go through the functions above. */
const pageSide = `
  let hear = null;
  window.cableHear = (bytes) => hear?.enqueue(Uint8Array.from(bytes));
  window.cableGone = () => { try { hear?.close(); } catch {} hear = null; };
  const port = {
    readable: null,
    writable: null,
    async open() {
      if (!(await window.cableOpen())) throw new Error('no printer at the cable');
      this.readable = new ReadableStream({ start: (controller) => { hear = controller; } });
      this.writable = new WritableStream({ write: (bytes) => window.cableWrite([...bytes]) });
    },
    async close() { hear = null; await window.cableClose(); },
  };
  Object.defineProperty(navigator, 'serial', {
    value: { getPorts: async () => [port], requestPort: async () => port },
  });
`;
