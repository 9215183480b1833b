import { Module } from '@nestjs/common';
import { BoardsModule } from '../boards/boards.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { OfficesModule } from '../offices/offices.module.ts';
import { TenantsModule } from '../tenants/tenants.module.ts';
import { NumbersRepository } from './numbers.repository.ts';
import { OrderService } from './order.service.ts';
import { PublicTicketsController } from './public-tickets.controller.ts';
import { PublicTicketsService } from './public-tickets.service.ts';
import { TicketsController } from './tickets.controller.ts';
import { TicketsService } from './tickets.service.ts';

/** Tickets (번호표): given out, corrected, explained, and followed by their residents. */
@Module({
  imports: [BoardsModule, HallModule, OfficesModule, TenantsModule],
  controllers: [PublicTicketsController, TicketsController],
  providers: [NumbersRepository, OrderService, PublicTicketsService, TicketsService],
  exports: [PublicTicketsService],
})
export class TicketsModule {}
