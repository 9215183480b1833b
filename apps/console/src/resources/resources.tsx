import { Resource } from 'react-admin';
import { alerts } from './alerts/index.ts';
import { announcements } from './announcements/index.ts';
import { audit } from './audit/index.ts';
import { counters } from './counters/index.ts';
import { devices } from './devices/index.ts';
import { erasures } from './erasures/index.ts';
import { exports } from './exports/index.ts';
import { invitations } from './invitations/index.ts';
import { kioskScreens } from './kiosk-screens/index.ts';
import { layouts } from './layouts/index.ts';
import { media } from './media/index.ts';
import { notificationTexts } from './notification-texts/index.ts';
import { playlists } from './playlists/index.ts';
import { regions } from './regions/index.ts';
import { services } from './services/index.ts';
import { staff } from './staff/index.ts';
import { tenants } from './tenants/index.ts';
import { tickets } from './tickets/index.ts';
import { unmannedKiosks } from './unmanned-kiosks/index.ts';

const all = [
  tickets,
  announcements,
  services,
  counters,
  unmannedKiosks,
  notificationTexts,
  media,
  playlists,
  layouts,
  kioskScreens,
  devices,
  alerts,
  staff,
  invitations,
  exports,
  audit,
  tenants,
  regions,
  erasures,
];

/** Things of the console, a folder each. What the person may not open, react-admin refuses (session/access.ts). */
export const resources = all.map((props) => <Resource key={props.name} {...props} />);
