import { useTexts } from '@sunbeon/ui';
import Download from '@mui/icons-material/DownloadOutlined';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { auditFilter, type AuditFilter, type AuditRow } from '../../data/sources/audit.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { useDownload } from '../../parts/use-download.ts';
import { auditTexts } from './audit-texts.ts';

/** The rows of the present search as a file, with a reason. */
export function AuditExport() {
  const t = useTexts(auditTexts);
  const { filterValues } = useListContext<AuditRow>();
  const { download, busy } = useDownload();
  const [asked, setAsked] = useState(false);
  const go = async (reason: string) => {
    const body = { ...auditFilter(filterValues as AuditFilter), reason };
    if (await download((fetch) => fetch('auditExport', { body, timeoutMs: 600_000 }), t('export_done')))
      setAsked(false);
  };
  return (
    <>
      <Button startIcon={<Download />} onClick={() => setAsked(true)} data-testid="audit-export">
        {t('export')}
      </Button>
      {asked && (
        <AskDialog
          title={t('export_title')}
          says={t('export_says')}
          go={t('export')}
          reason
          busy={busy}
          onGo={({ reason }) => void go(reason)}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
