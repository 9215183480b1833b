import { useTexts } from '@sunbeon/ui';
import AccountBalance from '@mui/icons-material/AccountBalanceOutlined';
import BarChart from '@mui/icons-material/BarChartOutlined';
import Devices from '@mui/icons-material/DevicesOutlined';
import Download from '@mui/icons-material/DownloadOutlined';
import Groups from '@mui/icons-material/GroupsOutlined';
import History from '@mui/icons-material/HistoryOutlined';
import Home from '@mui/icons-material/HomeOutlined';
import LocalFireDepartment from '@mui/icons-material/DeleteForeverOutlined';
import Login from '@mui/icons-material/LoginOutlined';
import Mail from '@mui/icons-material/MailOutlined';
import MonitorHeart from '@mui/icons-material/MonitorHeartOutlined';
import NotificationsActive from '@mui/icons-material/NotificationsActiveOutlined';
import PrivacyTip from '@mui/icons-material/PrivacyTipOutlined';
import VpnKey from '@mui/icons-material/VpnKeyOutlined';
import { Badge, Typography } from '@mui/material';
import type { ComponentType } from 'react';
import { Menu, useSidebarState } from 'react-admin';
import { useOpenAlerts } from '../resources/alerts/use-open-alerts.ts';
import { mayOpen, type Place } from '../session/access.ts';
import { useMe } from '../session/session-context.ts';
import { layoutTexts } from './layout-texts.ts';

const icons: Readonly<Record<Place, ComponentType>> = {
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
  erasures: LocalFireDepartment,
  health: MonitorHeart,
  region: BarChart,
};

const groups = [
  ['group_platform', ['tenants', 'erasures', 'health', 'region']],
  ['group_hall', ['devices', 'alerts']],
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
  const t = useTexts(layoutTexts);
  return (
    <>
      <Typography
        variant="caption"
        color="text.secondary"
        sx={{ px: 2, pt: 1.5, pb: 0.5, fontWeight: 700, visibility: open ? 'visible' : 'hidden' }}
      >
        {title}
      </Typography>
      {places.map((place) => {
        const Icon = icons[place];
        const icon = place === 'alerts' ? <AlertCount icon={Icon} /> : <Icon />;
        return <Menu.Item key={place} to={`/${place}`} primaryText={t(place)} leftIcon={icon} />;
      })}
    </>
  );
}

/** How many alerts nobody looks after yet, on the bell. */
function AlertCount({ icon: Icon }: { icon: ComponentType }) {
  const open = useOpenAlerts();
  return (
    <Badge badgeContent={open.length} color="error" max={99}>
      <Icon />
    </Badge>
  );
}
