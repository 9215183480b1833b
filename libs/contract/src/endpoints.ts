import { accountEndpoints } from './endpoints/account.ts';
import { announcementsEndpoints } from './endpoints/announcements.ts';
import { auditEndpoints } from './endpoints/audit.ts';
import { countersEndpoints } from './endpoints/counters.ts';
import { devicesEndpoints } from './endpoints/devices.ts';
import { erasureEndpoints } from './endpoints/erasure.ts';
import { exportsEndpoints } from './endpoints/exports.ts';
import { firstRunEndpoints } from './endpoints/first-run.ts';
import { hallEndpoints } from './endpoints/hall.ts';
import { identityEndpoints } from './endpoints/identity.ts';
import { mediaEndpoints } from './endpoints/media.ts';
import { notificationTextsEndpoints } from './endpoints/notification-texts.ts';
import { officeSettingsEndpoints } from './endpoints/office-settings.ts';
import { officesEndpoints } from './endpoints/offices.ts';
import { printingEndpoints } from './endpoints/printing.ts';
import { permitsEndpoints } from './endpoints/permits.ts';
import { privacyEndpoints } from './endpoints/privacy.ts';
import { publicEndpoints } from './endpoints/public.ts';
import { relayEndpoints } from './endpoints/relay.ts';
import { serviceImportEndpoints } from './endpoints/service-import.ts';
import { screensEndpoints } from './endpoints/screens.ts';
import { ssoEndpoints } from './endpoints/sso.ts';
import { staffEndpoints } from './endpoints/staff.ts';
import { signupEndpoints } from './endpoints/signup.ts';
import { tenantsEndpoints } from './endpoints/tenants.ts';
import { ticketsEndpoints } from './endpoints/tickets.ts';
import { unmannedKiosksEndpoints } from './endpoints/unmanned-kiosks.ts';

export type { Endpoint } from './endpoints/endpoint.ts';

/** Every JSON endpoint, by areas. The server's routes, the OpenAPI document and the typed client are held against this table by tests. */
export const endpoints = {
  ...publicEndpoints,
  ...devicesEndpoints,
  ...ticketsEndpoints,
  ...relayEndpoints,
  ...identityEndpoints,
  ...accountEndpoints,
  ...staffEndpoints,
  ...hallEndpoints,
  ...countersEndpoints,
  ...tenantsEndpoints,
  ...signupEndpoints,
  ...officesEndpoints,
  ...officeSettingsEndpoints,
  ...firstRunEndpoints,
  ...permitsEndpoints,
  ...unmannedKiosksEndpoints,
  ...notificationTextsEndpoints,
  ...serviceImportEndpoints,
  ...announcementsEndpoints,
  ...mediaEndpoints,
  ...screensEndpoints,
  ...auditEndpoints,
  ...ssoEndpoints,
  ...printingEndpoints,
  ...privacyEndpoints,
  ...exportsEndpoints,
  ...erasureEndpoints,
} as const;

export type EndpointName = keyof typeof endpoints;
