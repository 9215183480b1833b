import { ProblemError, type Client } from '@sunbeon/client';
import type { DeviceConfig } from '@sunbeon/contract';
import { guarded, type Received } from '@sunbeon/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PrinterState } from './use-serial.ts';

const place = guarded(localStorage);
const retryMs = 5_000;

interface ConfigView {
  config: Received<DeviceConfig> | null;
  /** Asks for the newest configuration. */
  reload: () => void;
}

/**
 * The configuration of this device; kept in the browser, so that a kiosk restarted without a network still tells people
 * where to go. Asks until it has been answered once, and whenever `reload` is called.
 */
export function useConfig(client: Client, deviceId: string, onRefused: () => void): ConfigView {
  const key = `sunbeon.kiosk.${deviceId}.config`;
  const [config, setConfig] = useState(() => stored(key));
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
          setConfig({ value, receivedAtMs: Date.now() });
          place.setItem(key, JSON.stringify(value));
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
  }, [client, key, wanted]);
  return { config, reload: useCallback(() => setWanted((n) => n + 1), []) };
}

function stored(key: string): Received<DeviceConfig> | null {
  try {
    const value = JSON.parse(place.getItem(key) ?? 'null') as DeviceConfig | null;
    return value && Array.isArray(value.services) ? { value, receivedAtMs: Date.now() } : null;
  } catch {
    return null;
  }
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
