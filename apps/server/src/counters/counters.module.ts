import { Module } from '@nestjs/common';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { CountersController } from './counters.controller.ts';
import { CountersService } from './counters.service.ts';

/** Counters (창구): open, call, serve, transfer, pause, close. */
@Module({ imports: [TicketsModule], controllers: [CountersController], providers: [CountersService] })
export class CountersModule {}
