import { connect } from 'node:net';
import type { PrinterWire } from '@sunbeon/client/printer-line';

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

/** Connects to a printer in the network (raw TCP, usually port 9100); null when it is not there within the time. */
export function takeTcp({ host, port }: PrinterAddress, withinMs: number): Promise<PrinterWire | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    const give = (wire: PrinterWire | null) => {
      clearTimeout(timer);
      if (!wire) socket.destroy();
      resolve(wire);
    };
    const timer = setTimeout(() => give(null), withinMs);
    socket.on('error', () => give(null));
    socket.once('connect', () =>
      give({
        send: (bytes) => void socket.write(bytes),
        listen(onBytes, onGone) {
          socket.on('data', onBytes);
          socket.on('close', onGone);
          if (socket.destroyed) onGone();
        },
        end: () => socket.destroy(),
      }),
    );
  });
}
