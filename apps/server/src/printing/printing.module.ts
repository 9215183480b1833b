import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { OfficesReaderModule } from '../offices/offices.reader.ts';
import { LayoutService } from './layout.service.ts';
import { PrintCarrier } from './print.carrier.ts';
import { PrintJobsRepository } from './print-jobs.repository.ts';
import { PrintingController } from './printing.controller.ts';
import { PrintingService } from './printing.service.ts';
import { ReceiptLayouts } from './receipt-layouts.repository.ts';
import { ReceiptMaker } from './receipt.maker.ts';

/** Paper (번호표 출력): receipts laid out, printed once, and told of when they may not have come out. */
@Module({
  imports: [HallModule, OfficesReaderModule],
  controllers: [PrintingController],
  providers: [LayoutService, PrintCarrier, PrintJobsRepository, PrintingService, ReceiptLayouts, ReceiptMaker],
})
export class PrintingModule {}
