import { useRememberedTenant, useTexts } from '@sunbeon/ui';
import ManageAccounts from '@mui/icons-material/ManageAccountsOutlined';
import PointOfSale from '@mui/icons-material/DesktopWindowsOutlined';
import { Box, ListItemIcon, ListItemText, MenuItem, Typography } from '@mui/material';
import { AppBar, Logout, TitlePortal, UserMenu } from 'react-admin';
import { useMe } from '../session/session-context.ts';
import { layoutTexts } from './layout-texts.ts';

/** Head of every page: where one is, in whose name, language, light or dark, one's account. */
export function ConsoleBar() {
  const me = useMe();
  useRememberedTenant(me?.tenant.slug ?? null);
  return (
    <AppBar color="inherit" userMenu={<PersonMenu />}>
      <TitlePortal variant="h6" component="h1" />
      <Box sx={{ flex: 1 }} />
      <Typography
        noWrap
        sx={{ maxWidth: { xs: 100, md: 320 }, mr: 1 }}
        color="text.secondary"
        data-testid="tenant-name"
      >
        {me?.tenant.name}
      </Typography>
    </AppBar>
  );
}

function PersonMenu() {
  const t = useTexts(layoutTexts);
  const me = useMe();
  const worksInHall = me?.permissions.includes('hall.view') ?? false;
  return (
    <UserMenu label={me?.name ?? ''}>
      <MenuItem component="a" href="/signup/account">
        <ListItemIcon>
          <ManageAccounts fontSize="small" />
        </ListItemIcon>
        <ListItemText>{t('account')}</ListItemText>
      </MenuItem>
      {worksInHall && (
        <MenuItem component="a" href="/counter/">
          <ListItemIcon>
            <PointOfSale fontSize="small" />
          </ListItemIcon>
          <ListItemText>{t('counter')}</ListItemText>
        </MenuItem>
      )}
      <Logout />
    </UserMenu>
  );
}
