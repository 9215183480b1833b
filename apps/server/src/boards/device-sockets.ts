import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import { DeviceTokens } from '../platform/auth/resolvers.ts';

/** How often devices are looked at whose end was told to nobody here. */
const LOOK_EVERY = 30_000;

/** The room of a device's sockets, on all nodes. */
export const deviceRoom = (deviceId: string): string => `device:${deviceId}`;

/**
 * Cuts off the sockets of devices whose token dies: at once on all nodes when somebody revokes it, within half a minute where
 * word of it did not come.
 */
@Injectable()
export class DeviceSockets implements BeforeApplicationShutdown {
  private readonly logger = new Logger('sockets');
  private readonly open = new Map<Socket, string>();
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly events: DeviceEvents,
    private readonly tokens: DeviceTokens,
  ) {}

  attach(sockets: Namespace): void {
    this.events.onRevoked(({ deviceId }) => {
      sockets.to(deviceRoom(deviceId)).emit('revoked', { reason: 'device_revoked' });
      sockets.in(deviceRoom(deviceId)).disconnectSockets(true);
    });
    this.timer = setInterval(() => void this.lookAround(), LOOK_EVERY).unref();
  }

  /** Remembers whose socket it is, once it is in the device's room. @param token the device's own, in clear */
  async keep(socket: Socket, token: string): Promise<void> {
    this.open.set(socket, token);
    socket.on('disconnect', () => this.open.delete(socket));
    if (!socket.connected) this.open.delete(socket);
    // Whatever died between the look at the token and the joining of the room was told to nobody.
    else await this.look(socket, token);
  }

  /** Ends what has died. */
  async lookAround(): Promise<void> {
    for (const [socket, token] of [...this.open]) {
      await this.look(socket, token).catch((error: Error) =>
        this.logger.warn({ msg: 'a device could not be looked at', reason: error.message }),
      );
    }
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(socket: Socket, token: string): Promise<void> {
    if (await this.tokens.isAlive(token)) return;
    socket.emit('revoked', { reason: 'device_revoked' });
    socket.disconnect(true);
  }
}
