import { useTexts } from '@sunbeon/ui';
import { DataTable, EditButton } from 'react-admin';
import type { KioskScreenRow } from '../../data/sources/kiosk-screens.ts';
import { useOfficeName } from '../../parts/office-name.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { kioskScreenTexts } from './kiosk-screen-texts.ts';

/** One for each office. */
export function KioskScreenList() {
  const t = useTexts(kioskScreenTexts);
  return (
    <RecordList help={t('help')} empty={t('empty')} sort={{ field: 'office', order: 'ASC' }} everyMs={30_000}>
      <Table />
    </RecordList>
  );
}

function Table() {
  const t = useTexts(kioskScreenTexts);
  const officeName = useOfficeName();
  const Col = DataTable.Col<KioskScreenRow>;
  return (
    <DataTable<KioskScreenRow> rowClick={false} bulkActionButtons={false}>
      <Col source="office" label={t('office')} render={({ office }) => officeName(office)} />
      <Col
        label={t('cards')}
        disableSort
        render={({ first }) => (first.length === 0 ? t('cards_usual') : String(first.length))}
      />
      <Col label={t('greeting')} disableSort render={({ greeting }) => greeting?.ko ?? '–'} />
      <Col label="" disableSort render={() => <EditButton />} />
    </DataTable>
  );
}
