import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.ts';
import { Database, statement } from '../platform/database/database.ts';
import { JobHandlers } from '../platform/jobs/job-handlers.ts';
import { KeyRotation } from '../platform/sealing/key-rotation.ts';
import { Sealing } from '../platform/sealing/sealing.ts';

const due = statement('keys.due', 'select tenant_id as "tenantId" from sys.keys_to_keep($1)');
const age = statement(
  'keys.age',
  `select count(*)::int as keys, max(created_at) < clock_timestamp() - interval '1 year' as old
   from tenant_key where tenant_id = $1`,
);

/**
 * Keys of tenants: sealed with the first master key, exchanged once a year, and exchanges that broke off gone on with. A
 * start looks once, so that a new master key is in use at once.
 */
@Injectable()
export class KeysKeeper implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('keys');

  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly rotation: KeyRotation,
    private readonly audit: Audit,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('keys.keep', () => this.keep());
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.keep();
  }

  async keep(): Promise<void> {
    for (const { tenantId } of await this.database.system<{ tenantId: string }>(due, [this.sealing.masterName])) {
      try {
        await this.keepOne(tenantId);
      } catch (error) {
        this.logger.error({ msg: 'keys of a tenant could not be exchanged', tenantId, err: error });
      }
    }
  }

  private async keepOne(tenantId: string): Promise<void> {
    const scope = { tenantId };
    const rewrapped = await this.database.transaction(scope, (tx) => this.sealing.rewrap(tx));
    if (rewrapped > 0) this.logger.log({ msg: 'keys sealed with the first master key', tenantId, keys: rewrapped });
    const row = await this.database.transaction(scope, (tx) => tx.row<{ keys: number; old: boolean }>(age, [tenantId]));
    if (!row || (row.keys < 2 && !row.old)) return;
    const rotation = row.old ? await this.rotation.rotate(scope) : await this.rotation.finish(scope);
    await this.database.transaction(scope, (tx) =>
      this.audit.record(tx, { action: 'key.rotate', target: { kind: 'tenant', id: tenantId }, after: rotation }),
    );
  }
}
