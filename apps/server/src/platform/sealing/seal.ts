import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * AES-256-GCM. A sealed text is `s1.<version>.<iv>.<text>.<tag>`, base64url: the version is that of the key, so that old
 * texts can be opened while a new key is being brought in. What it is about (tenant, purpose) is authenticated with it, so
 * that a text moved to another row, column or tenant does not open.
 */
const FORMAT = 's1';
const IV_BYTES = 12;
export const KEY_BYTES = 32;

/** A text that was not sealed by this key for this purpose, or was changed. */
export class SealBroken extends Error {}

/** @param key 32 bytes; @param about what the text belongs to, the same when it is opened */
export function seal(key: Buffer, version: number, about: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [FORMAT, version, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

/** @throws SealBroken */
export function open(key: Buffer, about: string, sealed: string): string {
  const [format, , iv, text, tag] = sealed.split('.');
  if (format !== FORMAT || iv === undefined || text === undefined || tag === undefined)
    throw new SealBroken('not a sealed text');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(about)).setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new SealBroken('the text does not open', { cause: error });
  }
}

/** Version of the key that a text was sealed with. @throws SealBroken when it is no sealed text */
export function versionOf(sealed: string): number {
  const [format, version] = sealed.split('.');
  if (format !== FORMAT || !/^\d{1,9}$/.test(version ?? '')) throw new SealBroken('not a sealed text');
  return Number(version);
}
