import { connect, type Socket } from 'node:net';
import { askDone, askState } from './escpos.ts';

/** Why a receipt did not come out. silent = the printer takes the line and never answers. */
export type PrinterFault = 'paper_end' | 'cover_open' | 'gone' | 'silent';

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * What is known of a receipt afterwards. not_sent = not one byte of it left, so that it may be tried again; unknown = bytes
 * left, and nobody heard that they came out: only a person who looks can tell.
 */
export type PrintOutcome =
  | { readonly kind: 'printed'; readonly nearEnd: boolean }
  | { readonly kind: 'not_sent'; readonly fault: PrinterFault }
  | { readonly kind: 'unknown'; readonly fault: PrinterFault };

/** Milliseconds: to take up the line, to say its state, and to print one receipt (with paper that must be changed first). */
export interface Patience {
  readonly connectMs: number;
  readonly stateMs: number;
  readonly printMs: number;
  /** The state is asked again so often while it prints. */
  readonly lookMs: number;
}
export const patience: Patience = { connectMs: 3_000, stateMs: 2_000, printMs: 20_000, lookMs: 500 };

/**
 * Sends one receipt, once. The state is asked first: without paper nothing is sent. After the last line the printer is asked to
 * answer once it has worked off everything; only this answer counts as printed.
 * @param beforeFirstByte the last moment to note that it is on its way: if this throws, nothing was sent
 */
export async function printReceipt(
  address: PrinterAddress,
  bytes: Uint8Array,
  beforeFirstByte: () => Promise<void>,
  limits: Patience = patience,
): Promise<PrintOutcome> {
  const line = await PrinterLine.take(address, limits.connectMs);
  if (!line) return { kind: 'not_sent', fault: 'gone' };
  try {
    const fault = await line.faultWithin(limits.stateMs);
    if (fault) return { kind: 'not_sent', fault };
    await beforeFirstByte();
    return await line.print(bytes, limits);
  } finally {
    line.end();
  }
}

/** Only the state of a printer; null = ready. */
export async function stateOfPrinter(
  address: PrinterAddress,
  limits: Patience = patience,
): Promise<PrinterFault | null> {
  const line = await PrinterLine.take(address, limits.connectMs);
  if (!line) return 'gone';
  try {
    return await line.faultWithin(limits.stateMs);
  } finally {
    line.end();
  }
}

/** One connection to a printer. Answers on its state and "done" come on the same line; their fixed bits tell them apart. */
class PrinterLine {
  private states: number[] = [];
  private fault: PrinterFault | null = null;
  private heard = false;
  private done: number | null = null;
  private closed = false;
  private wake: () => void = () => undefined;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (data) => {
      for (const byte of data) this.hear(byte);
      this.wake();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.closed = true;
      this.wake();
    });
  }

  static take({ host, port }: PrinterAddress, withinMs: number): Promise<PrinterLine | null> {
    return new Promise((resolve) => {
      const socket = connect({ host, port, noDelay: true });
      const give = (line: PrinterLine | null) => {
        clearTimeout(timer);
        if (!line) socket.destroy();
        resolve(line);
      };
      const timer = setTimeout(() => give(null), withinMs);
      socket.once('error', () => give(null));
      socket.once('connect', () => give(new PrinterLine(socket)));
    });
  }

  /** Asks the state; null = ready to print. */
  async faultWithin(ms: number): Promise<PrinterFault | null> {
    this.socket.write(askState);
    await this.until(() => this.heard, ms);
    if (this.closed) return 'gone';
    return this.heard ? this.fault : 'silent';
  }

  async print(bytes: Uint8Array, limits: Patience): Promise<PrintOutcome> {
    const until = Date.now() + limits.printMs;
    this.socket.write(bytes);
    this.socket.write(askDone);
    while (this.done === null && !this.closed && Date.now() < until) {
      await this.until(() => this.done !== null, limits.lookMs);
      if (this.done === null && !this.closed) this.socket.write(askState);
    }
    if (this.done !== null) return { kind: 'printed', nearEnd: (this.done & 0x03) !== 0 };
    if (this.closed) return { kind: 'unknown', fault: 'gone' };
    return { kind: 'unknown', fault: this.fault ?? 'silent' };
  }

  end(): void {
    this.socket.destroy();
  }

  private hear(byte: number): void {
    if ((byte & 0x93) === 0x12) this.hearState(byte);
    else if ((byte & 0x90) === 0) this.done = byte;
  }

  /** Three bytes belong together: printer, cause, paper. */
  private hearState(byte: number): void {
    this.states.push(byte);
    const [, cause = 0, paper = 0] = this.states;
    if (this.states.length < 3) return;
    this.states = [];
    this.heard = true;
    if (cause & 0x04) this.fault = 'cover_open';
    else if (paper & 0x60 || cause & 0x20) this.fault = 'paper_end';
    else this.fault = cause & 0x40 ? 'gone' : null;
  }

  private until(isSo: () => boolean, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo() && !this.closed) return;
        finish();
      };
      const finish = () => {
        clearTimeout(timer);
        this.wake = () => undefined;
        resolve();
      };
      const timer = setTimeout(finish, ms);
      this.wake = look;
      look();
    });
  }
}
