import { useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import { ListBase, useListContext } from 'react-admin';
import { Section } from '../../parts/section.tsx';
import { AlertTable } from '../../resources/alerts/alert-table.tsx';
import { hallTexts } from './hall-texts.ts';

/** Silent devices, paper that is out: alerts of an office that nobody looks after yet. */
export function OfficeAttention({ office }: { office: string }) {
  const t = useTexts(hallTexts);
  return (
    <Section title={t('attention')}>
      <ListBase
        resource="alerts"
        filter={{ state: 'open', office }}
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
  const t = useTexts(hallTexts);
  const { total } = useListContext();
  return total === 0 ? <Typography color="text.secondary">{t('nothing')}</Typography> : <AlertTable />;
}
