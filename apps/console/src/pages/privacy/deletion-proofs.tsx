import { useTexts } from '@sunbeon/ui';
import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useConsoleData } from '../../data/data-provider.ts';
import { Section } from '../../parts/section.tsx';
import { Moment } from '../../parts/when.tsx';
import { privacyTexts } from './privacy-texts.ts';

const heads = ['proof_at', 'proof_what', 'proof_why', 'proof_day', 'proof_deleted', 'proof_left'] as const;

/** What was deleted, and that nothing was left. */
export function DeletionProofs() {
  const t = useTexts(privacyTexts);
  const data = useConsoleData();
  const { data: proofs = [] } = useQuery({
    queryKey: ['deletionProofs'],
    queryFn: ({ signal }) => data.call('deletionProofs', { signal }),
  });
  return (
    <Section title={t('proofs')} help={t('proofs_help')}>
      {proofs.length === 0 ? (
        <Typography color="text.secondary">{t('proofs_none')}</Typography>
      ) : (
        <Box sx={{ overflow: 'auto', maxHeight: 480 }} tabIndex={0} role="region" aria-label={t('proofs')}>
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                {heads.map((head) => (
                  <TableCell key={head}>{t(head)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {proofs.map(({ id, at, what, reason, businessOn, deleted, remaining }) => (
                <TableRow key={id}>
                  <TableCell>
                    <Moment at={at} />
                  </TableCell>
                  <TableCell>{t(`what_${what}`)}</TableCell>
                  <TableCell>{t(`reason_${reason}`)}</TableCell>
                  <TableCell>{businessOn ?? '–'}</TableCell>
                  <TableCell>{deleted.toLocaleString()}</TableCell>
                  <TableCell>{remaining}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Section>
  );
}
