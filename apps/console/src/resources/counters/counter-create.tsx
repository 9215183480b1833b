import { useTexts } from '@sunbeon/ui';
import { Create, regex, required, SelectInput, SimpleForm, TextInput } from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { CounterFields } from './counter-fields.tsx';
import { counterTexts } from './counter-texts.ts';

/** A new counter; it is closed until somebody opens it. */
export function CounterCreate() {
  const t = useTexts(counterTexts);
  const offices = useOfficeChoices();
  const first = offices.length === 1 ? offices[0]?.id : undefined;
  return (
    <Create title={t('create')} redirect="list">
      <SimpleForm noValidate defaultValues={{ office: first, services: [] }} sx={formStyle}>
        <SelectInput source="office" label={t('office')} choices={offices} validate={required()} />
        <TextInput
          source="number"
          label={t('number')}
          helperText={t('number_help')}
          validate={[required(), regex(/^[0-9A-Z]{1,6}$/)]}
        />
        <CounterFields />
      </SimpleForm>
    </Create>
  );
}
