import type { CallOutput } from '@sunbeon/client';
import { useTexts } from '@sunbeon/ui';
import { Button, TextField } from '@mui/material';
import { useState } from 'react';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { useDownload } from '../../parts/use-download.ts';
import { useMe } from '../../session/session-context.ts';
import { exportTexts } from './export-texts.ts';

export type ExportRow = CallOutput<'exportList'>[number];

/** Only who asked may fetch it, with the code of the letter. */
export function FetchExport({ row: { id, state, askedBy } }: { row: ExportRow }) {
  const t = useTexts(exportTexts);
  const me = useMe();
  const [open, setOpen] = useState(false);
  if (state !== 'ready' || askedBy !== me?.id) return '–';
  return (
    <>
      <Button size="small" variant="contained" onClick={() => setOpen(true)}>
        {t('fetch')}
      </Button>
      {open && <FetchDialog id={id} onClose={() => setOpen(false)} />}
    </>
  );
}

/** @param code of the letter, when its link brought somebody here; else it is typed */
export function FetchDialog({ id, code: known, onClose }: { id: string; code?: string; onClose: () => void }) {
  const t = useTexts(exportTexts);
  const { download, busy, fault } = useDownload({ inDialog: true });
  const [typed, setTyped] = useState('');
  const code = known ?? codeIn(typed);
  const go = async () => {
    const fetched = await download(
      (fetch) => fetch('exportDownload', { params: { id }, body: { code }, timeoutMs: 3_600_000 }),
      t('fetched'),
    );
    if (fetched) onClose();
  };
  return (
    <AskDialog
      title={t('fetch_title')}
      says={t(known === undefined ? 'fetch_says' : 'fetch_says_link')}
      go={t('fetch')}
      busy={busy || code === ''}
      fault={fault}
      onGo={() => void go()}
      onClose={onClose}
    >
      {known === undefined && (
        <TextField
          label={t('code')}
          name="code"
          value={typed}
          autoFocus
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </AskDialog>
  );
}

/** The code, also out of the whole address of the letter: people copy what they see. */
export function codeIn(typed: string): string {
  return (/[?&]code=([\w-]+)/.exec(typed)?.[1] ?? typed).trim();
}
