import type { PrinterWire } from '@sunbeon/client/printer-line';

/** Web Serial, as far as it is used; TypeScript's DOM does not know it. */
interface SerialPort {
  readonly readable: ReadableStream<Uint8Array> | null;
  readonly writable: WritableStream<Uint8Array> | null;
  open(options: { baudRate: number }): Promise<void>;
  close(): Promise<void>;
}
interface Serial {
  getPorts(): Promise<SerialPort[]>;
  requestPort(): Promise<SerialPort>;
}

const serial = () => (navigator as Navigator & { readonly serial?: Serial }).serial;

/** A port that is being closed cannot be opened yet. */
let closing: Promise<void> = Promise.resolve();

/** Opens the port that was chosen for this kiosk; null where there is none, or it cannot be opened. */
export async function takeSerial(baudRate: number): Promise<PrinterWire | null> {
  await closing;
  try {
    const port = (await serial()?.getPorts())?.[0];
    if (!port) return null;
    await port.open({ baudRate });
    return wireOf(port);
  } catch (error) {
    console.warn('the printer’s port cannot be opened', error);
    return null;
  }
}

/** Lets the person who sets the kiosk up choose the printer's port; must follow a touch. False = none was chosen. */
export async function choosePort(): Promise<boolean> {
  try {
    return (await serial()?.requestPort()) !== undefined;
  } catch {
    return false;
  }
}

function wireOf(port: SerialPort): PrinterWire | null {
  const reader = port.readable?.getReader();
  const writer = port.writable?.getWriter();
  if (!reader || !writer) return null;
  let onGone: () => void = () => undefined;
  return {
    send: (bytes) => void writer.write(bytes).catch(() => onGone()),
    listen(onBytes, gone) {
      onGone = gone;
      void readAll(reader, onBytes).finally(gone);
    },
    end() {
      closing = close(port, reader, writer);
    },
  };
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>, onBytes: (bytes: Uint8Array) => void) {
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      onBytes(value);
    }
  } catch {
    // A cable that was pulled out; the caller hears that the line is gone.
  }
}

async function close(
  port: SerialPort,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  writer: WritableStreamDefaultWriter<Uint8Array>,
): Promise<void> {
  await reader.cancel().catch(() => undefined);
  reader.releaseLock();
  await writer.abort().catch(() => undefined);
  writer.releaseLock();
  await port.close().catch(() => undefined);
}
