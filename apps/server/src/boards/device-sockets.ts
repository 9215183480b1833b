import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { DeviceEvents } from '../platform/auth/device-events.ts';
import { DeviceTokens } from '../platform/auth/resolvers.ts';
import { SocketWatch } from './socket-watch.ts';

/** Whose socket it is, by the token with which it came: a device that is paired anew has another. */
interface DeviceSocket {
  readonly socket: Socket;
  /** In clear. */
  readonly token: string;
}

/** The room of a device's sockets, on all nodes. */
export const deviceRoom = (deviceId: string): string => `device:${deviceId}`;

/**
 * Cuts off the sockets of devices whose token dies: at once on all nodes when somebody revokes it, within half a minute where
 * word of it did not come.
 */
@Injectable()
export class DeviceSockets implements BeforeApplicationShutdown {
  private readonly watch: SocketWatch<DeviceSocket>;

  constructor(
    private readonly events: DeviceEvents,
    private readonly tokens: DeviceTokens,
  ) {
    this.watch = new SocketWatch({
      key: ({ socket }) => socket.id,
      isAlive: ({ token }) => this.tokens.isAlive(token),
      end: ({ socket }) => cutOff(socket),
    });
  }

  attach(sockets: Namespace): void {
    this.events.onRevoked(({ deviceId }) => {
      sockets.to(deviceRoom(deviceId)).emit('revoked', { reason: 'device_revoked' });
      sockets.in(deviceRoom(deviceId)).disconnectSockets(true);
    });
    this.watch.begin();
  }

  /** Remembers whose socket it is, once it is in the device's room. @param token the device's own, in clear */
  async keep(socket: Socket, token: string): Promise<void> {
    this.watch.keep(socket, { socket, token });
    // Whatever died between the look at the token and the joining of the room was told to nobody.
    if (socket.connected && !(await this.tokens.isAlive(token))) cutOff(socket);
  }

  /** Ends what has died. */
  lookAround(): Promise<void> {
    return this.watch.lookAround();
  }

  beforeApplicationShutdown(): void {
    this.watch.stop();
  }
}

function cutOff(socket: Socket): void {
  socket.emit('revoked', { reason: 'device_revoked' });
  socket.disconnect(true);
}
