import type { Language } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Alert, Box, Typography } from '@mui/material';
import { SaveButton, SimpleForm, Toolbar, useRecordContext } from 'react-admin';
import type { NotificationTextRow } from '../../data/sources/notification-texts.ts';
import { LanguageTabs } from '../../parts/language-tabs.tsx';
import { VersionedEdit } from '../../parts/versioned-edit.tsx';
import { useMe } from '../../session/session-context.ts';
import { notificationTextTexts } from './notification-text-texts.ts';
import { ResetButton } from './reset-button.tsx';
import { TextFields } from './text-fields.tsx';
import { LetterPreview, NoticePreview } from './text-preview.tsx';

/** A letter or notice in the institution's own words, beside what its reader sees. */
export function NotificationTextEdit() {
  const t = useTexts(notificationTextTexts);
  return (
    <VersionedEdit labels={{ texts: t('words') }}>
      <SimpleForm noValidate toolbar={<SaveOrReset />}>
        <Head />
        <Body />
      </SimpleForm>
    </VersionedEdit>
  );
}

/** Letters open accounts: who looks after accounts writes them. */
function useMayWrite(): boolean {
  const row = useRecordContext<NotificationTextRow>();
  const permissions = useMe()?.permissions ?? [];
  return row?.audience === 'residents' || permissions.includes('staff.manage');
}

function Head() {
  const t = useTexts(notificationTextTexts);
  const row = useRecordContext<NotificationTextRow>();
  const mayWrite = useMayWrite();
  if (!row) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1, width: '100%' }}>
      <Typography variant="h2">{t(`kind_${row.id}`)}</Typography>
      <Typography color="text.secondary">{t(`audience_${row.audience}`)}</Typography>
      {!row.sent && <Alert severity="info">{t('not_sent_says')}</Alert>}
      {!mayWrite && <Alert severity="info">{t('owner_only')}</Alert>}
    </Box>
  );
}

function Body() {
  const row = useRecordContext<NotificationTextRow>();
  if (!row) return null;
  return row.audience === 'staff' ? <Letter row={row} /> : <Notice row={row} />;
}

function Letter({ row }: { row: NotificationTextRow }) {
  return (
    <Box sx={beside}>
      <Box sx={{ minWidth: 0 }}>
        <TextFields row={row} language="ko" named />
        <TextFields row={row} language="en" named />
      </Box>
      <LetterPreview row={row} />
    </Box>
  );
}

function Notice({ row }: { row: NotificationTextRow }) {
  return (
    <Box sx={{ width: '100%' }}>
      <LanguageTabs>
        {(language: Language) => (
          <Box sx={beside}>
            <TextFields row={row} language={language} />
            <NoticePreview row={row} language={language} />
          </Box>
        )}
      </LanguageTabs>
    </Box>
  );
}

const beside = {
  display: 'grid',
  gap: 3,
  width: '100%',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
  alignItems: 'start',
} as const;

function SaveOrReset() {
  const row = useRecordContext<NotificationTextRow>();
  const mayWrite = useMayWrite();
  if (!row || !mayWrite) return null;
  return (
    <Toolbar>
      <SaveButton />
      <Box sx={{ ml: 'auto' }}>{row.state === 'own' && <ResetButton row={row} />}</Box>
    </Toolbar>
  );
}
