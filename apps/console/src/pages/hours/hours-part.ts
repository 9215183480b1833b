import type { OfficeHours } from '@sunbeon/contract';
import type { HoursFaults } from './hours-faults.ts';

/** What every part of the page is given. */
export interface HoursPart {
  readonly hours: OfficeHours;
  readonly faults: HoursFaults;
  readonly onChange: (change: (now: OfficeHours) => OfficeHours) => void;
}
