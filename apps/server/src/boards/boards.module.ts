import { Module } from '@nestjs/common';
import { DevicesModule } from '../devices/devices.module.ts';
import { OfficesModule } from '../offices/offices.module.ts';
import { TenantsModule } from '../tenants/tenants.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { BoardsController } from './boards.controller.ts';
import { BoardsGateway } from './boards.gateway.ts';
import { BoardsListener } from './boards.listener.ts';
import { BoardsReader } from './boards.reader.ts';
import { BoardsService } from './boards.service.ts';
import { PublicTicketsService } from './public-tickets.service.ts';

/** Boards: what every screen and the public page of an office show, built once per change. */
@Module({
  imports: [DevicesModule, OfficesModule, TenantsModule, TicketsModule],
  controllers: [BoardsController],
  providers: [BoardsGateway, BoardsListener, BoardsReader, BoardsService, PublicTicketsService],
  exports: [BoardsService, PublicTicketsService],
})
export class BoardsModule {}
