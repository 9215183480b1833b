import type { CallOutput } from '@sunbeon/client';
import { useTexts } from '@sunbeon/ui';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { DataTable } from 'react-admin';
import { AskDialog, type Answers } from '../../parts/ask-dialog.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { useAct } from '../../parts/use-act.ts';
import { Moment } from '../../parts/when.tsx';
import { CertificateDialog } from './certificate-dialog.tsx';
import { erasureTexts } from './erasure-texts.ts';

type ErasureRow = CallOutput<'erasureList'>[number];

const tones: Readonly<Record<ErasureRow['state'], Tone>> = {
  planned: 'warning',
  confirmed: 'bad',
  erasing: 'bad',
  erased: 'good',
  cancelled: 'off',
};
const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;
const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

export function ErasureList() {
  const t = useTexts(erasureTexts);
  return (
    <RecordList help={t('help')} empty={t('empty')}>
      <ErasureTable />
    </RecordList>
  );
}

function ErasureTable() {
  const t = useTexts(erasureTexts);
  const Col = DataTable.Col<ErasureRow>;
  return (
    <DataTable<ErasureRow> rowClick={false} bulkActionButtons={false}>
      <Col
        source="tenant.name"
        label={t('tenant')}
        sx={{ minWidth: 96 }}
        render={({ tenant }) => `${tenant.name} (/${tenant.slug})`}
      />
      <Col
        source="state"
        label={t('state')}
        render={({ state }) => <StateChip tone={tones[state]} label={t(`state_${state}`)} />}
      />
      <Col source="askedAt" label={t('asked')} render={({ askedAt }) => <Moment at={askedAt} />} sx={fromTablet} />
      <Col source="askedBy" label={t('by')} sx={fromDesktop} />
      <Col source="reason" label={t('reason')} disableSort sx={fromDesktop} />
      <Col source="dueAt" label={t('due')} render={({ dueAt }) => <Moment at={dueAt} />} />
      <Col
        source="finishedAt"
        label={t('finished')}
        sx={fromTablet}
        render={({ finishedAt }) => (finishedAt ? <Moment at={finishedAt} /> : '–')}
      />
      <Col label={t('actions')} disableSort render={(row) => <Actions row={row} />} />
    </DataTable>
  );
}

function Actions({ row: { id, state, tenant } }: { row: ErasureRow }) {
  const t = useTexts(erasureTexts);
  const { act, busy } = useAct();
  const [open, setOpen] = useState<'confirm' | 'certificate' | null>(null);
  const params = { id };
  return (
    <Stack direction={{ xs: 'column', lg: 'row' }} spacing={1}>
      {state === 'planned' && (
        <Button size="small" variant="contained" color="error" onClick={() => setOpen('confirm')}>
          {t('confirm')}
        </Button>
      )}
      {(state === 'planned' || state === 'confirmed') && (
        <Button
          size="small"
          disabled={busy}
          onClick={() => void act((call) => call('erasureCancel', { params }), t('cancelled'))}
        >
          {t('cancel')}
        </Button>
      )}
      {state === 'erased' && (
        <Button size="small" variant="outlined" onClick={() => setOpen('certificate')}>
          {t('certificate')}
        </Button>
      )}
      {open === 'confirm' && <ConfirmDialog {...{ id, tenant }} onClose={() => setOpen(null)} />}
      {open === 'certificate' && <CertificateDialog id={id} onClose={() => setOpen(null)} />}
    </Stack>
  );
}

/** The second of two steps: typed letter by letter, and with one's own password. */
function ConfirmDialog({ id, tenant, onClose }: Pick<ErasureRow, 'id' | 'tenant'> & { onClose: () => void }) {
  const t = useTexts(erasureTexts);
  const { act, busy, fault } = useAct({ inDialog: true });
  const confirm = async ({ typed: slug, password }: Answers) => {
    const body = { slug, password };
    if (await act((call) => call('erasureConfirm', { params: { id }, body }), t('confirmed'))) onClose();
  };
  return (
    <AskDialog
      danger
      title={t('confirm_title', { name: tenant.name })}
      says={t('confirm_says')}
      go={t('confirm')}
      typed={{ label: t('confirm_slug', { slug: tenant.slug }), text: tenant.slug }}
      password
      busy={busy}
      fault={fault}
      onGo={(answers) => void confirm(answers)}
      onClose={onClose}
    />
  );
}
