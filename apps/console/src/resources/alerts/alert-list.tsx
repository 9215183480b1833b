import { useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import { List, SelectInput } from 'react-admin';
import { EmptyPlace } from '../../parts/empty-place.tsx';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { AlertTable } from './alert-table.tsx';
import { alertTexts } from './alert-texts.ts';

/** What is wrong with devices, and what was within a week. */
export function AlertList() {
  const t = useTexts(alertTexts);
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 1 }}>
        {t('help')}
      </Typography>
      <List
        sort={{ field: 'beganAt', order: 'DESC' }}
        perPage={50}
        filters={useFilters()}
        queryOptions={{ refetchInterval: 30_000 }}
        exporter={false}
        empty={<EmptyPlace title={t('none')} help={t('help')} />}
      >
        <AlertTable />
      </List>
    </>
  );
}

function useFilters() {
  const t = useTexts(alertTexts);
  const offices = useOfficeChoices();
  const states = (['open', 'seen', 'over'] as const).map((id) => ({ id, name: t(`state_${id}`) }));
  const kinds = (['offline', 'printer', 'clock'] as const).map((id) => ({ id, name: t(id) }));
  return [
    <SelectInput key="state" source="state" label={t('state')} choices={states} alwaysOn />,
    <SelectInput key="kind" source="kind" label={t('kind')} choices={kinds} alwaysOn />,
    ...(offices.length > 1 ? [<SelectInput key="office" source="office" choices={offices} alwaysOn />] : []),
  ];
}
