import { useTexts } from '@sunbeon/ui';
import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { useMe } from '../../session/session-context.ts';
import { exportTexts } from './export-texts.ts';
import { FetchDialog, type ExportRow } from './fetch-export.tsx';
import { useLetterLink, type LetterLink } from './letter-link.ts';

/** For who came by the link of a letter: the archive that it is about, or why it cannot be fetched. */
export function LetterNotice() {
  const link = useLetterLink();
  return link && <Notice key={link.id} link={link} />;
}

function Notice({ link }: { link: LetterLink }) {
  const t = useTexts(exportTexts);
  const me = useMe();
  const [open, setOpen] = useState(true);
  const { data } = useGetList<ExportRow>('exports', {
    pagination: { page: 1, perPage: 1_000 },
    sort: { field: 'askedAt', order: 'DESC' },
  });
  if (!data) return null;
  const row = data.find(({ id }) => id === link.id);
  if (row?.state !== 'ready' || row.askedBy !== me?.id)
    return (
      <Alert severity={row?.state === 'taken' ? 'info' : 'warning'} sx={{ mb: 2 }} data-testid="letter-notice">
        {t(reasonOf(row, me?.id))}
      </Alert>
    );
  return (
    <>
      <Alert
        severity="success"
        sx={{ mb: 2 }}
        data-testid="letter-notice"
        action={
          <Button color="inherit" onClick={() => setOpen(true)}>
            {t('fetch')}
          </Button>
        }
      >
        {t('letter_ready')}
      </Alert>
      {open && <FetchDialog id={link.id} code={link.code} onClose={() => setOpen(false)} />}
    </>
  );
}

function reasonOf(row: ExportRow | undefined, me: string | undefined) {
  if (!row) return 'letter_unknown';
  if (row.askedBy !== me) return 'letter_other';
  return row.state === 'taken' ? 'letter_taken' : 'letter_over';
}
