import { useTexts } from '@sunbeon/ui';
import { maxLength, required, TextInput, useGetList, useRecordContext } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { ServiceRow } from '../../data/sources/services.ts';
import { LanguageTabs } from '../../parts/language-tabs.tsx';
import { OrderedChoices } from '../../parts/ordered-choices.tsx';
import { counterTexts } from './counter-texts.ts';

/** Names of a counter and what it does. */
export function CounterFields() {
  const t = useTexts(counterTexts);
  const record = useRecordContext<{ office?: string }>();
  const form = useWatch<{ office?: string }>();
  const { data } = useGetList<ServiceRow>('services', {
    filter: { office: form.office ?? record?.office, state: 'used' },
    sort: { field: 'position', order: 'ASC' },
    pagination: { page: 1, perPage: 300 },
  });
  const choices = (data ?? []).map(({ code, name }) => ({ id: code, name: name.ko }));
  return (
    <>
      <LanguageTabs>
        {(language) => (
          <TextInput
            source={`name.${language}`}
            label={t('name')}
            validate={language === 'ko' ? [required(), maxLength(200)] : maxLength(200)}
          />
        )}
      </LanguageTabs>
      <OrderedChoices source="services" label={t('services')} helperText={t('services_help')} choices={choices} />
    </>
  );
}
