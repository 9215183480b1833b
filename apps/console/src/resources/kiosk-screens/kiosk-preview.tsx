import type { DeviceConfig, KioskScreen, Language, LocalText } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useRecordContext } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { KioskScreenRow } from '../../data/sources/kiosk-screens.ts';
import { filledText } from '../../data/wishes.ts';
import { ScreenFrame } from '../../parts/screen-frame.tsx';
import { usePreviewConfig } from '../../parts/use-preview-config.ts';
import { ViewChoice } from '../../parts/view-choice.tsx';
import { kioskLanguages } from './kiosk-languages.ts';
import { kioskScreenTexts } from './kiosk-screen-texts.ts';

const portrait = { width: 1080, height: 1920 } as const;
const views = ['open', 'closed'] as const;
type View = (typeof views)[number];

/** The kiosk itself in a frame: what stands in the form, and what is on the office's board now. No ticket comes of it. */
export function KioskPreview() {
  const t = useTexts(kioskScreenTexts);
  const office = useRecordContext<KioskScreenRow>()?.office;
  const config = usePreviewConfig(office, 'kiosk');
  const form = useWatch<Partial<KioskScreenRow>>();
  const [language, setLanguage] = useState<Language>('ko');
  const [view, setView] = useState<View>('open');
  const offered = kioskLanguages.filter(({ id }) => !form.languages?.length || form.languages.includes(id));
  const seen = offered.some(({ id }) => id === language) ? language : 'ko';
  const shown = config && { config: withForm(config, form as Partial<KioskScreen>), language: seen, view };
  return (
    <Box sx={{ width: '100%', my: 2 }}>
      <Typography variant="h2">{t('preview')}</Typography>
      <Typography color="text.secondary" variant="body2" sx={{ mb: 2 }}>
        {t('preview_help')}
      </Typography>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mb: 2 }}>
        <ViewChoice
          label={t('preview_view')}
          value={view}
          onChange={(one) => setView(one as View)}
          choices={views.map((id) => ({ id, name: t(`view_${id}`) }))}
        />
        <ViewChoice
          label={t('preview_language')}
          value={seen}
          onChange={(one) => setLanguage(one as Language)}
          choices={offered}
        />
      </Stack>
      <ScreenFrame app="kiosk" shown={shown ?? null} size={portrait} title={t('preview')} testId="kiosk-preview" />
    </Box>
  );
}

function withForm(config: DeviceConfig, form: Partial<KioskScreen>): DeviceConfig {
  const text = (given: LocalText | null | undefined) => filledText(given ?? undefined) ?? null;
  const kioskScreen: KioskScreen = {
    first: form.first ?? [],
    greeting: text(form.greeting),
    closedText: text(form.closedText),
    languages: form.languages ?? [],
    promotionAfterSeconds: null,
  };
  return { ...config, kioskScreen };
}
