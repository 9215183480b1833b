import { useTexts } from '@sunbeon/ui';
import { Create, regex, required, SelectInput, SimpleForm, TextInput } from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { ServiceFields } from './service-fields.tsx';
import { serviceTexts } from './service-texts.ts';

const proposed = {
  limitMinutes: 30,
  atKiosk: true,
  steps: [],
  addOns: [],
  documents: [],
  issuing: [],
  numbers: { prefix: '' },
};

/** A new service; counters are given it on their own pages. */
export function ServiceCreate() {
  const t = useTexts(serviceTexts);
  const offices = useOfficeChoices();
  const first = offices.length === 1 ? offices[0]?.id : undefined;
  return (
    <Create title={t('create')} redirect="list">
      <SimpleForm noValidate defaultValues={{ ...proposed, office: first }} sx={formStyle}>
        <SelectInput source="office" label={t('office')} choices={offices} validate={required()} />
        <TextInput
          source="code"
          label={t('code')}
          helperText={t('code_help')}
          validate={[required(), regex(/^[A-Z0-9][A-Z0-9_:.-]{0,63}$/)]}
        />
        <ServiceFields />
      </SimpleForm>
    </Create>
  );
}
