/** What a printer did, in order. */
export type PrinterAct =
  | { readonly kind: 'text'; readonly text: string; readonly style: Style }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'qr'; readonly text: string; readonly dot: number }
  | Picture
  | { readonly kind: 'cut' }
  /** Asked to say when everything before is done. */
  | { readonly kind: 'asked' }
  /** Bytes that no command begins with: on paper they would be rubbish. */
  | { readonly kind: 'unknown'; readonly bytes: readonly number[] };

/** Dots in rows from the top, eight to a byte, the left one first; a bit that is set is black. */
export interface Picture {
  readonly kind: 'picture';
  readonly align: Style['align'];
  /** In dots; a multiple of eight. */
  readonly width: number;
  readonly height: number;
  readonly bits: readonly number[];
}

export interface Style {
  readonly align: 'left' | 'center' | 'right';
  readonly bold: boolean;
  readonly width: number;
  readonly height: number;
}

const plain: Style = { align: 'left', bold: false, width: 1, height: 1 };
const alignments = ['left', 'center', 'right'] as const;

/**
 * Reads the bytes of a printer's line as a printer of the ESC/POS family with Korean signs does: command by command, as they
 * come. Written apart from the encoder, from the manuals; it knows nothing of receipts.
 */
export class EscPosReader {
  private rest: number[] = [];
  private line: number[] = [];
  private style = plain;
  private pairs = false;
  private qr = { text: '', dot: 3 };

  /** @param decode CP949 to text: `TextDecoder('euc-kr')` in browsers, whose EUC-KR is the whole of it; Node's is not */
  constructor(private readonly decode: (bytes: Uint8Array) => string) {}

  /** Takes bytes and tells what could be read of them; a command that is not whole yet waits for its end. */
  *read(bytes: Uint8Array): Generator<PrinterAct> {
    this.rest.push(...bytes);
    while (this.rest.length > 0) {
      const length = this.lengthOfNext();
      if (length === 0 || length > this.rest.length) return;
      const act = this.take(this.rest.splice(0, length));
      if (act) yield act;
    }
  }

  /** As after switching it off and on: what was not printed is gone. */
  reset(): void {
    this.rest = [];
    this.line = [];
    this.style = plain;
    this.pairs = false;
  }

  /** Bytes of the next command or sign; 0 = not known yet. */
  private lengthOfNext(): number {
    const [first = 0, second] = this.rest;
    if (first === 0x1b || first === 0x1c || first === 0x1d) {
      if (second === undefined) return 0;
      return this.lengthOfCommand(first, second);
    }
    return this.pairs && first >= 0x81 && first <= 0xfe ? 2 : 1;
  }

  private lengthOfCommand(first: number, second: number): number {
    const [, , third = -1, fourth = -1] = this.rest;
    if (first === 0x1b) return second === 0x40 ? 2 : 3;
    if (first === 0x1c) return second === 0x26 || second === 0x2e ? 2 : 3;
    if (second === 0x28) return fourth < 0 || this.rest.length < 5 ? 0 : 5 + fourth + 256 * (this.rest[4] ?? 0);
    if (second === 0x76) return this.rest.length < 8 ? 0 : 8 + this.word(4) * this.word(6);
    if (second === 0x56) return third < 0 ? 0 : third >= 65 ? 4 : 3;
    return 3;
  }

  private word(at: number): number {
    return (this.rest[at] ?? 0) + 256 * (this.rest[at + 1] ?? 0);
  }

  private take(bytes: number[]): PrinterAct | undefined {
    const [first = 0] = bytes;
    if (first === 0x0a) return this.endLine();
    if (first === 0x1b) return this.escape(bytes);
    if (first === 0x1c) return this.ofPairs(bytes);
    if (first === 0x1d) return this.group(bytes);
    if (first < 0x20 || first === 0x7f || (bytes.length === 1 && first > 0x7f)) return { kind: 'unknown', bytes };
    this.line.push(...bytes);
    return undefined;
  }

  private escape(bytes: number[]): PrinterAct | undefined {
    const [, command = 0, value = 0] = bytes;
    const align = alignments[value];
    if (command === 0x40) this.style = plain;
    else if (command === 0x61 && align) this.style = { ...this.style, align };
    else if (command === 0x45) this.style = { ...this.style, bold: (value & 1) === 1 };
    else if (command === 0x64) return { kind: 'feed', lines: value };
    else if (command !== 0x52 || value !== 13) return { kind: 'unknown', bytes };
    return undefined;
  }

  private ofPairs(bytes: number[]): PrinterAct | undefined {
    const [, command] = bytes;
    if (bytes.length !== 2) return { kind: 'unknown', bytes };
    this.pairs = command === 0x26;
    return undefined;
  }

  private group(bytes: number[]): PrinterAct | undefined {
    const [, command, value = 0] = bytes;
    if (command === 0x21) {
      this.style = { ...this.style, width: (value >> 4) + 1, height: (value & 7) + 1 };
      return undefined;
    }
    if (command === 0x76) return this.ofPicture(bytes);
    if (command === 0x56) return { kind: 'cut' };
    if (command === 0x72 && value === 1) return { kind: 'asked' };
    if (command === 0x28 && value === 0x6b) return this.ofQr(bytes);
    return { kind: 'unknown', bytes };
  }

  private ofPicture(bytes: number[]): PrinterAct {
    const [, , zero, mode, left = 0, leftHigh = 0, down = 0, downHigh = 0, ...bits] = bytes;
    if (zero !== 0x30 || mode !== 0) return { kind: 'unknown', bytes };
    const [width, height] = [(left + 256 * leftHigh) * 8, down + 256 * downHigh];
    return { kind: 'picture', align: this.style.align, width, height, bits };
  }

  private ofQr(bytes: number[]): PrinterAct | undefined {
    const [, , , , , kind, task, value = 0] = bytes;
    if (kind !== 49) return { kind: 'unknown', bytes };
    if (task === 67) this.qr.dot = value;
    else if (task === 80) this.qr.text = String.fromCharCode(...bytes.slice(8));
    else if (task === 81) return { kind: 'qr', ...this.qr };
    else if (task !== 65 && task !== 69) return { kind: 'unknown', bytes };
    return undefined;
  }

  private endLine(): PrinterAct {
    const text = this.decode(Uint8Array.from(this.line));
    this.line = [];
    return { kind: 'text', text, style: this.style };
  }
}
