import { AuditModule } from '../audit/audit.module.ts';
import { BoardsModule } from '../boards/boards.module.ts';
import { CountersModule } from '../counters/counters.module.ts';
import { DevicesModule } from '../devices/devices.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { OfficesModule } from '../offices/offices.module.ts';
import { RelayModule } from '../relay/relay.module.ts';
import { TenantsModule } from '../tenants/tenants.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';

/** Commands and reads over HTTP. Boards are here, too: whoever commits publishes. */
export const apiSlices = [
  AuditModule,
  BoardsModule,
  CountersModule,
  DevicesModule,
  IdentityModule,
  OfficesModule,
  RelayModule,
  TenantsModule,
  TicketsModule,
];
