import { Module } from '@nestjs/common';
import { OfficesController } from './offices.controller.ts';
import { OfficesReaderModule } from './offices.reader.ts';
import { OfficesService } from './offices.service.ts';

/** Offices and what they offer. */
@Module({
  imports: [OfficesReaderModule],
  controllers: [OfficesController],
  providers: [OfficesService],
  exports: [OfficesReaderModule],
})
export class OfficesModule {}
