import { ProblemError, type Client } from '@sunbeon/client';
import type { ClockReading, DeviceConfig } from '@sunbeon/contract';
import type { ConfigMemory, Received } from '@sunbeon/ui';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

export interface ConfigView {
  config: DeviceConfig | null;
  clock: Received<ClockReading> | null;
  /** The server has not answered so far. */
  away: boolean;
  /** Fetches anew unless this version (or a newer one) is here. */
  want: (version?: number) => void;
}

const retryMs = 5_000;

/**
 * The configuration of this device: asked until it is there, and anew when it has changed.
 * @param memory holds the last one, with which a screen begins that is started while the server is away
 */
export function useConfig(client: Client, memory: ConfigMemory, onRefused: () => void): ConfigView {
  const [received, setReceived] = useState(() => memory.read());
  const [away, setAway] = useState(false);
  const [turn, setTurn] = useState(0);
  const version = useRef(-1);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const answer = await client.call('deviceConfig', { signal: stop.signal });
        const now = { value: answer, receivedAtMs: Date.now() };
        version.current = answer.version;
        memory.write(now);
        setReceived(now);
        setAway(false);
      } catch (error) {
        if (stop.signal.aborted) return;
        if (error instanceof ProblemError && error.status === 401) return onRefused();
        setAway(true);
        timer = setTimeout(() => void ask(), retryMs);
      }
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [client, memory, turn, onRefused]);
  const want = useCallback((wanted?: number) => {
    if (wanted === undefined || wanted > version.current) setTurn((n) => n + 1);
  }, []);
  const clock = useMemo(
    () => received && { value: received.value.clock, receivedAtMs: received.receivedAtMs },
    [received],
  );
  return { config: received?.value ?? null, clock, away, want };
}
