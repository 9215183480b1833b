import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { CountersController } from './counters.controller.ts';
import { CountersService } from './counters.service.ts';

/** Counters (창구): open, call, serve, transfer, pause, close. */
@Module({ imports: [HallModule], controllers: [CountersController], providers: [CountersService] })
export class CountersModule {}
