import type { ShownAnnouncement } from '@sunbeon/contract';
import type { HallFacts } from '../hall/hall-view.ts';
import type { TenantSummary } from '../tenants/tenants.reader.ts';
import type { ClockAnchor } from '../platform/clock/clock.ts';

/** All that boards, halls and ticket pages of an office are made from, read in one snapshot. */
export interface BoardFacts extends HallFacts {
  readonly tenant: TenantSummary;
  readonly anchor: ClockAnchor | null;
  /** Id -> name of the people at the counters. */
  readonly staffNames: ReadonlyMap<string, string>;
  readonly announcements: readonly ShownAnnouncement[];
}
