import { Module } from '@nestjs/common';
import { NotificationTextsReaderModule } from '../notifications/notification-texts.reader.ts';
import { ExportsController } from './exports.controller.ts';
import { ExportsMaker } from './exports.maker.ts';
import { ExportsRepository } from './exports.repository.ts';
import { ExportsService } from './exports.service.ts';

/** All data of a tenant in one archive (docs/export.md). */
@Module({
  imports: [NotificationTextsReaderModule],
  controllers: [ExportsController],
  providers: [ExportsMaker, ExportsRepository, ExportsService],
})
export class ExportsModule {}
