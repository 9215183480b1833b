import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';

/** A device's token died: it was revoked, or paired anew. */
export interface DeviceRevoked {
  readonly tenantId: string;
  readonly deviceId: string;
  readonly reason: 'revoked' | 'paired_again';
}

/** Tells this process when a device's token dies, after the commit: whoever holds a socket of it cuts it off. */
@Injectable()
export class DeviceEvents {
  private readonly emitter = new EventEmitter<{ revoked: [DeviceRevoked] }>();

  onRevoked(listener: (event: DeviceRevoked) => void): void {
    this.emitter.on('revoked', listener);
  }

  revoked(event: DeviceRevoked): void {
    this.emitter.emit('revoked', event);
  }
}
