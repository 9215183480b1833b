import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { OfficesReaderModule } from '../offices/offices.reader.ts';
import { CountersSettingsService } from './counters-settings.service.ts';
import { HoursService } from './hours.service.ts';
import { OfficeChange } from './office-change.ts';
import { OfficeFactsService } from './office-facts.service.ts';
import { OfficeSettingsController } from './office-settings.controller.ts';
import { ServiceImportController } from './service-import.controller.ts';
import { ServiceImportService } from './service-import.service.ts';
import { ServicesService } from './services.service.ts';
import { SettingsReader } from './settings.reader.ts';
import { SettingsRepository } from './settings.repository.ts';

/** Services, counters and hours of offices that are there. */
@Module({
  imports: [HallModule, OfficesReaderModule],
  controllers: [OfficeSettingsController, ServiceImportController],
  providers: [
    CountersSettingsService,
    HoursService,
    OfficeChange,
    OfficeFactsService,
    ServiceImportService,
    ServicesService,
    SettingsReader,
    SettingsRepository,
  ],
})
export class OfficeSettingsModule {}
