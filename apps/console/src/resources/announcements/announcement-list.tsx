import { useTexts } from '@sunbeon/ui';
import { Button, Stack } from '@mui/material';
import { CreateButton, DataTable, EditButton } from 'react-admin';
import type { AnnouncementRow } from '../../data/sources/announcements.ts';
import { useOfficeName } from '../../parts/office-name.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { useAct } from '../../parts/use-act.ts';
import { Moment } from '../../parts/when.tsx';
import { announcementTexts } from './announcement-texts.ts';

const tones: Readonly<Record<AnnouncementRow['state'], Tone>> = { planned: 'note', shown: 'good', ended: 'off' };
const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;
const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

/** Announcements, the newest first; each begins and ends from here. */
export function AnnouncementList() {
  const t = useTexts(announcementTexts);
  return (
    <RecordList
      help={t('help')}
      empty={t('empty')}
      action={<CreateButton label={t('create')} variant="contained" />}
      sort={{ field: 'startsAt', order: 'DESC' }}
      everyMs={15_000}
    >
      <AnnouncementTable />
    </RecordList>
  );
}

function AnnouncementTable() {
  const t = useTexts(announcementTexts);
  const officeName = useOfficeName();
  const Col = DataTable.Col<AnnouncementRow>;
  return (
    <DataTable<AnnouncementRow> rowClick={false} bulkActionButtons={false}>
      <Col source="text.ko" label={t('text')} sx={{ minWidth: 200, wordBreak: 'keep-all' }} />
      <Col
        source="state"
        label={t('state')}
        render={({ state }) => <StateChip tone={tones[state]} label={t(`state_${state}`)} />}
      />
      <Col
        source="level"
        label={t('level')}
        render={({ level }) => t(`level_${level}`)}
        sx={{ ...fromTablet, whiteSpace: 'nowrap' }}
      />
      <Col
        source="office"
        label={t('office')}
        render={({ office }) => (office === null ? t('everywhere') : officeName(office))}
        sx={fromTablet}
      />
      <Col
        label={t('places')}
        disableSort
        render={({ places }) => places.map((place) => t(`place_${place}`)).join(', ')}
        sx={fromDesktop}
      />
      <Col source="startsAt" label={t('starts')} render={({ startsAt }) => <Moment at={startsAt} />} sx={fromDesktop} />
      <Col
        source="endsAt"
        label={t('ends')}
        render={({ endsAt }) => (endsAt === null ? '–' : <Moment at={endsAt} />)}
        sx={fromDesktop}
      />
      <Col label={t('actions')} disableSort render={(row) => <Actions row={row} />} />
    </DataTable>
  );
}

function Actions({ row: { id, state } }: { row: AnnouncementRow }) {
  const t = useTexts(announcementTexts);
  const { act, busy } = useAct();
  const params = { id };
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {state !== 'shown' && (
        <Button
          size="small"
          variant="contained"
          disabled={busy}
          onClick={() => void act((call) => call('announcementStart', { params, body: {} }), t('started'))}
        >
          {t('start_now')}
        </Button>
      )}
      {state !== 'ended' && (
        <Button
          size="small"
          variant="outlined"
          disabled={busy}
          onClick={() => void act((call) => call('announcementEnd', { params, body: {} }), t('ended'))}
        >
          {t('end_now')}
        </Button>
      )}
      <EditButton />
    </Stack>
  );
}
