import { useTexts } from '@sunbeon/ui';
import { Button } from '@mui/material';
import { useState } from 'react';
import type { ConsoleData } from '../data/data-provider.ts';
import { problemOf } from '../data/refusal.ts';
import { AskDialog } from './ask-dialog.tsx';
import { partTexts } from './part-texts.ts';
import { useAct } from './use-act.ts';

interface RemoveButtonProps {
  title: string;
  says: string;
  remove: (call: ConsoleData['call']) => Promise<unknown>;
}

/** Deletes something after asking; what still needs it is named. */
export function RemoveButton({ title, says, remove }: RemoveButtonProps) {
  const t = useTexts(partTexts);
  const { act, busy, fault, forget } = useAct({ inDialog: true });
  const [asked, setAsked] = useState(false);
  const [uses, setUses] = useState<readonly string[]>([]);
  const close = () => {
    setAsked(false);
    setUses([]);
    forget();
  };
  const go = async () => {
    const done = await act(async (call) => {
      await remove(call).catch((error: unknown) => {
        setUses(problemOf(error)?.issues.map(({ message }) => message) ?? []);
        throw error;
      });
      return true;
    }, t('removed'));
    if (done) close();
  };
  return (
    <>
      <Button size="small" color="error" onClick={() => setAsked(true)}>
        {t('remove')}
      </Button>
      {asked && (
        <AskDialog
          title={title}
          says={says}
          go={t('remove')}
          danger
          busy={busy}
          fault={fault}
          onGo={() => void go()}
          onClose={close}
        >
          {uses.length > 0 && <strong>{uses.join(', ')}</strong>}
        </AskDialog>
      )}
    </>
  );
}
