import { useTexts } from '@sunbeon/ui';
import { Button, Checkbox, FormControlLabel } from '@mui/material';
import { useState } from 'react';
import { AskDialog, type Answers } from '../../parts/ask-dialog.tsx';
import { useAct } from '../../parts/use-act.ts';
import { exportTexts } from './export-texts.ts';

/** Asks for an archive: why, with or without personal data, and once more who asks. */
export function AskForExport() {
  const t = useTexts(exportTexts);
  const { act, busy, fault, forget } = useAct({ inDialog: true });
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
          fault={fault}
          onGo={(answers) => void ask(answers)}
          onClose={() => (setOpen(false), forget())}
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
