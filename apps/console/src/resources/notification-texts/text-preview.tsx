import type { Language, NotificationPart } from '@sunbeon/contract';
import { bilingualLetter, fillPlaceholders } from '@sunbeon/domain';
import { useTexts } from '@sunbeon/ui';
import { Box, Paper, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { NotificationTextRow } from '../../data/sources/notification-texts.ts';
import { notificationTextTexts } from './notification-text-texts.ts';
import { examplesOf } from './text-rules.ts';

/** What stands in the form, filled as it would be sent. */
function useFilled(row: NotificationTextRow) {
  const form = useWatch<Pick<NotificationTextRow, 'texts'>>();
  return (language: Language, part: NotificationPart): string => {
    const typed = form.texts?.[language]?.[part]?.trim();
    return fillPlaceholders(typed || (row.defaults[language]?.[part] ?? ''), examplesOf(row.placeholders, language));
  };
}

/** A letter as it lies in the mailbox. */
export function LetterPreview({ row }: { row: NotificationTextRow }) {
  const t = useTexts(notificationTextTexts);
  const filled = useFilled(row);
  return (
    <Preview help={t('preview_both')}>
      <Paper variant="outlined" sx={{ p: 2 }} data-testid="preview-letter">
        <Typography sx={{ fontWeight: 700, mb: 1, wordBreak: 'break-word' }}>{filled('ko', 'subject')}</Typography>
        <Words>{bilingualLetter(filled('ko', 'body'), filled('en', 'body'))}</Words>
      </Paper>
    </Preview>
  );
}

/** A notice as a telephone shows it. */
export function NoticePreview({ row, language }: { row: NotificationTextRow; language: Language }) {
  const t = useTexts(notificationTextTexts);
  const filled = useFilled(row);
  return (
    <Preview help={t('preview_help')}>
      {(['sms', 'alimtalk'] as const).map((part) => (
        <Box key={part} sx={{ mb: 2 }}>
          <Typography variant="body2" color="text.secondary">
            {t(`part_${part}`)}
          </Typography>
          <Paper variant="outlined" sx={{ p: 1.5, borderRadius: 3, maxWidth: '20rem' }} data-testid={`preview-${part}`}>
            <Words>{filled(language, part)}</Words>
          </Paper>
        </Box>
      ))}
    </Preview>
  );
}

function Preview({ help, children }: { help: string; children: ReactNode }) {
  const t = useTexts(notificationTextTexts);
  return (
    <Box
      component="section"
      aria-label={t('preview')}
      sx={{ minWidth: 0, position: { md: 'sticky' }, top: { md: 64 } }}
    >
      <Typography variant="h3">{t('preview')}</Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {help}
      </Typography>
      {children}
    </Box>
  );
}

function Words({ children }: { children: string }) {
  return <Typography sx={{ whiteSpace: 'pre-wrap', wordBreak: 'break-word' }}>{children}</Typography>;
}
