import { weekGroups, type WeekdayKey } from '@sunbeon/domain';
import { formatWeekday, useLanguage, useTexts } from '@sunbeon/ui';
import { Box, MenuItem, TextField, Typography } from '@mui/material';
import {
  CreateButton,
  DataTable,
  EditButton,
  ExportButton,
  List,
  SelectInput,
  TextInput,
  TopToolbar,
} from 'react-admin';
import type { UnmannedKioskRow } from '../../data/sources/unmanned-kiosks.ts';
import { EmptyPlace } from '../../parts/empty-place.tsx';
import { useOfficeChoices, useOfficeName } from '../../parts/office-name.tsx';
import { partTexts } from '../../parts/part-texts.ts';
import { settingsTexts } from '../../parts/settings-texts.ts';
import { StateChip } from '../../parts/state-chip.tsx';
import { useAct } from '../../parts/use-act.ts';
import { Moment } from '../../parts/when.tsx';
import { unmannedKioskTexts } from './unmanned-kiosk-texts.ts';
import { conditions, tones } from './unmanned-kiosk-values.ts';

const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;
const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

/** The directory of unmanned kiosks; what was archived is shown when it is asked for. */
export function UnmannedKioskList() {
  const t = useTexts(unmannedKioskTexts);
  return (
    <List
      sort={{ field: 'code', order: 'ASC' }}
      perPage={50}
      filters={useFilters()}
      filterDefaultValues={{ state: 'used' }}
      empty={false}
      sx={{ '& .RaList-main': { minWidth: 0 }, '& .RaList-content': { overflowX: 'auto' } }}
      actions={
        <TopToolbar>
          <CreateButton />
          <ExportButton />
        </TopToolbar>
      }
    >
      <Typography color="text.secondary" variant="body2" sx={{ p: 2 }}>
        {t('help')}
      </Typography>
      <Machines />
    </List>
  );
}

function useFilters() {
  const t = useTexts(unmannedKioskTexts);
  const part = useTexts(partTexts);
  const settings = useTexts(settingsTexts);
  const offices = useOfficeChoices();
  const states = (['used', 'archived'] as const).map((id) => ({ id, name: settings(id) }));
  const all = conditions.map((id) => ({ id, name: t(`condition_${id}`) }));
  return [
    <TextInput key="q" source="q" label={part('search')} alwaysOn resettable />,
    <SelectInput key="condition" source="condition" label={t('condition_filter')} choices={all} alwaysOn />,
    <SelectInput key="state" source="state" label={settings('state')} choices={states} alwaysOn />,
    ...(offices.length > 1
      ? [<SelectInput key="office" source="office" label={part('office')} choices={offices} />]
      : []),
  ];
}

function Machines() {
  const t = useTexts(unmannedKioskTexts);
  const officeName = useOfficeName();
  const Col = DataTable.Col<UnmannedKioskRow>;
  const empty = (
    <EmptyPlace title={t('empty')} help={t('help')}>
      <CreateButton label={t('create')} variant="contained" />
    </EmptyPlace>
  );
  return (
    <DataTable<UnmannedKioskRow> rowClick={false} bulkActionButtons={false} empty={empty}>
      <Col source="code" label={t('code')} sx={fromTablet} />
      <Col source="place.ko" label={t('place')} sx={{ minWidth: 160, wordBreak: 'keep-all' }} />
      <Col
        source="office"
        label={t('office')}
        render={({ office }) => (office === null ? t('no_office') : officeName(office))}
        sx={fromDesktop}
      />
      <Col source="kind" label={t('kind')} render={({ kind }) => t(`kind_${kind}`)} sx={fromDesktop} />
      <Col label={t('hours')} disableSort render={(row) => <Hours {...row.hours} />} sx={fromTablet} />
      <Col
        source="certificateKinds"
        label={t('issuing')}
        render={({ certificateKinds: n }) => (n === null ? '–' : t('kinds_of', { n }))}
        sx={fromDesktop}
      />
      <Col source="condition" label={t('condition')} render={(row) => <Condition row={row} />} />
      <Col label={t('actions')} disableSort render={() => <EditButton />} />
    </DataTable>
  );
}

/** "월–금 09:00–18:00" */
function Hours({ allDay, week, onHolidays }: UnmannedKioskRow['hours']) {
  const t = useTexts(unmannedKioskTexts);
  const language = useLanguage();
  // 1 January 2024 was a Monday.
  const day = (key: WeekdayKey) => formatWeekday(Date.UTC(2024, 0, Number(key)), 'UTC', language);
  const lines = weekGroups(week).map(({ runs, spans }) => {
    const days = runs.map(([first, last]) => (first === last ? day(first) : `${day(first)}–${day(last)}`));
    return `${days.join('·')} ${spans.map(({ from, to }) => `${from}–${to}`).join(', ')}`;
  });
  return (
    <Box sx={{ whiteSpace: 'nowrap' }}>
      {(allDay ? [t('all_day')] : lines).map((line) => (
        <div key={line}>{line}</div>
      ))}
      {!onHolidays && <Typography variant="body2">{t('not_on_holidays')}</Typography>}
    </Box>
  );
}

/** What is told in passing: it works again, or it does not. */
function Condition({ row }: { row: UnmannedKioskRow }) {
  const t = useTexts(unmannedKioskTexts);
  const { act, busy } = useAct();
  const { id, version, condition, conditionSince } = row;
  const report = (next: UnmannedKioskRow['condition']) =>
    act((call) => call('unmannedKioskReport', { params: { id }, body: { condition: next, version } }), t('reported'));
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      {row.state === 'archived' ? (
        <StateChip tone={tones[condition]} label={t(`condition_${condition}`)} />
      ) : (
        <TextField
          select
          size="small"
          variant="standard"
          value={condition}
          disabled={busy}
          onChange={({ target }) => void report(target.value as UnmannedKioskRow['condition'])}
          slotProps={{
            htmlInput: { 'aria-label': t('condition_of', { name: row.place.ko }) },
            select: { renderValue: () => <StateChip tone={tones[condition]} label={t(`condition_${condition}`)} /> },
          }}
        >
          {conditions.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`condition_${one}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {condition !== 'working' && (
        <Typography variant="body2" color="text.secondary">
          <Moment at={conditionSince} />
        </Typography>
      )}
    </Box>
  );
}
