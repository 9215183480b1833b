import { Module } from '@nestjs/common';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { RelayController } from './relay.controller.ts';
import { RelayRepository } from './relay.repository.ts';
import { RelayService } from './relay.service.ts';

/** The relay (중계서버): what ticket hardware tells of tickets, counters and counts. */
@Module({ imports: [TicketsModule], controllers: [RelayController], providers: [RelayRepository, RelayService] })
export class RelayModule {}
