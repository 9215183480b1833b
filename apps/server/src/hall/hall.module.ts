import { Module } from '@nestjs/common';
import { AnnouncementsReaderModule } from '../announcements/announcements.reader.ts';
import { OfficesModule } from '../offices/offices.module.ts';
import { DayEnd } from './day-end.ts';
import { EventsReader } from './events.reader.ts';
import { HallChanges } from './hall-changes.ts';
import { HallCommands } from './hall.commands.ts';
import { HallRepository } from './hall.repository.ts';
import { HallWaker } from './hall.waker.ts';
import { IssuedReader } from './issued.reader.ts';

/**
 * The live hall under its lock: what tickets, counters, relay and boards stand on, as all slices stand on the platform.
 * It knows none of them.
 */
@Module({
  imports: [AnnouncementsReaderModule, OfficesModule],
  providers: [DayEnd, EventsReader, HallChanges, HallCommands, HallRepository, HallWaker, IssuedReader],
  exports: [EventsReader, HallChanges, HallCommands, HallRepository, HallWaker, IssuedReader],
})
export class HallModule {}
