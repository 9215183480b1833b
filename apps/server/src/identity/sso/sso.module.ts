import { Module } from '@nestjs/common';
import { OfficesReaderModule } from '../../offices/offices.reader.ts';
import { TenantsReaderModule } from '../../tenants/tenants.reader.ts';
import { IdentityModule } from '../identity.module.ts';
import { SsoController } from './sso.controller.ts';
import { SsoCookie } from './sso-cookie.ts';
import { SsoLoginService } from './sso-login.service.ts';
import { SsoProvider } from './sso-provider.ts';
import { SsoReaderModule } from './sso.reader.ts';
import { SsoService } from './sso.service.ts';

/** Log-in by the tenant's own identity provider (OpenID Connect). */
@Module({
  imports: [IdentityModule, OfficesReaderModule, SsoReaderModule, TenantsReaderModule],
  controllers: [SsoController],
  providers: [SsoCookie, SsoLoginService, SsoProvider, SsoService],
})
export class SsoModule {}
