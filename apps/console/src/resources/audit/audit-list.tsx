import { useTexts } from '@sunbeon/ui';
import { Box, Typography } from '@mui/material';
import { DataTable, List, Pagination, TopToolbar } from 'react-admin';
import type { AuditRow } from '../../data/sources/audit.ts';
import { Moment } from '../../parts/when.tsx';
import { actionTexts } from './action-texts.ts';
import { AuditChange } from './audit-change.tsx';
import { AuditChain } from './audit-chain.tsx';
import { AuditExport } from './audit-export.tsx';
import { useAuditFilters } from './audit-filters.tsx';
import { auditTexts } from './audit-texts.ts';

const fromTablet = { display: { xs: 'none', md: 'table-cell' } } as const;

/** The audit, newest first; a row opens to what was before and after. */
export function AuditList() {
  const t = useTexts(auditTexts);
  return (
    <>
      <AuditChain />
      <Typography color="text.secondary" sx={{ mt: 1 }}>
        {t('kept_note')}
      </Typography>
      <List
        perPage={50}
        filters={useAuditFilters()}
        pagination={<Pagination rowsPerPageOptions={[25, 50, 100, 200]} />}
        actions={
          <TopToolbar>
            <AuditExport />
          </TopToolbar>
        }
        exporter={false}
        empty={false}
      >
        <AuditTable />
      </List>
    </>
  );
}

function AuditTable() {
  const t = useTexts(auditTexts);
  const Col = DataTable.Col<AuditRow>;
  return (
    <DataTable<AuditRow> rowClick="expand" expand={<AuditChange />} bulkActionButtons={false} size="small">
      <Col label={t('number')} disableSort source="seq" sx={fromTablet} />
      <Col label={t('at')} disableSort render={({ at }) => <Moment at={at} />} />
      <Col label={t('who')} disableSort render={({ actor }) => <Who actor={actor} />} />
      <Col label={t('what')} disableSort render={({ action }) => <Deed action={action} />} />
      <Col label={t('target')} disableSort render={({ target }) => target?.kind ?? '–'} sx={fromTablet} />
      <Col label={t('whose')} disableSort render={({ subject }) => subject ?? '–'} sx={fromTablet} />
      <Col label={t('address')} disableSort render={({ address }) => address ?? '–'} sx={fromTablet} />
      <Col label={t('reason')} disableSort render={({ reason }) => reason ?? '–'} />
    </DataTable>
  );
}

/** The deed in words; its code where there are none for it. */
function Deed({ action }: { action: string }) {
  const t = useTexts(actionTexts);
  if (!Object.hasOwn(actionTexts, action)) return <code>{action}</code>;
  return <span title={action}>{t(action as keyof typeof actionTexts)}</span>;
}

function Who({ actor }: { actor: AuditRow['actor'] }) {
  const t = useTexts(auditTexts);
  return (
    <Box component="span">
      {actor.name ?? t(`actor_${actor.kind}`)}
      {actor.name !== null && (
        <Typography component="span" variant="body2" color="text.secondary">
          {` ${t(`actor_${actor.kind}`)}`}
        </Typography>
      )}
    </Box>
  );
}
