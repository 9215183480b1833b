import { Module } from '@nestjs/common';
import { OfficesModule } from '../offices/offices.module.ts';
import { DayEnd } from './day-end.ts';
import { EventsReader } from './events.reader.ts';
import { HallCommands } from './hall.commands.ts';
import { HallRepository } from './hall.repository.ts';
import { HallWaker } from './hall.waker.ts';
import { IssuedReader } from './issued.reader.ts';
import { OrderService } from './order.service.ts';
import { TicketsController } from './tickets.controller.ts';
import { TicketsService } from './tickets.service.ts';

/** Tickets (번호표) and the live hall that they move in. */
@Module({
  imports: [OfficesModule],
  controllers: [TicketsController],
  providers: [
    DayEnd,
    EventsReader,
    HallCommands,
    HallRepository,
    HallWaker,
    IssuedReader,
    OrderService,
    TicketsService,
  ],
  exports: [EventsReader, HallCommands, HallRepository, IssuedReader, TicketsService],
})
export class TicketsModule {}
