import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Passwords } from '../platform/auth/passwords.ts';
import { CONFIG } from '../platform/config/config.module.ts';
import type { Config } from '../platform/config/config.ts';
import { violates } from '../platform/database/constraints.ts';
import { Database, statement, type Transaction } from '../platform/database/database.ts';
import { TenantsRepository } from './tenants.repository.ts';

const PLATFORM_SLUG = 'platform';
const idBySlug = statement('operator.platform', 'select id from sys.tenant_by_slug($1)');

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
    private readonly repository: TenantsRepository,
    private readonly passwords: Passwords,
  ) {}

  /** @throws Error when the address belongs to a person of a tenant */
  async onApplicationBootstrap(): Promise<void> {
    const { operator } = this.config;
    if (!operator) return;
    const tenantId = await this.platformTenant();
    await this.database
      .transaction({ tenantId }, (tx) => this.keepAccount(tx, operator))
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

  private async platformTenant(): Promise<string> {
    const known = await this.findPlatform();
    if (known !== undefined) return known;
    const id = uuidv7();
    const platform = {
      id,
      slug: PLATFORM_SLUG,
      name: 'Sunbeon',
      kind: 'platform',
      areaCode: null,
      zone: 'Asia/Seoul',
    } as const;
    try {
      await this.database.transaction({ tenantId: id }, (tx) => this.repository.insert(tx, platform));
      return id;
    } catch (error) {
      // Another node that starts at the same time was quicker.
      if (!violates(error, 'tenant_slug_key')) throw error;
      return (await this.findPlatform()) ?? this.explain(error);
    }
  }

  private async findPlatform(): Promise<string | undefined> {
    return (await this.database.system<{ id: string }>(idBySlug, [PLATFORM_SLUG]))[0]?.id;
  }

  private async explain(error: unknown): Promise<never> {
    if (!violates(error, 'staff_email_key')) throw error;
    throw new Error('OPERATOR_EMAIL belongs to a person of a tenant; the operator needs an address of its own');
  }
}
