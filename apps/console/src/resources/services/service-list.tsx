import { useTexts } from '@sunbeon/ui';
import { DataTable } from 'react-admin';
import type { ServiceRow } from '../../data/sources/services.ts';
import { ArchivableList } from '../../parts/archivable-list.tsx';
import { useOfficeChoices, useOfficeName } from '../../parts/office-name.tsx';
import { settingsTexts } from '../../parts/settings-texts.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { serviceTexts } from './service-texts.ts';

const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;
const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;

export function ServiceList() {
  return (
    <ArchivableList>
      <ServiceTable />
    </ArchivableList>
  );
}

const range = ({ prefix, from, to }: ServiceRow['numbers']) => `${prefix}${from}–${prefix}${to}`;

function ServiceTable() {
  const t = useTexts(serviceTexts);
  const settings = useTexts(settingsTexts);
  const officeName = useOfficeName();
  const severalOffices = useOfficeChoices().length > 1;
  const Col = DataTable.Col<ServiceRow>;
  return (
    <DataTable<ServiceRow> rowClick="edit" bulkActionButtons={false}>
      <Col source="position" label={t('position')} sx={fromDesktop} />
      <Col source="name.ko" label={t('name')} sx={{ minWidth: 160 }} />
      <Col source="code" label={t('code')} sx={fromDesktop} />
      {severalOffices && (
        <Col source="office" label={t('office')} render={({ office }) => officeName(office)} sx={fromTablet} />
      )}
      <Col source="numbers.from" label={t('numbers')} render={({ numbers }) => range(numbers)} />
      <Col source="targetMinutes" label={t('target')} sx={fromTablet} />
      <Col source="limitMinutes" label={t('limit')} sx={fromDesktop} />
      <Col
        source="counters"
        label={t('counters')}
        disableSort
        render={({ counters, state }) =>
          counters.length === 0 && state === 'used' ? (
            <StateChip tone="warning" label={t('no_counter')} />
          ) : (
            counters.join(', ')
          )
        }
      />
      <Col
        source="atKiosk"
        label={t('kiosk')}
        render={({ atKiosk }) => t(atKiosk ? 'shown' : 'hidden')}
        sx={fromTablet}
      />
      <Col
        source="state"
        label={settings('state')}
        render={({ state }) => <StateChip tone={state === 'used' ? 'good' : 'off'} label={settings(state)} />}
      />
    </DataTable>
  );
}
