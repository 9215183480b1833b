import { useTexts } from '@sunbeon/ui';
import Archive from '@mui/icons-material/ArchiveOutlined';
import Unarchive from '@mui/icons-material/UnarchiveOutlined';
import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { useConsoleData } from '../data/data-provider.ts';
import { problemOf } from '../data/refusal.ts';
import { AskDialog } from './ask-dialog.tsx';
import { settingsTexts } from './settings-texts.ts';
import { useExplain } from './use-explain.ts';

export interface Archivable {
  readonly id: string;
  readonly version: number;
  readonly state: 'used' | 'archived';
}

const uses = ['office', 'service', 'ticket', 'counter', 'lunch', 'screen'] as const;

/** Takes a service or counter out of use, or back. What still needs it is listed, so that one can see to it. */
export function ArchiveButton({
  kind,
  record,
  name,
}: {
  kind: 'service' | 'counter' | 'unmannedKiosk';
  record: Archivable;
  name: string;
}) {
  const t = useTexts(settingsTexts);
  const data = useConsoleData();
  const notify = useNotify();
  const refresh = useRefresh();
  const explain = useExplain();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<{ says: string; by: readonly string[] } | null>(null);
  const isUsed = record.state === 'used';
  const go = async () => {
    setBusy(true);
    try {
      const wish = { params: { id: record.id }, body: { version: record.version } };
      await data.call(isUsed ? `${kind}Archive` : `${kind}Restore`, wish);
      notify(t(isUsed ? 'archive_done' : 'restore_done'), { type: 'success' });
      setAsked(false);
      refresh();
    } catch (error) {
      const by = problemOf(error)?.code === 'in_use' ? (problemOf(error)?.issues ?? []) : [];
      const words = by.flatMap(({ path, message }) => {
        const use = uses.find((one) => one === path);
        return use ? t(`use_${use}`, { name: message }) : [];
      });
      setFault({ says: explain(error), by: words });
      if (!isUsed) notify(explain(error), { type: 'error', autoHideDuration: 8_000 });
    } finally {
      setBusy(false);
    }
  };
  if (!isUsed)
    return (
      <Button startIcon={<Unarchive />} disabled={busy} onClick={() => void go()} data-testid="restore">
        {t('restore')}
      </Button>
    );
  return (
    <>
      <Button startIcon={<Archive />} onClick={() => setAsked(true)} data-testid="archive">
        {t('archive')}
      </Button>
      {asked && (
        <AskDialog
          title={t('archive_title', { name })}
          says={t('archive_says')}
          go={t('archive')}
          busy={busy}
          fault={fault?.says ?? null}
          onGo={() => void go()}
          onClose={() => {
            setAsked(false);
            setFault(null);
          }}
        >
          {fault && fault.by.length > 0 && (
            <Alert severity="info" data-testid="uses">
              {t('uses')}
              <ul>
                {fault.by.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </Alert>
          )}
        </AskDialog>
      )}
    </>
  );
}
