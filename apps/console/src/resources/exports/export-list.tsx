import { useTexts } from '@sunbeon/ui';
import { DataTable } from 'react-admin';
import { byteWords } from '../../parts/instants.ts';
import { partTexts } from '../../parts/part-texts.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { Moment } from '../../parts/when.tsx';
import { AskForExport } from './ask-for-export.tsx';
import { exportTexts } from './export-texts.ts';
import { FetchExport, type ExportRow } from './fetch-export.tsx';
import { LetterNotice } from './letter-notice.tsx';

const tones: Readonly<Record<ExportRow['state'], Tone>> = {
  asked: 'note',
  ready: 'good',
  taken: 'off',
  expired: 'warning',
  failed: 'bad',
};
const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

export function ExportList() {
  const t = useTexts(exportTexts);
  return (
    <>
      <LetterNotice />
      <RecordList help={t('help')} empty={t('empty')} action={<AskForExport />}>
        <ExportTable />
      </RecordList>
    </>
  );
}

function ExportTable() {
  const t = useTexts(exportTexts);
  const part = useTexts(partTexts);
  const Col = DataTable.Col<ExportRow>;
  return (
    <DataTable<ExportRow> rowClick={false} bulkActionButtons={false}>
      <Col source="askedAt" label={t('asked')} render={({ askedAt }) => <Moment at={askedAt} />} />
      <Col
        source="state"
        label={t('state')}
        render={({ state }) => <StateChip tone={tones[state]} label={t(`state_${state}`)} />}
      />
      <Col source="reason" label={t('reason')} disableSort />
      <Col
        label={t('with_personal')}
        disableSort
        render={({ personal }) => part(personal ? 'yes' : 'no')}
        sx={fromTablet}
      />
      <Col
        source="bytes"
        label={t('size')}
        render={({ bytes }) => (bytes === null ? '–' : byteWords(bytes))}
        sx={fromTablet}
      />
      <Col source="rows" label={t('rows')} render={({ rows }) => rows?.toLocaleString() ?? '–'} sx={fromTablet} />
      <Col
        source="expiresAt"
        label={t('until')}
        render={({ expiresAt }) => <Moment at={expiresAt} />}
        sx={fromTablet}
      />
      <Col label={t('fetch')} disableSort render={(row) => <FetchExport row={row} />} />
    </DataTable>
  );
}
