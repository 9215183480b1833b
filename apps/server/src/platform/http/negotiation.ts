import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** The better of the encodings that the client takes, or undefined for none. */
export function encodingOf(header: string | string[] | undefined): Encoding | undefined {
  const accepted = String(header ?? '');
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted) ? 'gzip' : undefined;
}

/** True when If-None-Match names this ETag, weak or strong. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header === etag || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

const brOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

/** @param quality of brotli, 0-11: 5 for what lives seconds, 9 for what lives until the next release */
export function compress(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === 'gzip') return gzipOf(body, { level: 6 });
  return brOf(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}
