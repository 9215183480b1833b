import type { Client } from '@sunbeon/client';
import type { DeviceCommand } from '@sunbeon/contract';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { drawPage } from './draw-page.ts';

const shownMs = 15_000;

export interface DeviceCommandsInput {
  readonly client: Client;
  /** Name of the device, shown when it is asked who it is; '' while unknown. */
  readonly name: string;
  /** Loads the page anew; location.reload unless set. */
  readonly reload?: () => void;
}

export interface DeviceCommands {
  /** Goes into useBoard. */
  readonly onCommand: (command: DeviceCommand) => void;
  /** The name over the whole page while it is asked for, else null. */
  readonly sign: ReactNode;
}

/** What people let this device do from the console: load anew, show its name, send a picture of its page. */
export function useDeviceCommands({ client, name, reload }: DeviceCommandsInput): DeviceCommands {
  const [shown, setShown] = useState<string | null>(null);
  const latest = useRef({ client, reload });
  useEffect(() => {
    latest.current = { client, reload };
  });
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);
  const onCommand = useCallback(({ id, kind }: DeviceCommand) => {
    if (kind === 'identify') setShown(id);
    if (kind === 'reload') (latest.current.reload ?? (() => location.reload()))();
    if (kind === 'picture') void sendPicture(latest.current.client, id);
  }, []);
  const sign = shown === null ? null : <DeviceSign key={shown} name={name} />;
  return { onCommand, sign };
}

function DeviceSign({ name }: { name: string }) {
  return (
    <div className="device-sign" role="status" data-testid="device-sign">
      <p className="device-sign__name">{name}</p>
    </div>
  );
}

/** A page that cannot be drawn sends nothing: whoever asked sees that no picture came. */
async function sendPicture(client: Client, requestId: string): Promise<void> {
  try {
    await client.call('devicePictureSend', { body: { requestId, ...(await drawPage()) } });
  } catch (error) {
    console.warn('the picture of this page could not be sent', error);
  }
}
