import type { LocalText, UnmannedKiosk } from '@sunbeon/contract';
import { certificateNames } from '@sunbeon/contract/catalogue/certificates';
import { localText, useLanguage, useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { maxLength, maxValue, minValue, NumberInput, regex, required, SelectInput, TextInput } from 'react-admin';
import { ChecksInput } from '../../parts/inputs.tsx';
import { LanguageTabs } from '../../parts/language-tabs.tsx';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { HoursInput } from './hours-input.tsx';
import { conditions, helps, kinds } from './unmanned-kiosk-values.ts';
import { unmannedKioskTexts } from './unmanned-kiosk-texts.ts';

/** All of a machine but its number, in the order of the questions that people ask. */
export function UnmannedKioskFields() {
  const t = useTexts(unmannedKioskTexts);
  const language = useLanguage();
  const certificates = Object.entries(certificateNames).map(([id, name]) => ({ id, name: localText(name, language) }));
  return (
    <>
      <Heading>{t('section_where')}</Heading>
      <Texts field="place" label={t('place')} help={t('place_help')} needed />
      <TextInput source="address" label={t('address')} validate={maxLength(300)} />
      <TextInput
        source="mapUrl"
        label={t('map')}
        helperText={t('map_help')}
        validate={[maxLength(500), regex(/^https:\/\/[^\s<>"']{3,}$/, t('map_wrong'))]}
      />
      <SelectInput source="office" label={t('office')} helperText={t('office_help')} choices={useOfficeChoices()} />
      <Heading>{t('section_when')}</Heading>
      <HoursInput />
      <Heading>{t('section_what')}</Heading>
      <SelectInput
        source="kind"
        label={t('kind')}
        choices={kinds.map((id) => ({ id, name: t(`kind_${id}`) }))}
        validate={required()}
      />
      <ChecksInput source="certificates" label={t('certificates')} choices={certificates} />
      <NumberInput
        source="certificateKinds"
        label={t('kinds')}
        helperText={t('kinds_help')}
        min={1}
        max={500}
        validate={[minValue(1), maxValue(500)]}
      />
      <Texts field="fee" label={t('fee')} help={t('fee_help')} />
      <ChecksInput
        source="accessibility"
        label={t('accessibility')}
        choices={helps.map((id) => ({ id, name: t(`help_${id}`) }))}
      />
      <Heading>{t('section_now')}</Heading>
      <SelectInput
        source="condition"
        label={t('condition')}
        choices={conditions.map((id) => ({ id, name: t(`condition_${id}`) }))}
        validate={required()}
      />
      <Texts field="conditionNote" label={t('condition_note')} help={t('condition_note_help')} />
    </>
  );
}

function Heading({ children }: { children: ReactNode }) {
  return (
    <Typography variant="h3" sx={{ mt: 2, fontSize: '1rem' }}>
      {children}
    </Typography>
  );
}

interface TextsProps {
  field: 'place' | 'fee' | 'conditionNote';
  label: string;
  help: string;
  needed?: boolean;
}

/** In five languages; the others fall back to Korean, so that it may not be missing where they are there. */
function Texts({ field, label, help, needed = false }: TextsProps) {
  const t = useTexts(unmannedKioskTexts);
  const koreanFirst = (text: string | null | undefined, form: Partial<UnmannedKiosk>) => {
    const others = Object.entries((form[field] ?? {}) as Partial<LocalText>);
    return !text && others.some(([one, words]) => one !== 'ko' && Boolean(words)) ? t('korean_first') : undefined;
  };
  return (
    <LanguageTabs>
      {(language) => (
        <TextInput
          source={`${field}.${language}`}
          label={label}
          helperText={help}
          validate={[maxLength(200), ...(language !== 'ko' ? [] : needed ? [required()] : [koreanFirst])]}
        />
      )}
    </LanguageTabs>
  );
}
