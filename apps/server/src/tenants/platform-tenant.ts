import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { violates } from '../platform/database/constraints.ts';
import { Database, statement, type TenantScope } from '../platform/database/database.ts';
import type { Letter } from '../platform/mail/letter.ts';
import { Mail } from '../platform/mail/mail.ts';
import { TenantsRepository } from './tenants.repository.ts';

const PLATFORM_SLUG = 'platform';
const idBySlug = statement('platform.id', 'select id from sys.tenant_by_slug($1)');
const operators = statement(
  'platform.operators',
  `select email from staff where tenant_id = $1 and active and 'operator' = any(roles) order by email`,
);

/** The platform's own tenant: operators belong to it, and sign-ups until they are confirmed. */
@Injectable()
export class PlatformTenant {
  private id: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly repository: TenantsRepository,
    private readonly mail: Mail,
  ) {}

  /** Its scope; made by whoever asks first. */
  async scope(): Promise<TenantScope> {
    this.id ??= (await this.find()) ?? (await this.make());
    return { tenantId: this.id };
  }

  /** A letter to every operator. */
  async tellOperators(letterTo: (email: string) => Letter): Promise<void> {
    await this.database.transaction(await this.scope(), async (tx) => {
      const rows = await tx.rows<{ email: string }>(operators, [tx.scope.tenantId]);
      for (const { email } of rows) await this.mail.post(tx, letterTo(email));
    });
  }

  private async find(): Promise<string | undefined> {
    return (await this.database.system<{ id: string }>(idBySlug, [PLATFORM_SLUG]))[0]?.id;
  }

  private async make(): Promise<string> {
    const id = uuidv7();
    const platform = {
      id,
      slug: PLATFORM_SLUG,
      name: 'Sunbeon',
      kind: 'platform',
      status: 'active',
      plan: 'unlimited',
      areaCode: null,
      zone: 'Asia/Seoul',
    } as const;
    try {
      await this.database.transaction({ tenantId: id }, (tx) => this.repository.insert(tx, platform));
      return id;
    } catch (error) {
      // Another node that starts at the same time was quicker.
      if (!violates(error, 'tenant_slug_key')) throw error;
      const known = await this.find();
      if (known === undefined) throw error;
      return known;
    }
  }
}
