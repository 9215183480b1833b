import { useTexts } from '@sunbeon/ui';
import { Stack } from '@mui/material';
import { CreateButton, DataTable, EditButton } from 'react-admin';
import type { LayoutRow } from '../../data/sources/layouts.ts';
import { useOfficeName } from '../../parts/office-name.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { RemoveButton } from '../../parts/remove-button.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { layoutPageTexts } from './screen-layout-texts.ts';

const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

/** Layouts of the person's offices. */
export function LayoutList() {
  const t = useTexts(layoutPageTexts);
  return (
    <RecordList
      help={t('help')}
      empty={t('empty')}
      action={<CreateButton label={t('create')} variant="contained" />}
      sort={{ field: 'name', order: 'ASC' }}
      everyMs={30_000}
    >
      <LayoutTable />
    </RecordList>
  );
}

function LayoutTable() {
  const t = useTexts(layoutPageTexts);
  const officeName = useOfficeName();
  const Col = DataTable.Col<LayoutRow>;
  return (
    <DataTable<LayoutRow> rowClick={false} bulkActionButtons={false}>
      <Col source="name" label={t('name')} />
      <Col source="office" label={t('office')} render={({ office }) => officeName(office)} />
      <Col source="screen" label={t('screen')} render={({ screen }) => t(`screen_${screen}`)} />
      <Col
        source="orientation"
        label={t('orientation')}
        render={({ orientation }) => t(`orientation_${orientation}`)}
        sx={fromTablet}
      />
      <Col
        source="isDefault"
        label={t('is_default')}
        render={({ isDefault }) => isDefault && <StateChip tone="good" label={t('is_default')} />}
        sx={fromTablet}
      />
      <Col
        label={t('actions')}
        disableSort
        render={(row) => (
          <Stack direction="row" spacing={1}>
            <EditButton />
            <RemoveButton
              title={t('remove_title', { name: row.name })}
              says={t('remove_says')}
              remove={(call) => call('layoutDelete', { params: { id: row.id }, body: { version: row.version } })}
            />
          </Stack>
        )}
      />
    </DataTable>
  );
}
