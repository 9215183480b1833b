import { ProblemError, type Client } from '@sunbeon/client';
import type { DeviceConfig } from '@sunbeon/contract';
import type { ConfigMemory, Received } from '@sunbeon/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PrinterState } from './use-serial.ts';

const retryMs = 5_000;

interface ConfigView {
  config: Received<DeviceConfig> | null;
  /** Asks for the newest configuration. */
  reload: () => void;
}

/**
 * The configuration of this device. Asks until it has been answered once, and whenever `reload` is called.
 * @param memory holds the last one, so that a kiosk restarted without a network still tells people where to go
 */
export function useConfig(client: Client, memory: ConfigMemory, onRefused: () => void): ConfigView {
  const [config, setConfig] = useState(() => memory.read());
  const [wanted, setWanted] = useState(0);
  const refused = useRef(onRefused);
  useEffect(() => {
    refused.current = onRefused;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();
    const ask = () =>
      client
        .call('deviceConfig', { signal: stop.signal })
        .then((value) => {
          const now = { value, receivedAtMs: Date.now() };
          setConfig(now);
          memory.write(now);
        })
        .catch((error: unknown) => {
          if (stop.signal.aborted) return;
          if (error instanceof ProblemError && error.status === 401) refused.current();
          else timer = setTimeout(() => void ask(), retryMs);
        });
    void ask();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [client, memory, wanted]);
  return { config, reload: useCallback(() => setWanted((n) => n + 1), []) };
}

/** Tells the server each 30 s that this kiosk is there; a newer configuration or a refusal comes back. */
export function useHeartbeat(
  client: Client,
  state: { configVersion: number | undefined; printer: PrinterState; onConfig: () => void; onRefused: () => void },
): void {
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  useEffect(() => {
    const beat = async () => {
      const { configVersion, printer, onConfig, onRefused } = latest.current;
      try {
        const answer = await client.call('heartbeat', {
          body: {
            clockAt: new Date().toISOString(),
            screen: { width: innerWidth, height: innerHeight },
            printer,
            ...(configVersion !== undefined && { configVersion }),
          },
        });
        if (configVersion !== undefined && answer.configVersion > configVersion) onConfig();
      } catch (error) {
        if (error instanceof ProblemError && error.status === 401) onRefused();
      }
    };
    void beat();
    const timer = setInterval(() => void beat(), 30_000);
    return () => clearInterval(timer);
    // Again at once with a new configuration: it is acknowledged; and when the printer is ill or well again.
  }, [client, state.configVersion, state.printer]);
}
