import { TenantsModule } from '../tenants/tenants.module.ts';
import { RegionsModule } from '../regions/regions.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { BoardsModule } from '../boards/boards.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { DevicesModule } from '../devices/devices.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { ErasureModule } from '../erasure/erasure.module.ts';
import { ExportsModule } from '../exports/exports.module.ts';
import { RetentionModule } from '../retention/retention.module.ts';
import { PrintingModule } from '../printing/printing.module.ts';
import { PrivacyModule } from '../privacy/privacy.module.ts';

/** Jobs: the clock of the halls, what dead publishers left, housekeeping. */
export const workerSlices = [
  AuditModule,
  BoardsModule,
  DevicesModule,
  IdentityModule,
  HallModule,
  PrintingModule,
  PrivacyModule,
  ErasureModule,
  ExportsModule,
  RetentionModule,
  RegionsModule,
  TenantsModule,
];
