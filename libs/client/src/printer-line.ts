/** Asked after the last line: the printer answers once it has worked off everything before (GS r 1). */
const askDone = Uint8Array.of(0x1d, 0x72, 1);
/** Asked at any moment, answered at once (DLE EOT): printer, cause of being offline, paper. */
const askState = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4);

/** A way to a receipt printer and back: a TCP connection, a serial port. */
export interface PrinterWire {
  /** Failing is told by `onGone`. */
  send(bytes: Uint8Array): void;
  listen(onBytes: (bytes: Uint8Array) => void, onGone: () => void): void;
  end(): void;
}

/** Why a receipt did not come out. silent = the printer takes the line and never answers. */
export type PrinterFault = 'paper_end' | 'cover_open' | 'gone' | 'silent';

/**
 * What is known of a receipt afterwards. not_sent = not one byte of it left, so that it may be tried again; unknown = bytes
 * left, and nobody heard that they came out: only a person who looks can tell.
 */
export type PrintOutcome =
  | { readonly kind: 'printed'; readonly nearEnd: boolean }
  | { readonly kind: 'not_sent'; readonly fault: PrinterFault }
  | { readonly kind: 'unknown'; readonly fault: PrinterFault };

/** Milliseconds: to take up the line, to say its state, and to print one receipt (with paper that must be changed first). */
export interface PrintPatience {
  readonly connectMs: number;
  readonly stateMs: number;
  /** Without a word of the printer for so long, nothing of an earlier receipt is left in it. */
  readonly quietMs: number;
  readonly printMs: number;
  /** The state is asked again so often while it prints. */
  readonly lookMs: number;
}
export const printPatience: PrintPatience = {
  connectMs: 3_000,
  stateMs: 2_000,
  quietMs: 100,
  printMs: 15_000,
  lookMs: 500,
};

/**
 * Sends one receipt of the ESC/POS family, once. The state is asked first: without paper nothing is sent, nor while something of
 * an earlier receipt is left in the printer, whose "done" would be taken for ours. After the last line the printer is asked to answer once it has worked off everything; only this answer counts as printed.
 * @param take opens the way to the printer; null = there is none
 * @param fetch gives the bytes, at the last moment before the first of them leaves, and notes that they are on their way. If
 *   it throws, nothing was sent
 */
export async function printReceipt(
  take: () => Promise<PrinterWire | null>,
  fetch: () => Promise<Uint8Array>,
  limits: PrintPatience = printPatience,
): Promise<PrintOutcome> {
  const wire = await take();
  if (!wire) return { kind: 'not_sent', fault: 'gone' };
  const line = new PrinterLine(wire);
  try {
    const fault = (await line.faultWithin(limits.stateMs)) ?? (await line.faultUntilEmpty(limits));
    if (fault) return { kind: 'not_sent', fault };
    return await line.print(await fetch(), limits);
  } finally {
    wire.end();
  }
}

/** Only the state of a printer; null = ready. */
export async function stateOfPrinter(
  take: () => Promise<PrinterWire | null>,
  limits: PrintPatience = printPatience,
): Promise<PrinterFault | null> {
  const wire = await take();
  if (!wire) return 'gone';
  try {
    return await new PrinterLine(wire).faultWithin(limits.stateMs);
  } finally {
    wire.end();
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

  constructor(private readonly wire: PrinterWire) {
    wire.listen(
      (bytes) => {
        for (const byte of bytes) this.hear(byte);
        this.wake();
      },
      () => {
        this.closed = true;
        this.wake();
      },
    );
  }

  /** Asks the state; null = ready to print. */
  async faultWithin(ms: number): Promise<PrinterFault | null> {
    this.heard = false;
    this.wire.send(askState);
    await this.until(() => this.heard, ms);
    if (this.closed) return 'gone';
    return this.heard ? this.fault : 'silent';
  }

  /** Waits until the printer has worked off what it had before; null = it has. */
  async faultUntilEmpty({ stateMs, quietMs }: PrintPatience): Promise<PrinterFault | null> {
    this.wire.send(askDone);
    await this.until(() => this.done !== null, stateMs);
    while (this.done !== null) {
      this.done = null;
      // What was said before comes before this answer, however the line holds small packets back.
      const fault = await this.faultWithin(stateMs);
      if (fault) return fault;
      await this.until(() => this.done !== null, quietMs);
      if (this.done === null) return this.closed ? 'gone' : null;
    }
    return this.closed ? 'gone' : 'silent';
  }

  async print(bytes: Uint8Array, limits: PrintPatience): Promise<PrintOutcome> {
    const until = Date.now() + limits.printMs;
    this.wire.send(bytes);
    this.wire.send(askDone);
    while (this.done === null && !this.closed && Date.now() < until) {
      await this.until(() => this.done !== null, limits.lookMs);
      if (this.done === null && !this.closed) this.wire.send(askState);
    }
    if (this.done !== null) return { kind: 'printed', nearEnd: (this.done & 0x03) !== 0 };
    if (this.closed) return { kind: 'unknown', fault: 'gone' };
    return { kind: 'unknown', fault: this.fault ?? 'silent' };
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
