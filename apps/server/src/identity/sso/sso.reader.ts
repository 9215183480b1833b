import { Injectable, Module } from '@nestjs/common';
import type { Role } from '@sunbeon/contract';
import { Database, type TenantScope } from '../../platform/database/database.ts';
import { isOnlyWay, type SsoProviderSettings } from './sso-settings.ts';
import { ownWayIsOpen } from '../session.policy.ts';
import { SsoRepository } from './sso.repository.ts';

/** What a tenant has set, for log-ins of every kind. */
@Injectable()
export class SsoReader {
  constructor(
    private readonly database: Database,
    private readonly repository: SsoRepository,
  ) {}

  settings(scope: TenantScope): Promise<SsoProviderSettings | undefined> {
    return this.database.transaction(scope, (tx) => this.repository.settings(tx));
  }

  /** False where people of these roles log in by the provider only. Owners always may: somebody must mend what is set wrong. */
  async allowsPassword(scope: TenantScope, roles: readonly Role[]): Promise<boolean> {
    return ownWayIsOpen(roles, true) || !isOnlyWay(await this.settings(scope));
  }
}

/** For the log-in by password, and for the log-in by the provider. */
@Module({ providers: [SsoRepository, SsoReader], exports: [SsoRepository, SsoReader] })
export class SsoReaderModule {}
