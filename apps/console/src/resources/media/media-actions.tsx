import { useTexts } from '@sunbeon/ui';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { EditButton } from 'react-admin';
import type { MediaRow } from '../../data/sources/media.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { useAct } from '../../parts/use-act.ts';
import { mediaTexts } from './media-texts.ts';

/** Another name, away and back, gone for good. */
export function MediaActions({ row }: { row: MediaRow }) {
  const t = useTexts(mediaTexts);
  const { act, busy } = useAct();
  const [asked, setAsked] = useState(false);
  const wish = { params: { id: row.id }, body: { version: row.version } };
  const isAway = row.archivedAt !== null;
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      <EditButton />
      <Button
        size="small"
        disabled={busy}
        onClick={() =>
          void (isAway
            ? act((call) => call('mediaRestore', wish), t('restored'))
            : act((call) => call('mediaArchive', wish), t('archived_done')))
        }
      >
        {t(isAway ? 'restore' : 'archive')}
      </Button>
      <Button size="small" color="error" onClick={() => setAsked(true)}>
        {t('remove')}
      </Button>
      {asked && <RemoveDialog row={row} onClose={() => setAsked(false)} />}
    </Stack>
  );
}

/** What is in use is not deleted: the dialog says by what, before anybody tries. */
function RemoveDialog({ row, onClose }: { row: MediaRow; onClose: () => void }) {
  const t = useTexts(mediaTexts);
  const { act, busy, fault } = useAct({ inDialog: true });
  const names = [...new Set(row.uses.map(({ playlist }) => playlist))].join(', ');
  const remove = async () => {
    const wish = { params: { id: row.id }, body: { version: row.version } };
    const done = await act((call) => call('mediaDelete', wish).then(() => true), t('removed'));
    if (done) onClose();
  };
  return (
    <AskDialog
      title={t('remove_title', { name: row.name })}
      says={row.uses.length > 0 ? t('in_use', { names }) : t('remove_says')}
      go={t('remove')}
      danger
      busy={busy || row.uses.length > 0}
      fault={fault}
      onGo={() => void remove()}
      onClose={onClose}
    />
  );
}
