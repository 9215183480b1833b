import { mediaLimits, type MediaRow, type MediaType } from '@sunbeon/contract';
import { readMp4, readWebm } from './film-bytes.ts';
import { cleanJpeg, cleanPng, cleanWebp, Unusable, type Picture } from './picture-bytes.ts';

/** A file that may stand on screens, as it is stored. */
export interface MediaFile extends Pick<MediaRow, 'type' | 'width' | 'height' | 'seconds'> {
  readonly bytes: Buffer;
}

/** So many bytes tell every type that is taken. */
export const headBytes = 16;

/** What the first bytes say that a file is; undefined = nothing that screens show (SVG and the like among it). */
export function typeOf(head: Buffer): MediaType | undefined {
  const text = head.toString('latin1');
  if (head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  // `qt  ` is a film of QuickTime, which screens do not play.
  if (text.slice(4, 8) === 'ftyp' && text.slice(8, 12) !== 'qt  ' && !/^(?:heic|heif|mif1|avif)/.test(text.slice(8)))
    return 'video/mp4';
  return head.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3])) ? 'video/webm' : undefined;
}

export const kindOf = (type: MediaType): MediaRow['kind'] => (type.startsWith('image/') ? 'image' : 'video');

const cleaners: Readonly<Partial<Record<MediaType, (bytes: Buffer) => Picture>>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
};

/** Looks a whole file through. @throws Unusable, saying why */
export function readMedia(type: MediaType, bytes: Buffer): MediaFile {
  const clean = cleaners[type];
  if (!clean) {
    const { seconds } = type === 'video/mp4' ? readMp4(bytes) : readWebm(bytes);
    return { type, bytes, width: null, height: null, seconds: seconds ?? null };
  }
  const picture = clean(bytes);
  const [longer, shorter] = [Math.max(picture.width, picture.height), Math.min(picture.width, picture.height)];
  if (longer > mediaLimits.side) throw new Unusable(`a side is longer than ${mediaLimits.side} pixels`);
  if (shorter < 1) throw new Unusable('the picture has no size');
  return { type, ...picture, seconds: null };
}
