import { Module } from '@nestjs/common';
import { OfficesController } from './offices.controller.ts';
import { OfficesReaderModule } from './offices.reader.ts';
import { TenantsReaderModule } from '../tenants/tenants.reader.ts';
import { OfficesService } from './offices.service.ts';
import { SetupController } from './setup.controller.ts';
import { SetupReader } from './setup.reader.ts';
import { SetupService } from './setup.service.ts';

/** Offices and what they offer. */
@Module({
  imports: [OfficesReaderModule, TenantsReaderModule],
  controllers: [OfficesController, SetupController],
  providers: [OfficesService, SetupReader, SetupService],
  exports: [OfficesReaderModule],
})
export class OfficesModule {}
