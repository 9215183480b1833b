import { Module } from '@nestjs/common';
import { AnnouncementsReaderModule } from '../announcements/announcements.reader.ts';
import { DeviceFaultsModule } from '../devices/device-faults.reader.ts';
import { DevicesModule } from '../devices/devices.module.ts';
import { OfficesModule } from '../offices/offices.module.ts';
import { TenantsModule } from '../tenants/tenants.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { NodeLink } from '../platform/realtime/node-link.ts';
import { BoardsController } from './boards.controller.ts';
import { BoardsGateway } from './boards.gateway.ts';
import { BoardsListener } from './boards.listener.ts';
import { BoardFactsReader } from './board-facts.reader.ts';
import { BoardsReader } from './boards.reader.ts';
import { DeviceSockets } from './device-sockets.ts';
import { SessionSockets } from './session-sockets.ts';
import { TenantWatch } from './tenant-watch.ts';

/** Boards: what every screen and the public page of an office show, built once per change. */
@Module({
  imports: [AnnouncementsReaderModule, DeviceFaultsModule, DevicesModule, OfficesModule, TenantsModule, HallModule],
  controllers: [BoardsController],
  providers: [
    BoardsGateway,
    BoardsListener,
    BoardFactsReader,
    BoardsReader,
    DeviceSockets,
    SessionSockets,
    TenantWatch,
    NodeLink,
  ],
  exports: [BoardsReader],
})
export class BoardsModule {}
