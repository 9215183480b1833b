/** What a picture says of itself; `bytes` = the picture without what was written into it about camera, place and time. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

/** Why a file is not taken, in words for the person who sent it. */
export class Unusable extends Error {}

const truncated = () => new Unusable('the file ends in its middle');

// ---------------------------------------------------------------------------------------------------- JPEG
const markers = { app1: 0xe1, app13: 0xed, comment: 0xfe, scan: 0xda, end: 0xd9 } as const;
/** Beginnings of frames: they hold the size. C4, C8 and CC are something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** A JPEG without EXIF, XMP, IPTC and comments, but the way it is turned. @throws Unusable */
export function cleanJpeg(bytes: Buffer): Picture {
  if (bytes.lastIndexOf(Buffer.from([0xff, markers.end])) < bytes.length - 2 - trailing(bytes)) throw truncated();
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let turned = 1;
  for (let at = 2; ;) {
    if (at + 4 > bytes.length || bytes[at] !== 0xff) throw truncated();
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === markers.scan) {
      kept.push(bytes.subarray(at));
      break;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at, end);
    if (end > bytes.length || segment.length < 4) throw truncated();
    if (isFrame(marker) && segment.length >= 9)
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    if (marker === markers.app1) turned = orientationOf(segment) ?? turned;
    else if (marker !== markers.app13 && marker !== markers.comment) kept.push(segment);
    at = end;
  }
  if (!size) throw truncated();
  if (turned !== 1) kept.splice(1, 0, orientation(turned));
  const { width, height } = turned >= 5 ? { width: size.height, height: size.width } : size;
  return { width, height, bytes: Buffer.concat(kept) };
}

/** Zeros that some cameras add after the end. */
function trailing(bytes: Buffer): number {
  let count = 0;
  while (count < bytes.length && bytes[bytes.length - 1 - count] === 0) count += 1;
  return count;
}

const exif = Buffer.from('Exif\0\0', 'latin1');

/** Which way a camera was held, 1-8, of an APP1 segment with EXIF. */
function orientationOf(segment: Buffer): number | undefined {
  if (!segment.subarray(4, 10).equals(exif)) return undefined;
  const tiff = segment.subarray(10);
  if (tiff.length < 14) return undefined;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < Math.min(short(directory), 64); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** A segment that says nothing but how the picture is turned. */
function orientation(turned: number): Buffer {
  const segment = Buffer.alloc(36);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(34, 2);
  exif.copy(segment, 4);
  segment.write('MM', 10, 'latin1');
  segment.writeUInt16BE(42, 12);
  segment.writeUInt32BE(8, 14);
  segment.writeUInt16BE(1, 18);
  segment.writeUInt16BE(0x0112, 20);
  segment.writeUInt16BE(3, 22);
  segment.writeUInt32BE(1, 24);
  segment.writeUInt16BE(turned, 28);
  return segment;
}

// ----------------------------------------------------------------------------------------------------- PNG
/** Texts, times and EXIF of a PNG. */
const unwantedChunks: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'eXIf']);

/** A PNG without texts, times and EXIF. @throws Unusable */
export function cleanPng(bytes: Buffer): Picture {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  let size: { width: number; height: number } | undefined;
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw truncated();
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) throw truncated();
    if (name === 'IHDR' && end - at >= 25)
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (!unwantedChunks.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') break;
    at = end;
  }
  if (!size) throw truncated();
  return { ...size, bytes: Buffer.concat(kept) };
}

// ---------------------------------------------------------------------------------------------------- WebP
/** A WebP without EXIF and XMP. @throws Unusable */
export function cleanWebp(bytes: Buffer): Picture {
  if (bytes.length < 20 || bytes.readUInt32LE(4) + 8 > bytes.length) throw truncated();
  const end = bytes.readUInt32LE(4) + 8;
  const kept: Buffer[] = [];
  let size: { width: number; height: number } | undefined;
  for (let at = 12; at + 8 <= end;) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > end) throw truncated();
    const body = bytes.subarray(at + 8, at + 8 + length);
    size ??= webpSize(name, body);
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(withoutFlags(name, bytes.subarray(at, next)));
    at = next;
  }
  if (!size) throw truncated();
  const chunks = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(chunks.length + 4, 4);
  return { ...size, bytes: Buffer.concat([head, chunks]) };
}

function webpSize(name: string, body: Buffer): { width: number; height: number } | undefined {
  if (name === 'VP8X' && body.length >= 10)
    return { width: body.readUIntLE(4, 3) + 1, height: body.readUIntLE(7, 3) + 1 };
  if (name === 'VP8 ' && body.length >= 10)
    return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff };
  if (name !== 'VP8L' || body.length < 5) return undefined;
  const bits = body.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The list of what is there no longer says EXIF and XMP. */
function withoutFlags(name: string, chunk: Buffer): Buffer {
  if (name !== 'VP8X') return chunk;
  const copy = Buffer.from(chunk);
  copy.writeUInt8(copy.readUInt8(8) & ~0x0c, 8);
  return copy;
}
