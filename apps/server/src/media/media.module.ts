import { Module } from '@nestjs/common';
import { MediaIntake } from './media-intake.ts';
import { MediaController } from './media.controller.ts';
import { MediaReaderModule } from './media.reader.ts';
import { MediaRepository } from './media.repository.ts';
import { MediaService } from './media.service.ts';

/** Pictures and films for screens. */
@Module({
  imports: [MediaReaderModule],
  controllers: [MediaController],
  providers: [MediaIntake, MediaRepository, MediaService],
})
export class MediaModule {}
