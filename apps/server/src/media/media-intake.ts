import { Injectable } from '@nestjs/common';
import { mediaLimits } from '@sunbeon/contract';
import type { SentFile } from '../platform/http/file-input.ts';
import { ProblemException, refuse } from '../platform/http/problem.ts';
import { headBytes, kindOf, readMedia, typeOf, type MediaFile } from './media-file.ts';
import { Unusable } from './picture-bytes.ts';

/** Files that come at the same time to one process; each may hold 20 MB of its memory. */
const atOnce = 8;
/** A slow line has its time; a sender that stands still has not. */
const patienceMs = 600_000;

/** Takes files in: reads no more than is allowed, and keeps nothing of what is refused. */
@Injectable()
export class MediaIntake {
  private coming = 0;

  /** @throws body_too_large, media_unusable (it says why), unavailable while too many come at once */
  async take(sent: SentFile): Promise<MediaFile> {
    if (sent.length !== undefined && sent.length > mediaLimits.video) tooLarge('video');
    if (this.coming >= atOnce) refuse('unavailable');
    this.coming += 1;
    const timer = setTimeout(() => sent.stream.destroy(new Error('too slow')), patienceMs);
    try {
      return await read(sent);
    } finally {
      clearTimeout(timer);
      this.coming -= 1;
      // What was not read runs into nothing, so that the sender hears the answer.
      if (!sent.stream.destroyed) sent.stream.resume();
    }
  }
}

async function read({ stream }: SentFile): Promise<MediaFile> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let limit: number | undefined;
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (limit === undefined && bytes >= headBytes) limit = limitOf(Buffer.concat(chunks));
    if (limit !== undefined && bytes > limit) tooLarge(limit === mediaLimits.image ? 'image' : 'video');
  }
  const whole = Buffer.concat(chunks);
  const type = typeOf(whole) ?? unusable('no picture (JPEG, PNG, WebP) and no film (MP4, WebM)');
  try {
    return readMedia(type, whole);
  } catch (error) {
    if (error instanceof Unusable) unusable(error.message);
    throw error;
  }
}

/** Known from the first bytes: what is nothing for screens is not read to its end. */
function limitOf(head: Buffer): number {
  const type = typeOf(head) ?? unusable('no picture (JPEG, PNG, WebP) and no film (MP4, WebM)');
  return mediaLimits[kindOf(type)];
}

function tooLarge(kind: 'image' | 'video'): never {
  const what = kind === 'image' ? 'a picture' : 'a film';
  throw new ProblemException('body_too_large', `${what} may have ${mediaLimits[kind] / 1_048_576} MB`);
}

function unusable(message: string): never {
  throw new ProblemException('media_unusable', undefined, [{ path: 'body', message }]);
}
