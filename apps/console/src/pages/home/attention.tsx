import { useTexts } from '@sunbeon/ui';
import { Button, Typography } from '@mui/material';
import { ListBase, useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { Section } from '../../parts/section.tsx';
import { AlertTable } from '../../resources/alerts/alert-table.tsx';
import { homeTexts } from './home-texts.ts';

/** Alerts that nobody looks after yet. */
export function Attention() {
  const t = useTexts(homeTexts);
  return (
    <Section
      title={t('attention')}
      actions={
        <Button component={Link} to="/alerts">
          {t('all_alerts')}
        </Button>
      }
    >
      <ListBase
        resource="alerts"
        filter={{ state: 'open' }}
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
  const t = useTexts(homeTexts);
  const { total } = useListContext();
  return total === 0 ? <Typography color="text.secondary">{t('nothing')}</Typography> : <AlertTable />;
}
