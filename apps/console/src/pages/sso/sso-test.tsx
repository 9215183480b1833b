import type { CallOutput } from '@sunbeon/client';
import { useLanguage, useTexts } from '@sunbeon/ui';
import { Alert, Button, Stack } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AskDialog } from '../../parts/ask-dialog.tsx';
import { Section } from '../../parts/section.tsx';
import { useAct } from '../../parts/use-act.ts';
import { ssoTexts } from './sso-texts.ts';

/** Asks the provider with what is stored, and says in one sentence what is wrong; takes the settings away. */
export function SsoTest() {
  const t = useTexts(ssoTexts);
  const language = useLanguage();
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const [result, setResult] = useState<CallOutput<'ssoTest'> | null>(null);
  const [asked, setAsked] = useState(false);
  const test = async () => setResult((await act((call) => call('ssoTest', { timeoutMs: 30_000 }))) ?? null);
  const remove = async () => {
    if (!(await act((call) => call('ssoRemove', {}).then(() => true), t('removed')))) return;
    setAsked(false);
    setResult(null);
    await queries.invalidateQueries({ queryKey: ['sso'] });
  };
  return (
    <Section
      title={t('test')}
      help={t('test_help')}
      actions={
        <Stack direction="row" spacing={1}>
          <Button variant="outlined" disabled={busy} onClick={() => void test()} data-testid="sso-test">
            {t('test')}
          </Button>
          <Button color="error" onClick={() => setAsked(true)}>
            {t('remove')}
          </Button>
        </Stack>
      }
    >
      {result && (
        <Alert severity={result.fault === null ? 'success' : 'error'}>
          {result.message[language === 'ko' ? 'ko' : 'en']}
        </Alert>
      )}
      {asked && (
        <AskDialog
          danger
          title={t('remove_title')}
          says={t('remove_says')}
          go={t('remove')}
          busy={busy}
          onGo={() => void remove()}
          onClose={() => setAsked(false)}
        />
      )}
    </Section>
  );
}
