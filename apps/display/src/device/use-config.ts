import { ProblemError, type Client } from '@sunbeon/client';
import type { ClockReading, DeviceConfig } from '@sunbeon/contract';
import type { Received } from '@sunbeon/ui';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface ConfigView {
  config: DeviceConfig | null;
  clock: Received<ClockReading> | null;
  /** The server has not answered so far. */
  away: boolean;
  /** Fetches anew unless this version (or a newer one) is here. */
  want: (version?: number) => void;
}

const retryMs = 5_000;

/** The configuration of this device: asked until it is there, and anew when it has changed. */
export function useConfig(client: Client, onRefused: () => void): ConfigView {
  const [config, setConfig] = useState<DeviceConfig | null>(null);
  const [clock, setClock] = useState<Received<ClockReading> | null>(null);
  const [away, setAway] = useState(false);
  const [turn, setTurn] = useState(0);
  const version = useRef(-1);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const answer = await client.call('deviceConfig', { signal: stop.signal });
        version.current = answer.version;
        setConfig(answer);
        setClock({ value: answer.clock, receivedAtMs: Date.now() });
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
  }, [client, turn, onRefused]);
  const want = useCallback((wanted?: number) => {
    if (wanted === undefined || wanted > version.current) setTurn((n) => n + 1);
  }, []);
  return { config, clock, away, want };
}
