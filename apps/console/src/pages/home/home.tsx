import type { Permission } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Button } from '@mui/material';
import { Title } from 'react-admin';
import { Navigate } from 'react-router-dom';
import { EmptyPlace } from '../../parts/empty-place.tsx';
import { access, mayOpen } from '../../session/access.ts';
import { useMe } from '../../session/session-context.ts';
import { HallsAtAGlance } from '../hall/halls-at-a-glance.tsx';
import { Attention } from './attention.tsx';
import { DeviceCounts } from './device-counts.tsx';
import { FirstRunSteps } from './first-run.tsx';
import { homeTexts } from './home-texts.ts';
import { OwnPlan } from './own-plan.tsx';
import { PendingTenants } from './pending-tenants.tsx';

/** As the server lets them ask. */
const isSetUpBy = (permissions: readonly Permission[]) =>
  (['office.configure', 'device.manage', 'staff.invite', 'staff.manage'] as const).some((one) =>
    permissions.includes(one),
  );

/** First page: every hall as it is now, and what needs attention, by what one may do. */
export function Home() {
  const t = useTexts(homeTexts);
  const permissions = useMe()?.permissions ?? [];
  const may = (place: string) => mayOpen(permissions, place);
  // While its use is suspended, an owner looks after people and data, and reads why.
  const hasPlan = permissions.includes('office.configure') || permissions.includes('staff.manage');
  if (may('region')) return <Navigate to="/region" replace />;
  if (!Object.keys(access).some(may))
    return (
      <EmptyPlace title={t('no_work')} help={t('no_work_help')}>
        <Button variant="contained" href="/counter/">
          {t('to_counter')}
        </Button>
      </EmptyPlace>
    );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '2fr 1fr' },
        alignItems: 'start',
      }}
    >
      <Title title={t('title')} />
      {isSetUpBy(permissions) && (
        <Box sx={{ gridColumn: '1 / -1', minWidth: 0, display: 'grid' }}>
          <FirstRunSteps />
        </Box>
      )}
      {may('hall') && (
        <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>
          <HallsAtAGlance />
        </Box>
      )}
      {may('tenants') && <PendingTenants />}
      {may('alerts') && <Attention />}
      {(may('devices') || hasPlan) && (
        <Box sx={{ display: 'grid', gap: 2 }}>
          {may('devices') && <DeviceCounts />}
          {hasPlan && <OwnPlan />}
        </Box>
      )}
    </Box>
  );
}
