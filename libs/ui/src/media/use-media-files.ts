import type { Client } from '@sunbeon/client';
import { useEffect, useRef, useState } from 'react';

/** Id of a file -> an address from which it plays without a network. */
export type MediaFiles = ReadonlyMap<string, string>;

/** What could not be fetched is tried again after so long. */
const retryMs = 60_000;
/** A film over a slow line. */
const fetchMs = 600_000;

/**
 * Fetches pictures and films with the device's own token, one after another, and keeps them in the browser: a screen that
 * is started without a network plays what it has. What is no longer wanted is thrown away.
 * @param owner whose files these are: two screens of one browser do not throw away each other's
 */
export function useMediaFiles(client: Client, owner: string, wanted: readonly string[]): MediaFiles {
  const [files, setFiles] = useState<MediaFiles>(new Map());
  const held = useRef(new Map<string, string>());
  const key = [...new Set(wanted)].join(' ');
  useEffect(() => {
    const stop = new AbortController();
    const ids = key === '' ? [] : key.split(' ');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => setFiles(new Map(held.current));
    const round = async () => {
      const shelf = await shelfOf(owner);
      drop(held.current, ids, shelf);
      show();
      let missed = false;
      for (const id of ids) {
        if (held.current.has(id)) continue;
        const blob = await bring(client, id, shelf, stop.signal);
        if (stop.signal.aborted) return;
        if (blob) held.current.set(id, URL.createObjectURL(blob));
        else missed = true;
        show();
      }
      if (missed) timer = setTimeout(() => void round(), retryMs);
    };
    void round();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [client, owner, key]);
  useEffect(() => {
    const all = held.current;
    return () => {
      for (const url of all.values()) URL.revokeObjectURL(url);
      all.clear();
    };
  }, []);
  return files;
}

const addressOf = (id: string) => `/api/media/${id}`;

/** The browser's own store; none on a page without https, where files live as long as the page. */
async function shelfOf(owner: string): Promise<Cache | undefined> {
  try {
    return await globalThis.caches?.open(`sunbeon-media-${owner}`);
  } catch {
    return undefined;
  }
}

async function bring(
  client: Client,
  id: string,
  shelf: Cache | undefined,
  signal: AbortSignal,
): Promise<Blob | undefined> {
  try {
    const kept = await shelf?.match(addressOf(id));
    if (kept) return await kept.blob();
    const { blob } = await client.download('mediaFile', { params: { id }, signal, timeoutMs: fetchMs });
    // A full disk keeps nothing, and plays all the same.
    await shelf?.put(addressOf(id), new Response(blob)).catch(() => undefined);
    return blob;
  } catch {
    return undefined;
  }
}

function drop(held: Map<string, string>, wanted: readonly string[], shelf: Cache | undefined): void {
  for (const [id, url] of held) {
    if (wanted.includes(id)) continue;
    URL.revokeObjectURL(url);
    held.delete(id);
  }
  const addresses = new Set(wanted.map(addressOf));
  void shelf?.keys().then((kept) => {
    for (const request of kept) if (!addresses.has(new URL(request.url).pathname)) void shelf.delete(request);
  });
}
