import { ProblemError, type Client } from '@sunbeon/client';
import type { ClockReading } from '@sunbeon/contract';
import type { Received } from '@sunbeon/ui';
import { useEffect, useRef, useState } from 'react';
import { reload } from './watchdog.ts';

const everyMs = 30_000;
/** A new version of this app is looked for so often, in heartbeats: every ten minutes. */
const lookForVersionEvery = 20;

export interface HeartbeatInput {
  client: Client;
  configVersion: number | undefined;
  /** Codes of what is wrong here. */
  problems: readonly string[];
  onConfigVersion: (version: number) => void;
  onRefused: () => void;
}

/** Tells the server every 30 seconds how this screen is, and returns the office's clock that it answers. */
export function useHeartbeat(input: HeartbeatInput): Received<ClockReading> | null {
  const [clock, setClock] = useState<Received<ClockReading> | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const { client, configVersion: inUse } = input;
  useEffect(() => {
    const stop = new AbortController();
    let beats = 0;
    const beat = async () => {
      const { configVersion, problems, onConfigVersion, onRefused } = latest.current;
      try {
        const body = {
          appVersion: __APP_VERSION__,
          ...(configVersion !== undefined && { configVersion }),
          clockAt: new Date().toISOString(),
          screen: { width: Math.round(innerWidth), height: Math.round(innerHeight) },
          problems: problems.slice(0, 10),
        };
        const answer = await client.call('heartbeat', { body, signal: stop.signal });
        setClock({ value: answer.clock, receivedAtMs: Date.now() });
        onConfigVersion(answer.configVersion);
        if ((beats += 1) % lookForVersionEvery === 0) await reloadWhenNewer(stop.signal);
      } catch (error) {
        if (error instanceof ProblemError && error.status === 401) onRefused();
      }
    };
    void beat();
    const timer = setInterval(() => void beat(), everyMs);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
    // Again at once with a new configuration: it is acknowledged.
  }, [client, inUse]);
  return clock;
}

/** The page names its script by a hash of the content: another name is another version, taken up by a reload. */
async function reloadWhenNewer(signal: AbortSignal): Promise<void> {
  const here = document.querySelector<HTMLScriptElement>('script[type=module]')?.getAttribute('src');
  if (!here?.includes('/assets/')) return;
  const page = await fetch(location.pathname, { cache: 'no-cache', signal });
  const text = page.ok ? await page.text() : '';
  // Only a whole page of ours counts: not an error page, not a sign-in page of a network.
  if (text.includes('/display/assets/') && !text.includes(here)) reload('a new version is there');
}
