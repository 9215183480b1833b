import { Migration20261123000000Foundation } from './migration-20261123000000-foundation.ts';
import { Migration20261123000100LimitsAndRotation } from './migration-20261123000100-limits-and-rotation.ts';
import { Migration20261123000200HoldReason } from './migration-20261123000200-hold-reason.ts';
import { Migration20261123001000Audit } from './migration-20261123001000-audit.ts';
import { Migration20261123001100DeviceLife } from './migration-20261123001100-device-life.ts';
import { Migration20261124000000SealingAndMail } from './migration-20261124000000-sealing-and-mail.ts';
import { Migration20261124001000Accounts } from './migration-20261124001000-accounts.ts';

/** All migrations in order. A list and not a glob: the bundle carries them, and none is forgotten or reordered. */
export const migrations = [
  { name: '20261123000000-foundation', class: Migration20261123000000Foundation },
  { name: '20261123000100-limits-and-rotation', class: Migration20261123000100LimitsAndRotation },
  { name: '20261123000200-hold-reason', class: Migration20261123000200HoldReason },
  { name: '20261123001000-audit', class: Migration20261123001000Audit },
  { name: '20261123001100-device-life', class: Migration20261123001100DeviceLife },
  { name: '20261124000000-sealing-and-mail', class: Migration20261124000000SealingAndMail },
  { name: '20261124001000-accounts', class: Migration20261124001000Accounts },
];
