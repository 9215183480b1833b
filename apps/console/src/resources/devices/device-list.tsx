import { useTexts } from '@sunbeon/ui';
import { Stack } from '@mui/material';
import { CreateButton, DataTable, List, SelectInput, TextInput, TopToolbar } from 'react-admin';
import { deviceKinds } from './device-kinds.ts';
import type { DeviceRow } from '../../data/sources/devices.ts';
import { useOfficeChoices, useOfficeName } from '../../parts/office-name.tsx';
import { partTexts } from '../../parts/part-texts.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { Age } from '../../parts/when.tsx';
import { alertTexts } from '../alerts/alert-texts.ts';
import { NoDevices } from './no-devices.tsx';
import { deviceTexts } from './device-texts.ts';
import { clockWords, configWords, printerTones, stateTones } from './device-words.ts';

const states = ['online', 'silent', 'unpaired', 'revoked'] as const;
/** Read anew every so many milliseconds: a device that falls silent shows. */
const every = 15_000;
const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;
const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

export function DeviceList() {
  return (
    <List
      sort={{ field: 'name', order: 'ASC' }}
      perPage={50}
      filters={useFilters()}
      queryOptions={{ refetchInterval: every }}
      empty={<NoDevices />}
      actions={
        <TopToolbar>
          <CreateButton />
        </TopToolbar>
      }
      exporter={false}
    >
      <DeviceTable />
    </List>
  );
}

function DeviceTable() {
  const t = useTexts(deviceTexts);
  const alert = useTexts(alertTexts);
  const officeName = useOfficeName();
  const Col = DataTable.Col<DeviceRow>;
  return (
    <DataTable<DeviceRow> rowClick="show" bulkActionButtons={false}>
      <Col source="name" label={t('name')} sx={{ minWidth: 176 }} />
      <Col source="kind" label={t('kind')} render={({ kind }) => t(`kind_${kind}`)} sx={fromTablet} />
      <Col source="office" label={t('office')} render={({ office }) => officeName(office)} sx={fromTablet} />
      <Col
        source="state"
        label={t('state')}
        render={({ state }) => <StateChip tone={stateTones[state]} label={t(`state_${state}`)} />}
      />
      <Col source="lastHeardAt" label={t('heard')} render={({ lastHeardAt }) => <Age at={lastHeardAt} />} />
      <Col
        source="printer"
        label={t('paper')}
        render={({ printer }) =>
          printer === null || printer === 'none' ? (
            '–'
          ) : (
            <StateChip tone={printerTones[printer]} label={t(`paper_${printer}`)} />
          )
        }
      />
      <Col source="appVersion" label={t('version')} render={({ appVersion }) => appVersion ?? '–'} sx={fromDesktop} />
      <Col
        source="clockOffsetMs"
        label={t('clock')}
        render={({ clockOffsetMs }) => (clockOffsetMs === null ? '–' : clockWords(clockOffsetMs, t))}
        sx={fromDesktop}
      />
      <Col
        source="screen.width"
        label={t('screen')}
        render={({ screen }) => (screen === null ? '–' : `${screen.width}×${screen.height}`)}
        sx={fromDesktop}
      />
      <Col
        source="config.wanted"
        label={t('config')}
        render={({ config }) => configWords(config, t)}
        sx={fromDesktop}
      />
      <Col
        source="alerts"
        label={t('alerts')}
        disableSort
        render={({ alerts }) => (
          <Stack direction="row" spacing={0.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
            {alerts.map((kind) => (
              <StateChip key={kind} tone="bad" label={alert(kind)} />
            ))}
          </Stack>
        )}
      />
    </DataTable>
  );
}

function useFilters() {
  const t = useTexts(deviceTexts);
  const part = useTexts(partTexts);
  const offices = useOfficeChoices();
  const kinds = deviceKinds.map((id) => ({ id, name: t(`kind_${id}`) }));
  const stateChoices = states.map((id) => ({ id, name: t(`state_${id}`) }));
  return [
    <TextInput key="q" source="q" label={part('search')} alwaysOn resettable />,
    <SelectInput key="state" source="state" label={t('state')} choices={stateChoices} alwaysOn />,
    <SelectInput key="kind" source="kind" label={t('kind')} choices={kinds} alwaysOn />,
    ...(offices.length > 1
      ? [<SelectInput key="office" source="office" label={t('office')} choices={offices} alwaysOn />]
      : []),
  ];
}
