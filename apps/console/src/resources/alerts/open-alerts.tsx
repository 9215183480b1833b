import { useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ListBase, useListContext } from 'react-admin';
import { Section } from '../../parts/section.tsx';
import { AlertTable } from './alert-table.tsx';
import { alertTexts } from './alert-texts.ts';

/** Silent devices, paper that is out: alerts that nobody looks after yet. @param office of one office only */
export function OpenAlerts({ office, actions }: { office?: string; actions?: ReactNode }) {
  const t = useTexts(alertTexts);
  return (
    <Section title={t('attention')} actions={actions}>
      <ListBase
        resource="alerts"
        filter={{ state: 'open', ...(office !== undefined && { office }) }}
        sort={{ field: 'beganAt', order: 'DESC' }}
        perPage={10}
        disableSyncWithLocation
        storeKey={false}
        queryOptions={{ refetchInterval: 30_000 }}
      >
        <Open />
      </ListBase>
    </Section>
  );
}

function Open() {
  const t = useTexts(alertTexts);
  const { total } = useListContext();
  return total === 0 ? <Typography color="text.secondary">{t('nothing')}</Typography> : <AlertTable />;
}
