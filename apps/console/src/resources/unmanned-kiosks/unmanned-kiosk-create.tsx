import { useTexts } from '@sunbeon/ui';
import { Create, regex, required, SimpleForm, TextInput } from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { UnmannedKioskFields } from './unmanned-kiosk-fields.tsx';
import { unmannedKioskTexts } from './unmanned-kiosk-texts.ts';

const proposed = {
  kind: 'general',
  condition: 'working',
  hours: { allDay: true, onHolidays: true, week: {} },
  certificates: [],
  accessibility: [],
} as const;

/** A new machine. */
export function UnmannedKioskCreate() {
  const t = useTexts(unmannedKioskTexts);
  return (
    <Create title={t('create')} redirect="list">
      <SimpleForm noValidate defaultValues={proposed} sx={formStyle}>
        <TextInput
          source="code"
          label={t('code')}
          helperText={t('code_help')}
          validate={[required(), regex(/^[A-Z0-9][A-Z0-9_:.-]{0,63}$/)]}
        />
        <UnmannedKioskFields />
      </SimpleForm>
    </Create>
  );
}
