import { RegionsModule } from '../regions/regions.module.ts';
import { AnnouncementsModule } from '../announcements/announcements.module.ts';
import { AuditModule } from '../audit/audit.module.ts';
import { BoardsModule } from '../boards/boards.module.ts';
import { CountersModule } from '../counters/counters.module.ts';
import { DevicesModule } from '../devices/devices.module.ts';
import { ErasureModule } from '../erasure/erasure.module.ts';
import { ExportsModule } from '../exports/exports.module.ts';
import { FirstRunModule } from '../first-run/first-run.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { MediaModule } from '../media/media.module.ts';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { OfficeSettingsModule } from '../office-settings/office-settings.module.ts';
import { OfficesModule } from '../offices/offices.module.ts';
import { PrintingModule } from '../printing/printing.module.ts';
import { PermitsModule } from '../permits/permits.module.ts';
import { PrivacyModule } from '../privacy/privacy.module.ts';
import { RelayModule } from '../relay/relay.module.ts';
import { RetentionModule } from '../retention/retention.module.ts';
import { ScreensModule } from '../screens/screens.module.ts';
import { SsoModule } from '../identity/sso/sso.module.ts';
import { TenantsModule } from '../tenants/tenants.module.ts';
import { TicketsModule } from '../tickets/tickets.module.ts';
import { UnmannedKiosksModule } from '../unmanned-kiosks/unmanned-kiosks.module.ts';

/** Commands and reads over HTTP. Boards are here, too: whoever commits publishes. */
export const apiSlices = [
  AnnouncementsModule,
  AuditModule,
  BoardsModule,
  CountersModule,
  DevicesModule,
  ErasureModule,
  ExportsModule,
  FirstRunModule,
  IdentityModule,
  MediaModule,
  NotificationsModule,
  OfficeSettingsModule,
  OfficesModule,
  PrintingModule,
  PermitsModule,
  PrivacyModule,
  RegionsModule,
  RelayModule,
  RetentionModule,
  ScreensModule,
  SsoModule,
  TenantsModule,
  TicketsModule,
  UnmannedKiosksModule,
];
