import { Module } from '@nestjs/common';
import { BoardsModule } from '../boards/boards.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { OfficesModule } from '../offices/offices.module.ts';
import { TenantsModule } from '../tenants/tenants.module.ts';
import { PrivacyReaderModule } from '../privacy/privacy.reader.ts';
import { ContactsController } from './contacts.controller.ts';
import { ContactsRepository } from './contacts.repository.ts';
import { ContactsService } from './contacts.service.ts';
import { CorrectionsRepository } from './corrections.repository.ts';
import { KioskIssueService } from './kiosk-issue.service.ts';
import { NumbersRepository } from './numbers.repository.ts';
import { OrderService } from './order.service.ts';
import { PublicTicketsController } from './public-tickets.controller.ts';
import { PublicTicketsService } from './public-tickets.service.ts';
import { TicketCorrectionService } from './ticket-correction.service.ts';
import { TicketSearchController } from './ticket-search.controller.ts';
import { TicketSearchService } from './ticket-search.service.ts';
import { TicketsController } from './tickets.controller.ts';
import { TicketsReader } from './tickets.reader.ts';
import { TicketsService } from './tickets.service.ts';

/** Tickets (번호표): given out, corrected, explained, looked up, and followed by their residents. */
@Module({
  imports: [BoardsModule, HallModule, OfficesModule, PrivacyReaderModule, TenantsModule],
  controllers: [ContactsController, PublicTicketsController, TicketSearchController, TicketsController],
  providers: [
    ContactsRepository,
    ContactsService,
    CorrectionsRepository,
    KioskIssueService,
    NumbersRepository,
    OrderService,
    PublicTicketsService,
    TicketCorrectionService,
    TicketSearchService,
    TicketsReader,
    TicketsService,
  ],
  exports: [PublicTicketsService],
})
export class TicketsModule {}
