import { Module } from '@nestjs/common';
import { OfficesReaderModule } from '../offices/offices.reader.ts';
import { UnmannedKioskImportService } from './unmanned-kiosk-import.service.ts';
import { UnmannedKiosksController } from './unmanned-kiosks.controller.ts';
import { UnmannedKiosksReaderModule } from './unmanned-kiosks.reader.ts';
import { UnmannedKiosksRepository } from './unmanned-kiosks.repository.ts';
import { UnmannedKiosksService } from './unmanned-kiosks.service.ts';

/** The directory of unmanned kiosks (무인민원발급기). */
@Module({
  imports: [OfficesReaderModule, UnmannedKiosksReaderModule],
  controllers: [UnmannedKiosksController],
  providers: [UnmannedKioskImportService, UnmannedKiosksRepository, UnmannedKiosksService],
  exports: [UnmannedKiosksReaderModule],
})
export class UnmannedKiosksModule {}
