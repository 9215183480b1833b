import { useTexts } from '@sunbeon/ui';
import AccountBalance from '@mui/icons-material/AccountBalanceOutlined';
import Assignment from '@mui/icons-material/AssignmentOutlined';
import BarChart from '@mui/icons-material/BarChartOutlined';
import Campaign from '@mui/icons-material/CampaignOutlined';
import Monitor from '@mui/icons-material/SpaceDashboardOutlined';
import Devices from '@mui/icons-material/DevicesOutlined';
import Download from '@mui/icons-material/DownloadOutlined';
import Groups from '@mui/icons-material/GroupsOutlined';
import History from '@mui/icons-material/HistoryOutlined';
import Home from '@mui/icons-material/HomeOutlined';
import ConfirmationNumber from '@mui/icons-material/ConfirmationNumberOutlined';
import DeleteForever from '@mui/icons-material/DeleteForeverOutlined';
import Login from '@mui/icons-material/LoginOutlined';
import Map from '@mui/icons-material/MapOutlined';
import Mail from '@mui/icons-material/MailOutlined';
import MonitorHeart from '@mui/icons-material/MonitorHeartOutlined';
import NotificationsActive from '@mui/icons-material/NotificationsActiveOutlined';
import Print from '@mui/icons-material/PrintOutlined';
import Sms from '@mui/icons-material/SmsOutlined';
import PermMedia from '@mui/icons-material/PermMediaOutlined';
import Slideshow from '@mui/icons-material/SlideshowOutlined';
import Dashboard from '@mui/icons-material/DashboardCustomizeOutlined';
import TouchApp from '@mui/icons-material/TouchAppOutlined';
import PrivacyTip from '@mui/icons-material/PrivacyTipOutlined';
import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined';
import Schedule from '@mui/icons-material/ScheduleOutlined';
import Storefront from '@mui/icons-material/StorefrontOutlined';
import VpnKey from '@mui/icons-material/VpnKeyOutlined';
import { Badge, Divider, Typography } from '@mui/material';
import type { ComponentType } from 'react';
import { Menu, useSidebarState } from 'react-admin';
import { useOpenAlerts } from '../resources/alerts/use-open-alerts.ts';
import { mayOpen, type Place } from '../session/access.ts';
import { useMe } from '../session/session-context.ts';
import { layoutTexts } from './layout-texts.ts';

const icons: Readonly<Record<Place, ComponentType>> = {
  tickets: ConfirmationNumber,
  hall: Monitor,
  announcements: Campaign,
  services: Assignment,
  counters: Storefront,
  hours: Schedule,
  'unmanned-kiosks': Print,
  'notification-texts': Sms,
  media: PermMedia,
  playlists: Slideshow,
  layouts: Dashboard,
  'kiosk-screens': TouchApp,
  receipts: ReceiptLong,
  office: AccountBalance,
  devices: Devices,
  alerts: NotificationsActive,
  staff: Groups,
  invitations: Mail,
  policy: VpnKey,
  sso: Login,
  privacy: PrivacyTip,
  exports: Download,
  audit: History,
  tenants: AccountBalance,
  regions: Map,
  erasures: DeleteForever,
  health: MonitorHeart,
  region: BarChart,
};

const groups = [
  ['group_platform', ['tenants', 'regions', 'erasures', 'health', 'region']],
  ['group_hall', ['hall', 'tickets', 'announcements', 'devices', 'alerts']],
  ['group_office', ['office', 'services', 'counters', 'hours', 'receipts', 'notification-texts', 'unmanned-kiosks']],
  ['group_screens', ['media', 'playlists', 'layouts', 'kiosk-screens']],
  ['group_people', ['staff', 'invitations', 'policy', 'sso']],
  ['group_data', ['privacy', 'exports', 'audit']],
] as const satisfies readonly (readonly [keyof typeof layoutTexts, readonly Place[]])[];

/** The menu: what the person may open, in groups. */
export function ConsoleMenu() {
  const t = useTexts(layoutTexts);
  const permissions = useMe()?.permissions ?? [];
  const shown = groups
    .map(([title, places]) => [title, places.filter((place) => mayOpen(permissions, place))] as const)
    .filter(([, places]) => places.length > 0);
  return (
    <nav aria-label={t('menu')}>
      <Menu aria-label={t('menu')}>
        <Menu.Item to="/" primaryText={t('home')} leftIcon={<Home />} />
        {shown.map(([title, places]) => (
          <MenuGroup key={title} title={t(title)} places={places} />
        ))}
      </Menu>
    </nav>
  );
}

function MenuGroup({ title, places }: { title: string; places: readonly Place[] }) {
  const [open] = useSidebarState();
  return (
    <>
      {open ? (
        <Typography variant="caption" color="text.secondary" sx={{ px: 2, pt: 1.5, pb: 0.5, fontWeight: 700 }}>
          {title}
        </Typography>
      ) : (
        <Divider sx={{ my: 1 }} />
      )}
      {places.map((place) =>
        place === 'alerts' ? <AlertsItem key={place} /> : <PlaceItem key={place} place={place} />,
      )}
    </>
  );
}

function PlaceItem({ place }: { place: Place }) {
  const t = useTexts(layoutTexts);
  const Icon = icons[place];
  return <Menu.Item to={`/${place}`} primaryText={t(place)} leftIcon={<Icon />} />;
}

/** With the number of alerts that nobody looks after yet, and a dot on the bell. */
function AlertsItem() {
  const t = useTexts(layoutTexts);
  const { length } = useOpenAlerts();
  const icon = (
    <Badge variant="dot" invisible={length === 0} color="error">
      <NotificationsActive />
    </Badge>
  );
  return (
    <Menu.Item to="/alerts" primaryText={length === 0 ? t('alerts') : `${t('alerts')} (${length})`} leftIcon={icon} />
  );
}
