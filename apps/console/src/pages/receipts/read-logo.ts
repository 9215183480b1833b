import type { ReceiptLayout } from '@sunbeon/contract';
import { bitsOf } from './logo-bits.ts';

type Logo = NonNullable<ReceiptLayout['logo']>;
export type LogoFault = 'logo_type' | 'logo_large' | 'logo_broken';

const types = ['image/png', 'image/jpeg', 'image/webp'];
export const logoTypes = types.join(',');
const mostBytes = 2 * 1024 * 1024;
/** In dots: as wide as the narrowest paper, and no taller than what leaves the number above the fold. */
const most = { width: 384, height: 200 };

/** A picture of the person's as the printer's dots. Works in the browser only. */
export async function readLogo(file: Blob): Promise<Logo | LogoFault> {
  if (!types.includes(file.type)) return 'logo_type';
  if (file.size > mostBytes) return 'logo_large';
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return 'logo_broken';
  const scale = Math.min(1, most.width / picture.width, most.height / picture.height);
  const width = Math.max(8, Math.floor((picture.width * scale) / 8) * 8);
  const height = Math.max(8, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height).getContext('2d');
  if (!canvas) return 'logo_broken';
  canvas.drawImage(picture, 0, 0, width, height);
  const bits = bitsOf(canvas.getImageData(0, 0, width, height));
  return { width, height, base64: btoa(String.fromCharCode(...bits)) };
}
