import { Injectable } from '@nestjs/common';
import type { NotificationKind, NotificationWords } from '@sunbeon/contract';
import { statement, type Transaction } from '../platform/database/database.ts';

const first = statement(
  'notification_texts.first',
  'insert into notification_text (tenant_id, kind) values ($1, $2) on conflict (tenant_id, kind) do nothing',
);
const lock = statement(
  'notification_texts.lock',
  'select version, texts from notification_text where tenant_id = $1 and kind = $2 for update',
);
const save = statement(
  'notification_texts.save',
  `update notification_text set texts = $3, version = version + 1, changed_at = now()
   where tenant_id = $1 and kind = $2`,
);

/** Writes of an institution's own words. */
@Injectable()
export class NotificationTextsRepository {
  /** One change of a kind after the other; version 0 is that of a kind that nobody has changed. */
  async lock(tx: Transaction, kind: NotificationKind): Promise<{ version: number; texts: NotificationWords }> {
    const key = [tx.scope.tenantId, kind];
    await tx.rows(first, key);
    return (await tx.row<{ version: number; texts: NotificationWords }>(lock, key)) ?? { version: 0, texts: {} };
  }

  async save(tx: Transaction, kind: NotificationKind, texts: NotificationWords): Promise<void> {
    await tx.rows(save, [tx.scope.tenantId, kind, JSON.stringify(texts)]);
  }
}
