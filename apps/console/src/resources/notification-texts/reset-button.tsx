import { useTexts } from '@sunbeon/ui';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useRedirect } from 'react-admin';
import type { NotificationTextRow } from '../../data/sources/notification-texts.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { useAct } from '../../parts/use-act.ts';
import { notificationTextTexts } from './notification-text-texts.ts';

/** Back to the words it had at first, once somebody has said so twice. */
export function ResetButton({ row: { id, version } }: { row: NotificationTextRow }) {
  const t = useTexts(notificationTextTexts);
  const { act, busy, fault, forget } = useAct({ inDialog: true });
  const redirect = useRedirect();
  const [asked, setAsked] = useState(false);
  const reset = async () => {
    const wish = { params: { id }, body: { version } };
    const done = await act((call) => call('notificationTextReset', wish), t('reset_done'));
    if (done) redirect('list', 'notification-texts');
  };
  return (
    <>
      <Button onClick={() => (forget(), setAsked(true))} data-testid="reset">
        {t('reset')}
      </Button>
      {asked && (
        <AskDialog
          title={t('reset_title', { name: t(`kind_${id}`) })}
          says={t('reset_says')}
          go={t('reset')}
          busy={busy}
          fault={fault}
          onGo={() => void reset()}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
