import type { EndpointName, endpoints } from '@sunbeon/contract';
import { accountRoutes } from './routes/account.ts';
import { announcementsRoutes } from './routes/announcements.ts';
import { auditRoutes } from './routes/audit.ts';
import { countersRoutes } from './routes/counters.ts';
import { devicesRoutes } from './routes/devices.ts';
import { erasureRoutes } from './routes/erasure.ts';
import { exportsRoutes } from './routes/exports.ts';
import { firstRunRoutes } from './routes/first-run.ts';
import { hallRoutes } from './routes/hall.ts';
import { identityRoutes } from './routes/identity.ts';
import { mediaRoutes } from './routes/media.ts';
import { notificationTextsRoutes } from './routes/notification-texts.ts';
import { officeSettingsRoutes } from './routes/office-settings.ts';
import { officesRoutes } from './routes/offices.ts';
import { printingRoutes } from './routes/printing.ts';
import { permitsRoutes } from './routes/permits.ts';
import { privacyRoutes } from './routes/privacy.ts';
import { publicRoutes } from './routes/public.ts';
import { relayRoutes } from './routes/relay.ts';
import { serviceImportRoutes } from './routes/service-import.ts';
import { screensRoutes } from './routes/screens.ts';
import { ssoRoutes } from './routes/sso.ts';
import { staffRoutes } from './routes/staff.ts';
import { signupRoutes } from './routes/signup.ts';
import { tenantsRoutes } from './routes/tenants.ts';
import { ticketsRoutes } from './routes/tickets.ts';
import { unmannedKiosksRoutes } from './routes/unmanned-kiosks.ts';

type Table = typeof endpoints;
type Route<Name extends EndpointName> = readonly [Table[Name]['method'], Table[Name]['path']];

/**
 * Method and path of every endpoint. The compiler holds each row against the contract's table, so a missing, surplus or
 * different row does not build. It is written out here so that a page which calls two endpoints does not carry the
 * schemas of all (and zod with them).
 */
export const routes = {
  ...publicRoutes,
  ...devicesRoutes,
  ...ticketsRoutes,
  ...relayRoutes,
  ...identityRoutes,
  ...accountRoutes,
  ...staffRoutes,
  ...hallRoutes,
  ...countersRoutes,
  ...tenantsRoutes,
  ...signupRoutes,
  ...officesRoutes,
  ...officeSettingsRoutes,
  ...firstRunRoutes,
  ...permitsRoutes,
  ...unmannedKiosksRoutes,
  ...notificationTextsRoutes,
  ...serviceImportRoutes,
  ...announcementsRoutes,
  ...mediaRoutes,
  ...screensRoutes,
  ...auditRoutes,
  ...ssoRoutes,
  ...printingRoutes,
  ...privacyRoutes,
  ...exportsRoutes,
  ...erasureRoutes,
} as const satisfies { readonly [Name in EndpointName]: Route<Name> };
