import { Injectable } from '@nestjs/common';
import { plainLayout, ReceiptLayout, type VersionedLayout } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

const read = statement('printing.layout', 'select version, layout from receipt_layout where tenant_id = $1');
const write = statement(
  'printing.layout_set',
  `insert into receipt_layout (tenant_id, layout, version) select $1, $2, 1 where $3 = 0
   on conflict (tenant_id) do nothing returning version`,
);
const overwrite = statement(
  'printing.layout_change',
  `update receipt_layout set layout = $2, version = version + 1, changed_at = clock_timestamp()
   where tenant_id = $1 and version = $3 returning version`,
);

const revision = statement(
  'printing.config_revision',
  'select config_revision as "configRevision" from office_live where tenant_id = $1 and office_id = $2',
);

/** What a tenant has on its receipts. */
@Injectable()
export class ReceiptLayouts {
  async read(tx: Transaction): Promise<VersionedLayout> {
    const stored = await tx.row<VersionedLayout>(read, [tx.scope.tenantId]);
    return stored ? { version: stored.version, layout: layoutOf(stored.layout) } : { version: 0, layout: plainLayout };
  }

  /** @returns undefined when another version stands there than the one that was seen */
  async write(tx: Transaction, { version, layout }: VersionedLayout): Promise<VersionedLayout | undefined> {
    const values = [tx.scope.tenantId, JSON.stringify(layout), version];
    const written = await tx.row<{ version: number }>(version === 0 ? write : overwrite, values);
    return written && { version: written.version, layout };
  }

  /** Of an office's present configuration. */
  async configRevision(tx: Transaction, officeId: string): Promise<number> {
    const row = await tx.row<{ configRevision: number }>(revision, [tx.scope.tenantId, officeId]);
    return row?.configRevision ?? 0;
  }
}

/** Of a layout as it was stored, perhaps before there was all that there is now. */
export const layoutOf = (stored: unknown): ReceiptLayout => ReceiptLayout.parse(stored ?? {});
