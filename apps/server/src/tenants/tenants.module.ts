import { Module } from '@nestjs/common';
import { OfficesReaderModule } from '../offices/offices.reader.ts';
import { OperatorAccount } from './operator-account.ts';
import { PlatformTenant } from './platform-tenant.ts';
import { ConfirmService } from './signup/confirm.service.ts';
import { SignupController } from './signup/signup.controller.ts';
import { SignupRepository } from './signup/signup.repository.ts';
import { SignupService } from './signup/signup.service.ts';
import { TenantLetters } from './tenant-letters.ts';
import { TenantLifeRepository } from './tenant-life.repository.ts';
import { TenantLifeService } from './tenant-life.service.ts';
import { TenantsController } from './tenants.controller.ts';
import { TenantsReaderModule } from './tenants.reader.ts';
import { TenantsRepository } from './tenants.repository.ts';
import { TenantsService } from './tenants.service.ts';
import { UsageRepository } from './usage.repository.ts';
import { UsageService } from './usage.service.ts';

/** Tenants: how they sign up, live, use and go; the operator's account; regions; the clocks of rehearsals. */
@Module({
  imports: [OfficesReaderModule, TenantsReaderModule],
  controllers: [SignupController, TenantsController],
  providers: [
    ConfirmService,
    OperatorAccount,
    PlatformTenant,
    SignupRepository,
    SignupService,
    TenantLetters,
    TenantLifeRepository,
    TenantLifeService,
    TenantsRepository,
    TenantsService,
    UsageRepository,
    UsageService,
  ],
  exports: [TenantsReaderModule],
})
export class TenantsModule {}
