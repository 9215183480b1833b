import type { MakeSource } from './source.ts';
import { alertsSource } from './sources/alerts.ts';
import { announcementsSource } from './sources/announcements.ts';
import { auditSource } from './sources/audit.ts';
import { countersSource } from './sources/counters.ts';
import { devicesSource } from './sources/devices.ts';
import { erasuresSource } from './sources/erasures.ts';
import { exportsSource } from './sources/exports.ts';
import { invitationsSource } from './sources/invitations.ts';
import { kioskScreensSource } from './sources/kiosk-screens.ts';
import { layoutsSource } from './sources/layouts.ts';
import { mediaSource } from './sources/media.ts';
import { notificationTextsSource } from './sources/notification-texts.ts';
import { playlistsSource } from './sources/playlists.ts';
import { regionsSource } from './sources/regions.ts';
import { servicesSource } from './sources/services.ts';
import { staffSource } from './sources/staff.ts';
import { tenantsSource } from './sources/tenants.ts';
import { ticketsSource } from './sources/tickets.ts';
import { unmannedKiosksSource } from './sources/unmanned-kiosks.ts';

/** Resource -> how it is read and changed. */
export const sources = {
  tickets: ticketsSource,
  announcements: announcementsSource,
  services: servicesSource,
  counters: countersSource,
  'unmanned-kiosks': unmannedKiosksSource,
  'notification-texts': notificationTextsSource,
  media: mediaSource,
  playlists: playlistsSource,
  layouts: layoutsSource,
  'kiosk-screens': kioskScreensSource,
  devices: devicesSource,
  alerts: alertsSource,
  staff: staffSource,
  invitations: invitationsSource,
  exports: exportsSource,
  audit: auditSource,
  tenants: tenantsSource,
  erasures: erasuresSource,
  regions: regionsSource,
} as const satisfies Record<string, MakeSource>;

export type ResourceName = keyof typeof sources;
