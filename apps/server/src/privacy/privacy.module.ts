import { Module } from '@nestjs/common';
import { ContactsKeeper } from './contacts.keeper.ts';
import { DeletionsRepository } from './deletions.repository.ts';
import { KeysKeeper } from './keys.keeper.ts';
import { PrivacyController } from './privacy.controller.ts';
import { PrivacyReaderModule } from './privacy.reader.ts';
import { PrivacyRepository } from './privacy.repository.ts';
import { PrivacyService } from './privacy.service.ts';

/** What a tenant keeps of people: notices and consent, keys, and the proof that numbers are gone. */
@Module({
  imports: [PrivacyReaderModule],
  controllers: [PrivacyController],
  providers: [ContactsKeeper, DeletionsRepository, KeysKeeper, PrivacyRepository, PrivacyService],
})
export class PrivacyModule {}
