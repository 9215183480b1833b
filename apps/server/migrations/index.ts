import { Migration20261123000000Foundation } from './migration-20261123000000-foundation.ts';
import { Migration20261123000100LimitsAndRotation } from './migration-20261123000100-limits-and-rotation.ts';
import { Migration20261123000200HoldReason } from './migration-20261123000200-hold-reason.ts';
import { Migration20261123001000Audit } from './migration-20261123001000-audit.ts';
import { Migration20261123001100DeviceLife } from './migration-20261123001100-device-life.ts';
import { Migration20261124000000SealingAndMail } from './migration-20261124000000-sealing-and-mail.ts';
import { Migration20261124001000Accounts } from './migration-20261124001000-accounts.ts';
import { Migration20261124002000Sso } from './migration-20261124002000-sso.ts';
import { Migration20261124002100RequestCounts } from './migration-20261124002100-request-counts.ts';
import { Migration20261124003000TenantLife } from './migration-20261124003000-tenant-life.ts';
import { Migration20261124004000Privacy } from './migration-20261124004000-privacy.ts';
import { Migration20261124004100DayFigures } from './migration-20261124004100-day-figures.ts';
import { Migration20261124004200Exports } from './migration-20261124004200-exports.ts';
import { Migration20261124004300Erasure } from './migration-20261124004300-erasure.ts';
import { Migration20261124006000FairMail } from './migration-20261124006000-fair-mail.ts';
import { Migration20261124006100TrialReminders } from './migration-20261124006100-trial-reminders.ts';
import { Migration20261124007000SettingsVersions } from './migration-20261124007000-settings-versions.ts';
import { Migration20261124008000TicketSearch } from './migration-20261124008000-ticket-search.ts';
import { Migration20261124008100Announcements } from './migration-20261124008100-announcements.ts';
import { Migration20261124008200NoSecondAnnouncements } from './migration-20261124008200-no-second-announcements.ts';
import { Migration20261124012000CorrectedDays } from './migration-20261124012000-corrected-days.ts';
import { Migration20261124009000Printing } from './migration-20261124009000-printing.ts';

/** All migrations in order. A list and not a glob: the bundle carries them, and none is forgotten or reordered. */
export const migrations = [
  { name: '20261123000000-foundation', class: Migration20261123000000Foundation },
  { name: '20261123000100-limits-and-rotation', class: Migration20261123000100LimitsAndRotation },
  { name: '20261123000200-hold-reason', class: Migration20261123000200HoldReason },
  { name: '20261123001000-audit', class: Migration20261123001000Audit },
  { name: '20261123001100-device-life', class: Migration20261123001100DeviceLife },
  { name: '20261124000000-sealing-and-mail', class: Migration20261124000000SealingAndMail },
  { name: '20261124001000-accounts', class: Migration20261124001000Accounts },
  { name: '20261124002000-sso', class: Migration20261124002000Sso },
  { name: '20261124002100-request-counts', class: Migration20261124002100RequestCounts },
  { name: '20261124003000-tenant-life', class: Migration20261124003000TenantLife },
  { name: '20261124004000-privacy', class: Migration20261124004000Privacy },
  { name: '20261124004100-day-figures', class: Migration20261124004100DayFigures },
  { name: '20261124004200-exports', class: Migration20261124004200Exports },
  { name: '20261124004300-erasure', class: Migration20261124004300Erasure },
  { name: '20261124006000-fair-mail', class: Migration20261124006000FairMail },
  { name: '20261124006100-trial-reminders', class: Migration20261124006100TrialReminders },
  { name: '20261124007000-settings-versions', class: Migration20261124007000SettingsVersions },
  { name: '20261124008000-ticket-search', class: Migration20261124008000TicketSearch },
  { name: '20261124008100-announcements', class: Migration20261124008100Announcements },
  { name: '20261124008200-no-second-announcements', class: Migration20261124008200NoSecondAnnouncements },
  { name: '20261124012000-corrected-days', class: Migration20261124012000CorrectedDays },
  { name: '20261124009000-printing', class: Migration20261124009000Printing },
];
