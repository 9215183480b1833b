import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Passwords } from '../platform/auth/passwords.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { violates } from '../platform/database/constraints.ts';
import { Database, statement, type Transaction } from '../platform/database/database.ts';
import { PlatformTenant } from './platform-tenant.ts';
import { TenantsRepository } from './tenants.repository.ts';

// Nodes that start together take turns.
const inTurn = statement('operator.turn', "select pg_advisory_xact_lock(hashtext('sunbeon.operator'))");

type Account = NonNullable<Config['operator']>;

/**
 * Makes the platform's own tenant and the operator's account from OPERATOR_EMAIL and OPERATOR_PASSWORD at each start.
 * Nothing changes when all is there; a changed password is taken over and ends the operator's sessions.
 */
@Injectable()
export class OperatorAccount implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly platform: PlatformTenant,
    private readonly repository: TenantsRepository,
    private readonly passwords: Passwords,
  ) {}

  /** @throws Error when the address belongs to a person of a tenant */
  async onApplicationBootstrap(): Promise<void> {
    const { operator } = this.config;
    if (!operator) return;
    await this.database
      .transaction(await this.platform.scope(), (tx) => this.keepAccount(tx, operator))
      .catch((error: unknown) => this.explain(error));
  }

  private async keepAccount(tx: Transaction, { email, password }: Account): Promise<void> {
    await tx.rows(inTurn);
    const known = await this.repository.person(tx, email);
    if (known && (await this.passwords.verify(known.passwordHash, password))) return;
    const passwordHash = await this.passwords.hash(password);
    if (known) await this.repository.changePassword(tx, known.id, passwordHash);
    else await this.repository.insertPerson(tx, { email, name: 'Operator', passwordHash, role: 'operator' });
  }

  private async explain(error: unknown): Promise<never> {
    if (!violates(error, 'staff_email_key')) throw error;
    throw new Error('OPERATOR_EMAIL belongs to a person of a tenant; the operator needs an address of its own');
  }
}
