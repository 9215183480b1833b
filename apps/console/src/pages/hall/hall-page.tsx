import type { Hall } from '@sunbeon/contract';
import { useOfficeClock, useTexts, type Received } from '@sunbeon/ui';
import { Box, Button, Skeleton } from '@mui/material';
import { AccessDenied, Title } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useOfficeName } from '../../parts/office-name.tsx';
import { Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { OpenAlerts } from '../../resources/alerts/open-alerts.tsx';
import { mayOpen } from '../../session/access.ts';
import { useMe } from '../../session/session-context.ts';
import { CounterTable } from './counter-table.tsx';
import { summaryOf } from './hall-facts.ts';
import { HallNotice } from './hall-notice.tsx';
import { hallTexts } from './hall-texts.ts';
import { LevelMark } from './level-mark.tsx';
import { HallFigures } from './halls-at-a-glance.tsx';
import { ServiceTable } from './service-table.tsx';
import { useHall } from './use-hall.ts';

/** One office as it is now, and what can be done from here. */
export function HallPage() {
  const { office = '' } = useParams();
  const me = useMe();
  if (!me) return null;
  // Of others the server would say nothing either: the socket is turned away.
  return me.offices.some(({ slug }) => slug === office) ? (
    <OfficeHall key={office} office={office} />
  ) : (
    <AccessDenied />
  );
}

function OfficeHall({ office }: { office: string }) {
  const nameOf = useOfficeName();
  const state = useHall(office);
  const { hall, stale, resting } = state;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', mt: 1 }}>
      <Title title={nameOf(office)} />
      <Box role="status" sx={{ position: 'sticky', top: 56, zIndex: 1 }}>
        <HallNotice {...state} />
      </Box>
      {hall ? (
        <Live office={office} hall={hall} isLive={stale === null} />
      ) : (
        !resting && <Skeleton variant="rounded" height={320} />
      )}
    </Box>
  );
}

function Live({ office, hall, isLive }: { office: string; hall: Received<Hall>; isLive: boolean }) {
  const t = useTexts(hallTexts);
  const nameOf = useOfficeName();
  const permissions = useMe()?.permissions ?? [];
  const now = useOfficeClock({ value: hall.value.clock, receivedAtMs: hall.receivedAtMs });
  const { waiting, open, counters, longest } = summaryOf(hall.value, now);
  return (
    <>
      <Section
        title={nameOf(office)}
        actions={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            {isLive && <StateChip tone="good" label={t('live')} />}
            <LevelMark level={hall.value.board.level} />
            {mayOpen(permissions, 'announcements') && (
              <Button component={Link} to={`/announcements/create?office=${office}`} variant="outlined">
                {t('announce')}
              </Button>
            )}
          </Box>
        }
      >
        <HallFigures {...{ waiting, open, counters, longest }} />
      </Section>
      {mayOpen(permissions, 'alerts') && <OpenAlerts office={office} />}
      <ServiceTable hall={hall.value} nowMs={now} mayStop={permissions.includes('office.configure')} />
      <CounterTable
        hall={hall.value}
        nowMs={now}
        mayAct={permissions.includes('office.configure') && hall.value.authority === 'sunbeon'}
      />
    </>
  );
}
