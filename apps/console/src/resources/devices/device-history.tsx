import { useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import { ListBase, useListContext } from 'react-admin';
import type { AlertRow } from '../../data/sources/alerts.ts';
import { Section } from '../../parts/section.tsx';
import { AlertTable } from '../alerts/alert-table.tsx';
import { deviceTexts } from './device-texts.ts';

/** Alerts of one device within a week. */
export function DeviceHistory({ deviceId }: { deviceId: string }) {
  const t = useTexts(deviceTexts);
  return (
    <Section title={t('history')}>
      <ListBase
        resource="alerts"
        filter={{ deviceId }}
        sort={{ field: 'beganAt', order: 'DESC' }}
        perPage={20}
        disableSyncWithLocation
        storeKey={false}
      >
        <History />
      </ListBase>
    </Section>
  );
}

function History() {
  const t = useTexts(deviceTexts);
  const { total } = useListContext<AlertRow>();
  if (total === 0) return <Typography color="text.secondary">{t('history_none')}</Typography>;
  return <AlertTable ofOneDevice />;
}
