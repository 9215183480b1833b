import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { OfficesReaderModule } from '../offices/offices.reader.ts';
import { PrivacyReaderModule } from '../privacy/privacy.reader.ts';
import { AgedRows } from './aged-rows.ts';
import { FiguresController } from './figures.controller.ts';
import { FiguresRepository } from './figures.repository.ts';
import { FiguresService } from './figures.service.ts';
import { RetentionKeeper } from './retention.keeper.ts';
import { RetentionRepository } from './retention.repository.ts';

/** How long things are kept: figures of days, and the deletion of what they were made of. */
@Module({
  imports: [HallModule, OfficesReaderModule, PrivacyReaderModule],
  controllers: [FiguresController],
  providers: [AgedRows, FiguresRepository, FiguresService, RetentionKeeper, RetentionRepository],
})
export class RetentionModule {}
