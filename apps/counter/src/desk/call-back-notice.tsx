import type { Client } from '@sunbeon/client';
import type { HallCounter } from '@sunbeon/contract';
import { Button, useTexts } from '@sunbeon/ui';
import { useState } from 'react';
import { texts } from '../texts/texts.ts';

interface CallBackNoticeProps {
  client: Client;
  counter: HallCounter;
  staffId: string;
}

/** A supervisor asks the person at this counter to come back from the break; that it was read is told back. */
export function CallBackNotice({ client, counter, staffId }: CallBackNoticeProps) {
  const t = useTexts(texts);
  const [busy, setBusy] = useState(false);
  const { callBack } = counter;
  if (callBack === null || counter.staff?.id !== staffId) return null;
  // Should it fail the notice stays, and so does the button: the hall says when it was seen.
  const seen = () => {
    setBusy(true);
    client
      .call('callBackSeen', { params: { id: counter.id } })
      .catch(() => undefined)
      .finally(() => setBusy(false));
  };
  return (
    <div className="call-back" role="alert" data-testid="call-back">
      <p className="call-back__title">{t('call_back', { name: callBack.by })}</p>
      {callBack.seenAt === null ? (
        <Button kind="secondary" disabled={busy} onClick={seen} data-testid="call-back-seen">
          {t('call_back_seen')}
        </Button>
      ) : (
        <p>{t('call_back_told')}</p>
      )}
    </div>
  );
}
