/**
 * Milliseconds before try `tries + 1`: 0.5 s, 1 s, 2 s … up to 8 s, each spread over 50-100 % so that the devices of a
 * hall do not come back at one instant. A Retry-After (seconds) is a lower bound, followed up to 30 s.
 */
export function retryDelayMs(tries: number, retryAfterSeconds = 0, random: () => number = Math.random): number {
  const full = Math.min(8_000, 500 * 2 ** (tries - 1));
  return Math.max(full * (0.5 + random() / 2), Math.min(retryAfterSeconds, 30) * 1_000);
}

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/**
 * A fresh Idempotency-Key: 32 hexadecimal digits. Not crypto.randomUUID, which a page on a hall's plain-HTTP address
 * does not have.
 */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
