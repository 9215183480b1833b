import { useTexts } from '@sunbeon/ui';
import { DataTable, useGetList } from 'react-admin';
import type { CounterRow } from '../../data/sources/counters.ts';
import type { ServiceRow } from '../../data/sources/services.ts';
import { ArchivableList } from '../../parts/archivable-list.tsx';
import { useOfficeChoices, useOfficeName } from '../../parts/office-name.tsx';
import { settingsTexts } from '../../parts/settings-texts.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { counterTexts } from './counter-texts.ts';

export function CounterList() {
  return (
    <ArchivableList>
      <CounterTable />
    </ArchivableList>
  );
}

function CounterTable() {
  const t = useTexts(counterTexts);
  const settings = useTexts(settingsTexts);
  const officeName = useOfficeName();
  const severalOffices = useOfficeChoices().length > 1;
  const { data: services } = useGetList<ServiceRow>('services', { pagination: { page: 1, perPage: 1_000 } });
  const nameOf = (office: string, code: string) =>
    services?.find((service) => service.office === office && service.code === code)?.name.ko ?? code;
  const Col = DataTable.Col<CounterRow>;
  return (
    <DataTable<CounterRow> rowClick="edit" bulkActionButtons={false}>
      <Col source="number" label={t('number')} />
      <Col source="name.ko" label={t('name')} sx={{ minWidth: 120 }} />
      {severalOffices && <Col source="office" label={t('office')} render={({ office }) => officeName(office)} />}
      <Col
        source="services"
        label={t('services')}
        disableSort
        render={({ services: codes, office }) =>
          codes.length === 0 ? (
            <StateChip tone="warning" label={t('none')} />
          ) : (
            codes.map((code) => nameOf(office, code)).join(' → ')
          )
        }
      />
      <Col
        source="state"
        label={settings('state')}
        render={({ state }) => <StateChip tone={state === 'used' ? 'good' : 'off'} label={settings(state)} />}
      />
    </DataTable>
  );
}
