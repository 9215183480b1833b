import { useLanguage, useTexts } from '@sunbeon/ui';
import { Button, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useConsoleData } from '../../data/data-provider.ts';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { instantWords } from '../../parts/instants.ts';
import { Section } from '../../parts/section.tsx';
import { useAct } from '../../parts/use-act.ts';
import { privacyTexts } from './privacy-texts.ts';

/** The key under which the tenant's personal data is sealed, and its exchange. */
export function KeyRotation() {
  const t = useTexts(privacyTexts);
  const language = useLanguage();
  const data = useConsoleData();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const [asked, setAsked] = useState(false);
  const { data: settings } = useQuery({
    queryKey: ['privacy'],
    queryFn: ({ signal }) => data.call('privacySettings', { signal }),
  });
  const key = settings?.key ?? null;
  const rotate = async () => {
    const done = await act(
      (call) => call('keyRotate', { timeoutMs: 120_000 }),
      ({ version, resealed }) => t('rotated', { version, n: resealed }),
    );
    if (!done) return;
    setAsked(false);
    await queries.invalidateQueries({ queryKey: ['privacy'] });
  };
  return (
    <Section
      title={t('key')}
      help={t('key_help')}
      actions={
        <Button variant="outlined" onClick={() => setAsked(true)}>
          {t('rotate')}
        </Button>
      }
    >
      <Typography>
        {key === null
          ? t('key_none')
          : t('key_now', { version: key.version, since: instantWords(key.since, language) })}
      </Typography>
      {asked && (
        <AskDialog
          title={t('rotate')}
          says={t('rotate_says')}
          go={t('rotate')}
          busy={busy}
          onGo={() => void rotate()}
          onClose={() => setAsked(false)}
        />
      )}
    </Section>
  );
}
