import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { OfficesModule } from '../offices/offices.module.ts';
import { AnnouncementsController } from './announcements.controller.ts';
import { AnnouncementsReaderModule } from './announcements.reader.ts';
import { AnnouncementsRepository } from './announcements.repository.ts';
import { AnnouncementsService } from './announcements.service.ts';

/** Announcements (공지) on screens and pages. */
@Module({
  imports: [AnnouncementsReaderModule, HallModule, OfficesModule],
  controllers: [AnnouncementsController],
  providers: [AnnouncementsRepository, AnnouncementsService],
})
export class AnnouncementsModule {}
