import { AuditModule } from '../audit/audit.module.ts';
import { BoardsModule } from '../boards/boards.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { DevicesModule } from '../devices/devices.module.ts';
import { HallModule } from '../hall/hall.module.ts';

/** Jobs: the clock of the halls, what dead publishers left, housekeeping. */
export const workerSlices = [AuditModule, BoardsModule, DevicesModule, IdentityModule, HallModule];
