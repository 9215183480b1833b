import { useTexts } from '@sunbeon/ui';
import {
  maxLength,
  maxValue,
  minValue,
  NumberInput,
  SimpleForm,
  TextInput,
  useGetList,
  useRecordContext,
} from 'react-admin';
import type { KioskScreenRow } from '../../data/sources/kiosk-screens.ts';
import type { ServiceRow } from '../../data/sources/services.ts';
import { formStyle } from '../../parts/form-style.ts';
import { ChecksInput } from '../../parts/inputs.tsx';
import { LanguageTabs } from '../../parts/language-tabs.tsx';
import { OrderedChoices } from '../../parts/ordered-choices.tsx';
import { SaveToolbar } from '../../parts/save-toolbar.tsx';
import { useOfficeSettings } from '../../parts/use-office-settings.ts';
import { VersionedEdit } from '../../parts/versioned-edit.tsx';
import { KioskPreview } from './kiosk-preview.tsx';
import { kioskLanguages } from './kiosk-languages.ts';
import { kioskScreenTexts } from './kiosk-screen-texts.ts';

/** Kiosks follow as soon as it is saved. */
export function KioskScreenEdit() {
  const t = useTexts(kioskScreenTexts);
  const labels = {
    ...{ first: t('first'), greeting: t('greeting'), closedText: t('closed'), languages: t('languages') },
    promotionAfterSeconds: t('promotion'),
  };
  return (
    <VersionedEdit labels={labels}>
      <SimpleForm noValidate sx={formStyle} toolbar={<SaveToolbar />}>
        <Cards />
        <LanguageTabs>
          {(language) => (
            <>
              <TextInput
                source={`greeting.${language}`}
                label={t('greeting')}
                helperText={t('greeting_help')}
                validate={[maxLength(200), needed(t('greeting_ko_missing'), 'greeting', language)]}
              />
              <TextInput
                source={`closedText.${language}`}
                label={t('closed')}
                multiline
                validate={[maxLength(200), needed(t('greeting_ko_missing'), 'closedText', language)]}
              />
            </>
          )}
        </LanguageTabs>
        <ChecksInput
          source="languages"
          label={t('languages')}
          helperText={t('languages_help')}
          choices={kioskLanguages}
          validate={useKorean()}
        />
        <NumberInput
          source="promotionAfterSeconds"
          label={t('promotion')}
          helperText={t('promotion_help')}
          min={15}
          max={3_600}
          validate={[minValue(15), maxValue(3_600)]}
        />
        <KioskPreview />
      </SimpleForm>
    </VersionedEdit>
  );
}

/** Groups and services of the office, in the order in which they are chosen. */
function Cards() {
  const t = useTexts(kioskScreenTexts);
  const office = useRecordContext<KioskScreenRow>()?.office;
  const groups = useOfficeSettings().find(({ slug }) => slug === office)?.groups ?? [];
  const { data: services = [] } = useGetList<ServiceRow>('services', {
    filter: { office, state: 'used' },
    pagination: { page: 1, perPage: 300 },
    sort: { field: 'position', order: 'ASC' },
  });
  const choices = [
    ...groups.map(({ code, name }) => ({ id: code, name: t('group', { name: name.ko }) })),
    ...services.map(({ code, name }) => ({ id: code, name: name.ko })),
  ];
  return <OrderedChoices source="first" label={t('first')} helperText={t('first_help')} choices={choices} />;
}

/** Other languages fall back to Korean: it may not be missing where they are there. */
function needed(fault: string, field: 'greeting' | 'closedText', language: string) {
  return (text: string | null | undefined, form: Partial<KioskScreenRow>) => {
    const others = Object.entries(form[field] ?? {}).some(([one, words]) => one !== 'ko' && Boolean(words));
    return language === 'ko' && !text && others ? fault : undefined;
  };
}

function useKorean() {
  const t = useTexts(kioskScreenTexts);
  return (chosen: readonly string[] | undefined) =>
    chosen && chosen.length > 0 && !chosen.includes('ko') ? t('greeting_ko_missing') : undefined;
}
