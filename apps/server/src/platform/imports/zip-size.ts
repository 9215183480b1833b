import { inflateRawSync } from 'node:zlib';
import { refuse } from '../http/problem.ts';

/** 2,000 rows with all their texts unpack to about 2 MB; a bomb to a thousand times what was sent. */
const MOST = { bytes: 32 * 1024 * 1024, entries: 200 } as const;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Unpacks every part of a zip archive only to see how large it is: what an archive says of its own size may be a lie.
 * @throws file_unreadable when it is broken, encrypted, of another method, or too large unpacked
 */
export function holdSmall(zip: Buffer): void {
  try {
    let left: number = MOST.bytes;
    for (const entry of entriesOf(zip)) left -= sizeOf(zip, entry, left);
  } catch {
    refuse('file_unreadable', 'broken, or too large unpacked');
  }
}

interface Entry {
  readonly at: number;
  readonly packed: number;
  readonly said: number;
  readonly method: number;
}

/** What the directory at the end of an archive lists: readers go by it. */
function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('no end');
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST.entries) throw new Error('too many parts');
  const entries: Entry[] = [];
  for (let at = zip.readUInt32LE(end + 16); entries.length < count;) {
    if (zip.readUInt32LE(at) !== ENTRY || (zip.readUInt16LE(at + 8) & 1) !== 0)
      throw new Error('no part, or a secret one');
    const [method, packed, said] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    entries.push({ at: zip.readUInt32LE(at + 42), packed, said, method });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** @throws RangeError when it is larger than `most`, or than it says */
function sizeOf(zip: Buffer, { at, packed, said, method }: Entry, most: number): number {
  if (zip.readUInt32LE(at) !== LOCAL || said > most) throw new RangeError('too large');
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const data = zip.subarray(from, from + packed);
  if (method === 0) return data.length;
  if (method !== 8) throw new Error('packed in another way');
  return inflateRawSync(data, { maxOutputLength: Math.max(1, Math.min(most, said)) }).length;
}
