import { Module } from '@nestjs/common';
import { OfficesReaderModule } from '../offices/offices.reader.ts';
import { KioskScreensService } from './kiosk-screens.service.ts';
import { LayoutsService } from './layouts.service.ts';
import { PlaylistsService } from './playlists.service.ts';
import { ScreenChange } from './screen-change.ts';
import { ScreenNews } from './screen-news.ts';
import { ScreensController } from './screens.controller.ts';
import { ScreensReaderModule } from './screens.reader.ts';
import { ScreensRepository } from './screens.repository.ts';

/** What screens and kiosks show: playlists, layouts, the first screen of kiosks. */
@Module({
  imports: [OfficesReaderModule, ScreensReaderModule],
  controllers: [ScreensController],
  providers: [KioskScreensService, LayoutsService, PlaylistsService, ScreenChange, ScreenNews, ScreensRepository],
})
export class ScreensModule {}
