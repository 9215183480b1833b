import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { PrinterAct } from '@sunbeon/client/escpos-reader';
import { readerOfPrinter } from './cp949.ts';
import { pictureOf, textLines } from '@sunbeon/client/paper-picture';

/** A piece of paper that was cut off, or torn off where a fault ended it. */
export interface Paper {
  readonly lines: readonly string[];
  readonly svg: string;
  /** It came out to its end and was cut. */
  readonly whole: boolean;
  /** Bytes that no command begins with came in. */
  readonly rubbish: boolean;
}

/**
 * A receipt printer to be tested against: takes bytes on a port, says its state while it prints and while it does not, and
 * keeps what came out as text and picture. Paper runs out, the cover opens, and the plug is pulled when a test says so.
 */
export class EmulatedPrinter {
  readonly papers: Paper[] = [];
  private readonly reader = readerOfPrinter();
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private usedPort = 0;
  private acts: PrinterAct[] = [];
  /** What came in and is not worked off: kept while there is no paper, lost without current. */
  private waiting: { bytes: Uint8Array; from: Socket }[] = [];
  private linesLeft = Infinity;
  private bytesLeft = Infinity;
  private open = false;
  private low = false;
  private mute = false;
  private lineMs = 0;
  private busy: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly columns = 42,
    private readonly onPaper: (paper: Paper) => void = () => undefined,
  ) {}

  get port(): number {
    return this.usedPort;
  }

  /** Plugs it in. The first time any free port will do, later the same one is taken again. */
  async plugIn(port = this.usedPort): Promise<void> {
    const server = createServer((socket) => this.serve(socket));
    server.maxConnections = 1; // as printers do: whoever comes second is turned away
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    this.server = server;
    this.usedPort = (server.address() as AddressInfo).port;
  }

  /** Pulls the plug: lines break, what was not printed is forgotten, and what hangs out of it is torn off. */
  async unplug(): Promise<void> {
    const { server } = this;
    this.server = null;
    for (const socket of this.sockets) socket.resetAndDestroy();
    this.waiting = [];
    if (this.busy) clearTimeout(this.busy);
    this.busy = null;
    this.reader.reset();
    this.tearOff(false);
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  /** The plug is pulled once so many more bytes came in. */
  unplugAfter(bytes: number): void {
    this.bytesLeft = bytes;
  }

  /** The roll ends after so many more lines. */
  endPaperAfter(lines: number): void {
    this.linesLeft = lines;
  }

  /** A new roll: what waited for it comes out. */
  putPaperIn(): void {
    this.linesLeft = Infinity;
    this.low = false;
    this.work();
  }

  nearEnd(): void {
    this.low = true;
  }

  setCover(open: boolean): void {
    this.open = open;
    this.work();
  }

  /** Takes bytes and never answers, as cheap printers do. */
  setMute(mute: boolean): void {
    this.mute = mute;
  }

  /** So many milliseconds for a line; a real one needs some 20. */
  setPace(lineMs: number): void {
    this.lineMs = lineMs;
  }

  private get stopped(): boolean {
    return this.open || this.linesLeft <= 0 || this.busy !== null;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (data) => this.take(data, socket));
  }

  private take(data: Uint8Array, from: Socket): void {
    const taken = data.subarray(0, this.bytesLeft);
    this.bytesLeft -= taken.length;
    this.waiting.push({ bytes: this.answerStates(taken, from), from });
    this.work();
    if (this.bytesLeft > 0) return;
    this.bytesLeft = Infinity;
    void this.unplug();
  }

  /** DLE EOT is answered at once and never waits for paper. Returns the bytes that remain. */
  private answerStates(data: Uint8Array, socket: Socket): Uint8Array {
    const rest: number[] = [];
    for (let i = 0; i < data.length; i += 1) {
      const [first = 0, second, asked = 0] = data.subarray(i, i + 3);
      if (first === 0x10 && second === 0x04 && asked >= 1 && asked <= 4) {
        this.say(socket, this.stateByte(asked));
        i += 2;
      } else rest.push(first);
    }
    return Uint8Array.from(rest);
  }

  private stateByte(asked: number): number {
    const paperEnd = this.linesLeft <= 0;
    if (asked === 1) return 0x12 | (this.open || paperEnd ? 0x08 : 0);
    if (asked === 2) return 0x12 | (this.open ? 0x04 : 0) | (paperEnd ? 0x20 : 0);
    if (asked === 4) return 0x12 | (this.low || paperEnd ? 0x0c : 0) | (paperEnd ? 0x60 : 0);
    return 0x12;
  }

  private work(): void {
    while (!this.stopped) {
      const next = this.waiting.shift();
      if (!next) return;
      const bytes = [...next.bytes];
      // One byte after the other, so that the paper may end in the middle of a receipt.
      while (bytes.length > 0 && !this.stopped)
        for (const act of this.reader.read(Uint8Array.of(bytes.shift() ?? 0))) this.print(act, next.from);
      if (bytes.length > 0) this.waiting.unshift({ bytes: Uint8Array.from(bytes), from: next.from });
    }
  }

  private print(act: PrinterAct, from: Socket): void {
    if (act.kind === 'asked') return this.say(from, this.low ? 0x03 : 0x00);
    this.acts.push(act);
    if (act.kind === 'text') {
      this.linesLeft -= 1;
      if (this.lineMs > 0) this.pause();
    }
    if (act.kind === 'cut') this.tearOff(true);
  }

  private pause(): void {
    this.busy = setTimeout(() => {
      this.busy = null;
      this.work();
    }, this.lineMs);
  }

  private tearOff(whole: boolean): void {
    if (this.acts.length > 0) {
      const rubbish = this.acts.some(({ kind }) => kind === 'unknown');
      const paper = { lines: textLines(this.acts), svg: pictureOf(this.acts, this.columns), whole, rubbish };
      this.papers.push(paper);
      this.onPaper(paper);
    }
    this.acts = [];
  }

  /** What was asked by one who hung up is told to whoever is there now: the printer knows no lines. */
  private say(asker: Socket, byte: number): void {
    const socket = asker.destroyed ? [...this.sockets].at(-1) : asker;
    if (!this.mute && socket && !socket.destroyed) socket.write(Uint8Array.of(byte));
  }
}
