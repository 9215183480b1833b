import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { HallModule } from '../hall/hall.module.ts';
import { NotificationTextsReaderModule } from '../notifications/notification-texts.reader.ts';
import { OfficesReaderModule } from '../offices/offices.reader.ts';
import { PublicLinks } from '../platform/http/public-links.ts';
import { TenantsReaderModule } from '../tenants/tenants.reader.ts';
import { AccessTokensModule } from './access-tokens.ts';
import { AccountController } from './account.controller.ts';
import { AccountLinksRepository } from './account-links.repository.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { AfterAnswer } from './after-answer.ts';
import { IdentityController } from './identity.controller.ts';
import { InvitationAcceptance } from './invitation-acceptance.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import { InvitationsService } from './invitations.service.ts';
import { LocalStrategy } from './local.strategy.ts';
import { LoginService } from './login.service.ts';
import { OwnPassword } from './own-password.ts';
import { PasswordService } from './password.service.ts';
import { PinService } from './pin.service.ts';
import { RegionReadersController } from './region-readers.controller.ts';
import { RegionReaders } from './region-readers.service.ts';
import { SecondFactorRepository } from './second-factor.repository.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { SessionListService } from './session-list.service.ts';
import { SessionsService } from './sessions.service.ts';
import { SsoReaderModule } from './sso/sso.reader.ts';
import { StaffController } from './staff.controller.ts';
import { StaffRepository } from './staff.repository.ts';
import { StaffService } from './staff.service.ts';
import { TenantPolicyRepository } from './tenant-policy.repository.ts';
import { TenantPolicyService } from './tenant-policy.service.ts';

/** Who people are: log-in, sessions, accounts, staff, invitations. */
@Module({
  imports: [
    PassportModule.register({ session: false }),
    AccessTokensModule,
    HallModule,
    NotificationTextsReaderModule,
    OfficesReaderModule,
    SsoReaderModule,
    TenantsReaderModule,
  ],
  controllers: [AccountController, IdentityController, RegionReadersController, StaffController],
  providers: [
    AccountLinksRepository,
    AccountsRepository,
    AfterAnswer,
    InvitationAcceptance,
    InvitationsRepository,
    InvitationsService,
    LocalStrategy,
    LoginService,
    OwnPassword,
    PasswordService,
    PinService,
    PublicLinks,
    RegionReaders,
    SecondFactorRepository,
    SecondFactorService,
    SessionListService,
    SessionsService,
    StaffRepository,
    StaffService,
    TenantPolicyRepository,
    TenantPolicyService,
  ],
  exports: [AccessTokensModule, SessionsService],
})
export class IdentityModule {}
