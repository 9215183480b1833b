import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';

/** A device's token died: it was revoked, or paired anew. */
export interface DeviceRevoked {
  readonly tenantId: string;
  readonly deviceId: string;
  readonly reason: 'revoked' | 'paired_again';
}

/** What is said to one device, or to the staff of an office about one. Names and shapes: the contract's realtime messages. */
export interface DeviceMessage {
  readonly to: { readonly deviceId: string } | { readonly hallOf: string };
  readonly name: 'command' | 'config' | 'alert';
  readonly payload: object;
}

/** Carries messages to sockets, on whatever node they are. @returns true when at least one was there */
export type DeviceCarrier = (message: DeviceMessage) => Promise<boolean>;

/** Tells this process when a device's token dies, after the commit: whoever holds a socket of it cuts it off. */
@Injectable()
export class DeviceEvents {
  private readonly emitter = new EventEmitter<{ revoked: [DeviceRevoked] }>();

  private carrier: DeviceCarrier | undefined;

  /** Whoever has the sockets says so. */
  carryBy(carrier: DeviceCarrier): void {
    this.carrier = carrier;
  }

  /** Says something now; who is away does not hear it later. @returns was anybody there? */
  async say(message: DeviceMessage): Promise<boolean> {
    return (await this.carrier?.(message)) ?? false;
  }

  onRevoked(listener: (event: DeviceRevoked) => void): void {
    this.emitter.on('revoked', listener);
  }

  revoked(event: DeviceRevoked): void {
    this.emitter.emit('revoked', event);
  }
}
