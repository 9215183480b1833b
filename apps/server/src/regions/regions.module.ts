import { Module } from '@nestjs/common';
import { TenantsReaderModule } from '../tenants/tenants.reader.ts';
import { RegionFigures } from './region-figures.ts';
import { RegionsController } from './regions.controller.ts';
import { RegionsService } from './regions.service.ts';

/** What a region (province or city) is told of its tenants: figures, and none of small groups. */
@Module({
  imports: [TenantsReaderModule],
  controllers: [RegionsController],
  providers: [RegionFigures, RegionsService],
})
export class RegionsModule {}
