import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { RelayController } from './relay.controller.ts';
import { RelayRepository } from './relay.repository.ts';
import { RelayService } from './relay.service.ts';

/** The relay (중계서버): what ticket hardware tells of tickets, counters and counts. */
@Module({ imports: [HallModule], controllers: [RelayController], providers: [RelayRepository, RelayService] })
export class RelayModule {}
