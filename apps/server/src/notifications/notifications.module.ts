import { Module } from '@nestjs/common';
import { NotificationTextsController } from './notification-texts.controller.ts';
import { NotificationTextsReaderModule } from './notification-texts.reader.ts';
import { NotificationTextsRepository } from './notification-texts.repository.ts';
import { NotificationTextsService } from './notification-texts.service.ts';

/** What letters to staff and notices to residents say. */
@Module({
  imports: [NotificationTextsReaderModule],
  controllers: [NotificationTextsController],
  providers: [NotificationTextsRepository, NotificationTextsService],
})
export class NotificationsModule {}
