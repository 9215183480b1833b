import { Module } from '@nestjs/common';
import { OperatorAccount } from './operator-account.ts';
import { TenantsController } from './tenants.controller.ts';
import { TenantsReaderModule } from './tenants.reader.ts';
import { TenantsRepository } from './tenants.repository.ts';
import { TenantsService } from './tenants.service.ts';

/** Tenants, the operator's account and the clocks of rehearsals. */
@Module({
  imports: [TenantsReaderModule],
  controllers: [TenantsController],
  providers: [OperatorAccount, TenantsRepository, TenantsService],
  exports: [TenantsReaderModule],
})
export class TenantsModule {}
