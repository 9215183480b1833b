import { Module } from '@nestjs/common';
import { PermitImportService } from './permit-import.service.ts';
import { PermitsController } from './permits.controller.ts';
import { PermitsReader } from './permits.reader.ts';
import { PermitsRepository } from './permits.repository.ts';
import { PermitsService } from './permits.service.ts';

/** The institution's catalogue of permits (허가민원). */
@Module({
  controllers: [PermitsController],
  providers: [PermitImportService, PermitsReader, PermitsRepository, PermitsService],
})
export class PermitsModule {}
