import { Module } from '@nestjs/common';
import { PassportModule } from '@nestjs/passport';
import { OfficesReaderModule } from '../offices/offices.reader.ts';
import { AccessTokensModule } from './access-tokens.ts';
import { IdentityController } from './identity.controller.ts';
import { LocalStrategy } from './local.strategy.ts';
import { LoginService } from './login.service.ts';
import { SameOriginGuard } from './same-origin.guard.ts';
import { SessionsService } from './sessions.service.ts';
import { StaffService } from './staff.service.ts';

/** Who people are: log-in, sessions, staff. */
@Module({
  imports: [PassportModule.register({ session: false }), AccessTokensModule, OfficesReaderModule],
  controllers: [IdentityController],
  providers: [LocalStrategy, LoginService, SameOriginGuard, SessionsService, StaffService],
  exports: [AccessTokensModule],
})
export class IdentityModule {}
