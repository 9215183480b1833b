import type { MediaRow } from '@sunbeon/contract';
import { iso } from '../platform/clock/clock.ts';
import { kindOf } from './media-file.ts';
import type { MediaRecord } from './media.reader.ts';

export function presentMedia({ sha256: _, ...row }: MediaRecord): MediaRow {
  return {
    ...row,
    kind: kindOf(row.type),
    uses: [...row.uses],
    createdAt: iso(row.createdAt),
    archivedAt: iso(row.archivedAt),
  };
}
