import { useTexts } from '@sunbeon/ui';
import { DataTable, EditButton } from 'react-admin';
import type { NotificationTextRow } from '../../data/sources/notification-texts.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { Moment } from '../../parts/when.tsx';
import { notificationTextTexts } from './notification-text-texts.ts';

const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;
const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;

/** One row for each letter and notice; letters, which are sent, first. */
export function NotificationTextList() {
  const t = useTexts(notificationTextTexts);
  return (
    <RecordList help={t('help')} empty={t('empty')} sort={{ field: 'audience', order: 'DESC' }} everyMs={60_000} whole>
      <TextTable />
    </RecordList>
  );
}

function TextTable() {
  const t = useTexts(notificationTextTexts);
  const Col = DataTable.Col<NotificationTextRow>;
  return (
    <DataTable<NotificationTextRow> rowClick="edit" bulkActionButtons={false}>
      <Col
        label={t('name')}
        disableSort
        render={({ id }) => t(`kind_${id}`)}
        sx={{ minWidth: 140, wordBreak: 'keep-all' }}
      />
      <Col
        source="audience"
        label={t('audience')}
        render={({ audience }) => t(`audience_${audience}`)}
        sx={fromTablet}
      />
      <Col
        source="sent"
        label={t('sending')}
        render={({ sent }) => <StateChip tone={sent ? 'good' : 'off'} label={t(sent ? 'sent' : 'not_sent')} />}
      />
      <Col
        source="state"
        label={t('words')}
        render={({ state }) => <StateChip tone={state === 'own' ? 'note' : 'off'} label={t(`words_${state}`)} />}
      />
      <Col
        source="changedAt"
        label={t('changed')}
        render={({ changedAt }) => <Moment at={changedAt} />}
        sx={fromDesktop}
      />
      <Col label={t('actions')} disableSort render={() => <EditButton />} />
    </DataTable>
  );
}
