import { Unusable } from './picture-bytes.ts';

export interface Film {
  /** Undefined where the file does not say. */
  readonly seconds: number | undefined;
}

interface Box {
  readonly name: string;
  readonly body: Buffer;
}

/** An MP4 that is whole: every box ends where it says, and pictures with their index are there. @throws Unusable */
export function readMp4(bytes: Buffer): Film {
  const boxes = boxesOf(bytes, true);
  const moov = boxes.find(({ name }) => name === 'moov');
  if (!moov || !boxes.some(({ name }) => name === 'mdat')) throw new Unusable('the film has no pictures in it');
  return { seconds: durationOf(boxesOf(moov.body, false).find(({ name }) => name === 'mvhd')?.body) };
}

/** @param whole what reaches over the end is refused, else left out */
function boxesOf(bytes: Buffer, whole: boolean): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at < bytes.length;) {
    const box = at + 8 <= bytes.length ? boxAt(bytes, at) : undefined;
    if (!box || box.end > bytes.length) {
      if (whole) throw new Unusable('the file ends in its middle');
      break;
    }
    boxes.push({ name: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(box.begin, box.end) });
    at = box.end;
  }
  return boxes;
}

function boxAt(bytes: Buffer, at: number): { begin: number; end: number } | undefined {
  const size = bytes.readUInt32BE(at);
  if (size === 0) return { begin: at + 8, end: bytes.length };
  if (size !== 1) return size < 8 ? undefined : { begin: at + 8, end: at + size };
  if (at + 16 > bytes.length) return undefined;
  const long = Number(bytes.readBigUInt64BE(at + 8));
  return long < 16 ? undefined : { begin: at + 16, end: at + long };
}

function durationOf(mvhd: Buffer | undefined): number | undefined {
  if (!mvhd || mvhd.length < 32) return undefined;
  const isLong = mvhd.readUInt8(0) === 1;
  const scale = mvhd.readUInt32BE(isLong ? 20 : 12);
  const length = isLong ? Number(mvhd.readBigUInt64BE(24)) : mvhd.readUInt32BE(16);
  const seconds = length / scale;
  return scale > 0 && seconds > 0 && seconds < 86_400 ? Math.round(seconds * 10) / 10 : undefined;
}

const segmentId = Buffer.from([0x18, 0x53, 0x80, 0x67]);

/** A WebM whose only segment is there as far as it says. @throws Unusable */
export function readWebm(bytes: Buffer): Film {
  const head = bytes.subarray(0, 4_096);
  const at = head.indexOf(segmentId);
  if (at < 0 || !head.subarray(0, at).includes('webm')) throw new Unusable('the film is no WebM');
  const size = sizeAt(bytes, at + 4);
  if (!size || (size.value !== undefined && size.end + size.value > bytes.length))
    throw new Unusable('the file ends in its middle');
  return { seconds: undefined };
}

/** A number of EBML, whose first bits say how long it is; all ones = unknown. */
function sizeAt(bytes: Buffer, at: number): { value: number | undefined; end: number } | undefined {
  const first = bytes[at];
  if (first === undefined || first === 0) return undefined;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return undefined;
  let value = BigInt(first & (0xff >> length));
  for (let index = 1; index < length; index += 1) value = (value << 8n) | BigInt(bytes[at + index] ?? 0);
  const unknown = value === (1n << BigInt(7 * length)) - 1n;
  return { value: unknown ? undefined : Number(value), end: at + length };
}
