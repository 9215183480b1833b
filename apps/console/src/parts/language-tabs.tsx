import type { Language } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Tab, Tabs } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useFormState, type FieldErrors } from 'react-hook-form';
import { settingsTexts } from './settings-texts.ts';

const languages = ['ko', 'en', 'zh', 'ja', 'vi'] as const satisfies readonly Language[];

/** Texts in five languages, one tab each; what is empty is shown in Korean. A tab with a fault says so, also while another is open. */
export function LanguageTabs({ children }: { children: (language: Language) => ReactNode }) {
  const t = useTexts(settingsTexts);
  const id = useId();
  const [open, setOpen] = useState<Language>('ko');
  const { errors } = useFormState();
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, my: 1 }}>
      <Tabs
        value={open}
        onChange={(_event, next: Language) => setOpen(next)}
        variant="scrollable"
        aria-label={t('languages')}
      >
        {languages.map((one) => (
          <Tab
            key={one}
            value={one}
            id={`${id}-${one}`}
            aria-controls={`${id}-panel-${one}`}
            label={hasFault(errors, one) ? t('language_fault', { name: t(`language_${one}`) }) : t(`language_${one}`)}
            sx={hasFault(errors, one) ? { color: 'error.main' } : {}}
          />
        ))}
      </Tabs>
      {languages.map((one) => (
        // All stay in the page: inputs that are away are not checked.
        <Box
          key={one}
          role="tabpanel"
          hidden={one !== open}
          id={`${id}-panel-${one}`}
          aria-labelledby={`${id}-${one}`}
          sx={one === open ? panel : {}}
        >
          {children(one)}
        </Box>
      ))}
    </Box>
  );
}

const panel = { p: 2, display: 'flex', flexDirection: 'column', '& .MuiFormControl-root': { width: '100%' } } as const;

/** A fault of any text of the form in this language. */
const hasFault = (errors: FieldErrors, language: Language): boolean =>
  Object.values(errors).some((error) => error !== undefined && Object.hasOwn(error, language));
