import type { Language } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Tab, Tabs } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { settingsTexts } from './settings-texts.ts';

const languages = ['ko', 'en', 'zh', 'ja', 'vi'] as const satisfies readonly Language[];

/** Texts in five languages, one tab each; what is empty is shown in Korean. */
export function LanguageTabs({ children }: { children: (language: Language) => ReactNode }) {
  const t = useTexts(settingsTexts);
  const id = useId();
  const [language, setLanguage] = useState<Language>('ko');
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, my: 1 }}>
      <Tabs
        value={language}
        onChange={(_event, next: Language) => setLanguage(next)}
        variant="scrollable"
        aria-label={t('languages')}
      >
        {languages.map((one) => (
          <Tab key={one} value={one} id={`${id}-${one}`} aria-controls={`${id}-panel`} label={t(`language_${one}`)} />
        ))}
      </Tabs>
      <Box
        key={language}
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${language}`}
        sx={{ p: 2, display: 'flex', flexDirection: 'column', '& .MuiFormControl-root': { width: '100%' } }}
      >
        {children(language)}
      </Box>
    </Box>
  );
}
