import type { CallOutput } from '@sunbeon/client';
import { useTexts } from '@sunbeon/ui';
import { Button, Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { DataTable, List, TopToolbar } from 'react-admin';
import { AskDialog, type Answers } from '../../parts/ask-dialog.tsx';
import { EmptyPlace } from '../../parts/empty-place.tsx';
import { byteWords } from '../../parts/instants.ts';
import { partTexts } from '../../parts/part-texts.ts';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useDownload } from '../../parts/use-download.ts';
import { Moment } from '../../parts/when.tsx';
import { useMe } from '../../session/session-context.ts';
import { exportTexts } from './export-texts.ts';

type ExportRow = CallOutput<'exportList'>[number];

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
      <Typography color="text.secondary">{t('help')}</Typography>
      <List
        sort={{ field: 'askedAt', order: 'DESC' }}
        queryOptions={{ refetchInterval: 10_000 }}
        exporter={false}
        actions={
          <TopToolbar>
            <AskForExport />
          </TopToolbar>
        }
        empty={
          <EmptyPlace title={t('empty')} help={t('help')}>
            <AskForExport />
          </EmptyPlace>
        }
      >
        <ExportTable />
      </List>
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
      <Col source="bytes" label={t('size')} render={({ bytes }) => (bytes === null ? '–' : byteWords(bytes))} />
      <Col source="rows" label={t('rows')} render={({ rows }) => rows?.toLocaleString() ?? '–'} sx={fromTablet} />
      <Col
        source="expiresAt"
        label={t('until')}
        render={({ expiresAt }) => <Moment at={expiresAt} />}
        sx={fromTablet}
      />
      <Col label={t('fetch')} disableSort render={(row) => <Fetch row={row} />} />
    </DataTable>
  );
}

function AskForExport() {
  const t = useTexts(exportTexts);
  const { act, busy } = useAct();
  const [open, setOpen] = useState(false);
  const [personal, setPersonal] = useState(false);
  const ask = async ({ reason, password }: Answers) => {
    if (await act((call) => call('exportAsk', { body: { reason, password, personal } }), t('asked_done')))
      setOpen(false);
  };
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {t('ask')}
      </Button>
      {open && (
        <AskDialog
          title={t('ask_title')}
          says={t('ask_says')}
          go={t('ask')}
          reason
          password
          busy={busy}
          onGo={(answers) => void ask(answers)}
          onClose={() => setOpen(false)}
        >
          <FormControlLabel
            control={<Checkbox checked={personal} onChange={(event) => setPersonal(event.target.checked)} />}
            label={t('personal')}
          />
        </AskDialog>
      )}
    </>
  );
}

/** Only who asked may fetch it, with the code of the letter. */
function Fetch({ row: { id, state, askedBy } }: { row: ExportRow }) {
  const t = useTexts(exportTexts);
  const me = useMe();
  const { download, busy } = useDownload();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState('');
  if (state !== 'ready' || askedBy !== me?.id) return '–';
  const body = { code: code.trim() };
  const go = async () => {
    const fetched = await download(
      (fetch) => fetch('exportDownload', { params: { id }, body, timeoutMs: 3_600_000 }),
      t('fetched'),
    );
    if (fetched) setOpen(false);
  };
  return (
    <>
      <Button size="small" variant="contained" onClick={() => setOpen(true)}>
        {t('fetch')}
      </Button>
      {open && (
        <AskDialog
          title={t('fetch_title')}
          says={t('fetch_says')}
          go={t('fetch')}
          busy={busy || body.code === ''}
          onGo={() => void go()}
          onClose={() => setOpen(false)}
        >
          <TextField label={t('code')} value={code} autoFocus onChange={(event) => setCode(event.target.value)} />
        </AskDialog>
      )}
    </>
  );
}
