import { BoardsModule } from '../boards/boards.module.ts';
import { DevicesModule } from '../devices/devices.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';

/** Sockets and server-sent events of screens, staff and residents. */
export const realtimeSlices = [BoardsModule, DevicesModule, IdentityModule];
