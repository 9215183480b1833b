import { useTexts } from '@sunbeon/ui';
import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useRecordContext } from 'react-admin';
import type { AuditRow } from '../../data/sources/audit.ts';
import { Facts } from '../../parts/section.tsx';
import { auditTexts } from './audit-texts.ts';
import { jsonDiff, type Difference } from './json-diff.ts';

const signs = { added: '+', removed: '−', changed: '≠', same: '' } as const;

/** What was before and after, field by field; what changed stands first. */
export function AuditChange() {
  const t = useTexts(auditTexts);
  const row = useRecordContext<AuditRow>();
  if (!row) return null;
  const rows = jsonDiff(row.before, row.after);
  return (
    <Box sx={{ p: 1 }}>
      <Facts
        rows={[
          [t('target'), row.target === null ? '–' : `${row.target.kind} ${row.target.id ?? ''}`],
          [t('address'), row.address ?? '–'],
          [t('hash'), <code key="hash">{row.hash.slice(0, 16)}…</code>],
        ]}
      />
      {rows.length === 0 ? (
        <Typography sx={{ mt: 1 }}>{t('no_change')}</Typography>
      ) : (
        <Table size="small" sx={{ mt: 1, width: 'auto' }} data-testid="audit-change">
          <TableHead>
            <TableRow>
              <TableCell>{t('changes')}</TableCell>
              <TableCell>{t('before')}</TableCell>
              <TableCell>{t('after')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((one) => (
              <Line key={one.path} row={one} />
            ))}
          </TableBody>
        </Table>
      )}
    </Box>
  );
}

function Line({ row: { path, kind, before, after } }: { row: Difference }) {
  const strong = kind === 'same' ? 400 : 700;
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ fontWeight: strong }}>
        {`${signs[kind]} ${path}`.trim()}
      </TableCell>
      <TableCell sx={kind === 'removed' || kind === 'changed' ? { bgcolor: 'error.light' } : undefined}>
        {before ?? ''}
      </TableCell>
      <TableCell sx={kind === 'added' || kind === 'changed' ? { bgcolor: 'success.light' } : undefined}>
        {after ?? ''}
      </TableCell>
    </TableRow>
  );
}
