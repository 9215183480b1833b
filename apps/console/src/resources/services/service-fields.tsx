import { useTexts } from '@sunbeon/ui';
import { Box, Typography } from '@mui/material';
import {
  maxLength,
  maxValue,
  minValue,
  NumberInput,
  regex,
  required,
  SelectInput,
  TextInput,
  useGetList,
  useRecordContext,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { ServiceRow } from '../../data/sources/services.ts';
import { SwitchInput } from '../../parts/inputs.tsx';
import { LanguageTabs } from '../../parts/language-tabs.tsx';
import { OrderedChoices } from '../../parts/ordered-choices.tsx';
import { useOfficeSettings } from '../../parts/use-office-settings.ts';
import { DocumentsInput } from './documents-input.tsx';
import { serviceTexts } from './service-texts.ts';

const number = (least: number, most: number) => [required(), minValue(least), maxValue(most)];
const row = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  '& .MuiFormControl-root': { width: '100%' },
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' },
} as const;

/** All of a service but its office and code. */
export function ServiceFields() {
  const t = useTexts(serviceTexts);
  const { groups, zones } = useFormOffice();
  const choices = (all: readonly { code: string; name: { ko: string } }[]) =>
    all.map(({ code, name }) => ({ id: code, name: name.ko }));
  return (
    <>
      <LanguageTabs>
        {(language) => (
          <>
            <TextInput
              source={`name.${language}`}
              label={t('name')}
              validate={language === 'ko' ? [required(), maxLength(200)] : maxLength(200)}
            />
            <TextInput
              source={`shortName.${language}`}
              label={t('short')}
              helperText={t('short_help')}
              validate={maxLength(200)}
            />
            <TextInput
              source={`guide.${language}`}
              label={t('guide')}
              helperText={t('guide_help')}
              multiline
              validate={maxLength(200)}
            />
            <DocumentsInput language={language} />
          </>
        )}
      </LanguageTabs>
      <Box sx={row}>
        <SelectInput source="group" label={t('group')} choices={choices(groups)} validate={required()} />
        <SelectInput source="zone" label={t('zone')} choices={choices(zones)} />
        <NumberInput source="quota.perDay" label={t('per_day')} helperText={t('per_day_help')} min={0} max={99_999} />
      </Box>
      <Typography variant="h3" sx={{ mt: 2, fontSize: '1rem' }}>
        {t('numbers')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {t('numbers_help')}
      </Typography>
      <Box sx={row}>
        <TextInput source="numbers.prefix" label={t('prefix')} validate={regex(/^[A-Z]{0,2}$/)} />
        <NumberInput source="numbers.from" label={t('from')} min={1} max={9_999} validate={number(1, 9_999)} />
        <NumberInput source="numbers.to" label={t('to')} min={1} max={9_999} validate={number(1, 9_999)} />
      </Box>
      <Box sx={row}>
        <NumberInput source="targetMinutes" label={t('target')} min={0.1} max={240} validate={number(0.1, 240)} />
        <NumberInput
          source="limitMinutes"
          label={t('limit')}
          helperText={t('limit_help')}
          min={1}
          max={600}
          validate={number(1, 600)}
        />
      </Box>
      <SwitchInput source="atKiosk" label={t('at_kiosk')} helperText={t('at_kiosk_help')} />
      <Steps />
    </>
  );
}

/** The office of the form: chosen there, or that of the record. */
function useFormOffice() {
  const record = useRecordContext<Partial<ServiceRow>>();
  const form = useWatch<{ office?: string }>();
  const slug = form.office ?? record?.office;
  return useOfficeSettings().find((office) => office.slug === slug) ?? { slug, groups: [], zones: [] };
}

/** Only services without steps of their own can be one. */
function Steps() {
  const t = useTexts(serviceTexts);
  const { slug } = useFormOffice();
  const { data } = useGetList<ServiceRow>('services', {
    filter: { office: slug, state: 'used' },
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: 300 },
  });
  const choices = (data ?? [])
    .filter(({ steps }) => steps.length === 0)
    .map(({ code, name }) => ({ id: code, name: name.ko }));
  return <OrderedChoices source="steps" label={t('steps')} helperText={t('steps_help')} choices={choices} />;
}
