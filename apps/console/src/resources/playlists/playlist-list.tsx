import { useTexts } from '@sunbeon/ui';
import { Stack } from '@mui/material';
import { CreateButton, DataTable, EditButton } from 'react-admin';
import type { PlaylistRow } from '../../data/sources/playlists.ts';
import { useOfficeName } from '../../parts/office-name.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { RemoveButton } from '../../parts/remove-button.tsx';
import { weekdays } from './playlist-form.tsx';
import { playlistTexts } from './playlist-texts.ts';

const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;

/** Playlists of the person's offices. */
export function PlaylistList() {
  const t = useTexts(playlistTexts);
  return (
    <RecordList
      help={t('help')}
      empty={t('empty')}
      action={<CreateButton label={t('create')} variant="contained" />}
      sort={{ field: 'position', order: 'ASC' }}
      everyMs={30_000}
    >
      <PlaylistTable />
    </RecordList>
  );
}

function PlaylistTable() {
  const t = useTexts(playlistTexts);
  const officeName = useOfficeName();
  const Col = DataTable.Col<PlaylistRow>;
  const daysOf = ({ days }: PlaylistRow) =>
    weekdays
      .filter((day) => days.map(String).includes(day))
      .map((day) => t(`day_${day}`))
      .join('·');
  return (
    <DataTable<PlaylistRow> rowClick={false} bulkActionButtons={false}>
      <Col source="name" label={t('name')} />
      <Col source="office" label={t('office')} render={({ office }) => officeName(office)} />
      <Col label={t('when')} disableSort render={(row) => `${daysOf(row)} ${row.from}–${row.to}`} />
      <Col
        label={t('places')}
        disableSort
        render={({ places }) => places.map((place) => t(`place_${place}`)).join(', ')}
        sx={fromDesktop}
      />
      <Col label={t('count')} disableSort render={({ items }) => items.length} />
      <Col source="position" label={t('position')} sx={fromDesktop} />
      <Col
        label={t('actions')}
        disableSort
        render={(row) => (
          <Stack direction="row" spacing={1}>
            <EditButton />
            <RemoveButton
              title={t('remove_title', { name: row.name })}
              says={t('remove_says')}
              remove={(call) => call('playlistDelete', { params: { id: row.id }, body: { version: row.version } })}
            />
          </Stack>
        )}
      />
    </DataTable>
  );
}
