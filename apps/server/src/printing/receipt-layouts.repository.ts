import { Injectable } from '@nestjs/common';
import type { ReceiptLayout } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

const read = statement('printing.layout', 'select layout from receipt_layout where tenant_id = $1');
const write = statement(
  'printing.layout_set',
  `insert into receipt_layout (tenant_id, layout) values ($1, $2)
   on conflict (tenant_id) do update set layout = excluded.layout, changed_at = clock_timestamp()`,
);

/** What a tenant has on its receipts. */
@Injectable()
export class ReceiptLayouts {
  async read(tx: Transaction): Promise<ReceiptLayout | undefined> {
    return (await tx.row<{ layout: ReceiptLayout }>(read, [tx.scope.tenantId]))?.layout;
  }

  async write(tx: Transaction, layout: ReceiptLayout): Promise<void> {
    await tx.rows(write, [tx.scope.tenantId, JSON.stringify(layout)]);
  }
}
