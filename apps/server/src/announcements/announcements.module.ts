import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { OfficesModule } from '../offices/offices.module.ts';
import { AnnouncementsController } from './announcements.controller.ts';
import { AnnouncementsReaderModule } from './announcements.reader.ts';
import { AnnouncementsWriterModule } from './announcements.repository.ts';
import { AnnouncementsService } from './announcements.service.ts';

/** Announcements (공지) on screens and pages. */
@Module({
  imports: [AnnouncementsReaderModule, AnnouncementsWriterModule, HallModule, OfficesModule],
  controllers: [AnnouncementsController],
  providers: [AnnouncementsService],
})
export class AnnouncementsModule {}
