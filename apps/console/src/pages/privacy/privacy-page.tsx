import type { PrivacySettings } from '@sunbeon/contract';
import { useLanguage, useTexts } from '@sunbeon/ui';
import { Alert, Box } from '@mui/material';
import {
  FormDataConsumer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  NumberInput,
  required,
  TextInput,
  Title,
} from 'react-admin';
import { SwitchInput } from '../../parts/inputs.tsx';
import { instantWords } from '../../parts/instants.ts';
import { Section } from '../../parts/section.tsx';
import { SettingsForm } from '../../parts/settings-form.tsx';
import { DeletionProofs } from './deletion-proofs.tsx';
import { KeyRotation } from './key-rotation.tsx';
import { privacyTexts } from './privacy-texts.ts';
import { consentWish, type PrivacyForm } from './privacy-wish.ts';

const years = [required(), minValue(1), maxValue(10)];
const koText = [required(), minLength(10), maxLength(1_000)];
const otherText = [maxLength(1_000)];

/** What the tenant keeps of people, how long, and under which key. */
export function PrivacyPage() {
  const t = useTexts(privacyTexts);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Title title={t('title')} />
      <Section title={t('notices')} help={t('notices_help')}>
        <SettingsForm<PrivacySettings>
          name={['privacy']}
          read={(data, signal) => data.call('privacySettings', { signal })}
          save={(data, values, before) => {
            const { notices, retentionYears, consent } = values as PrivacyForm;
            const wish = consentWish(consent, before.consent?.text ?? null);
            const body = { notices, retentionYears: Number(retentionYears), ...(wish && { consent: wish }) };
            return data.call('privacyChange', { body });
          }}
          toForm={({ notices, retentionYears, consent, suggestedConsent }) => ({
            ...{ notices, retentionYears },
            consent: consent?.text ?? suggestedConsent,
          })}
        >
          {(settings) => <PrivacyFields settings={settings} />}
        </SettingsForm>
      </Section>
      <KeyRotation />
      <DeletionProofs />
    </Box>
  );
}

function PrivacyFields({ settings: { notices, sender, contacts, consent } }: { settings: PrivacySettings }) {
  const t = useTexts(privacyTexts);
  const language = useLanguage();
  const says =
    consent === null
      ? t('consent_none')
      : t('consent_version', { version: consent.version, from: instantWords(consent.from, language) });
  return (
    <>
      <SwitchInput source="notices" label={t('notices_on')} helperText={`${t('contacts')}: ${contacts}`} />
      {!sender && <Alert severity="info">{t('no_sender')}</Alert>}
      <FormDataConsumer<PrivacyForm>>
        {({ formData }) =>
          notices && !formData.notices && <Alert severity="warning">{t('notices_off_warning', { n: contacts })}</Alert>
        }
      </FormDataConsumer>
      <NumberInput
        source="retentionYears"
        label={t('retention')}
        helperText={t('retention_help')}
        min={1}
        max={10}
        validate={years}
        sx={{ mt: 2 }}
      />
      <TextInput
        source="consent.ko"
        label={`${t('consent')} (${t('consent_ko')})`}
        helperText={`${says} ${t('consent_help')}`}
        multiline
        minRows={3}
        validate={koText}
      />
      {(['en', 'zh', 'ja', 'vi'] as const).map((other) => (
        <TextInput
          key={other}
          source={`consent.${other}`}
          label={`${t('consent')} (${t(`consent_${other}`)})`}
          multiline
          minRows={2}
          validate={otherText}
          slotProps={{ htmlInput: { lang: other } }}
        />
      ))}
    </>
  );
}
