import { useTexts } from '@sunbeon/ui';
import { Edit, maxLength, required, SelectArrayInput, SimpleForm, TextInput } from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { ChecksInput } from '../../parts/inputs.tsx';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { SaveToolbar } from '../../parts/save-toolbar.tsx';
import { useRoleChoices } from './role-choices.ts';
import { staffTexts } from './staff-texts.ts';

/** Name, roles and offices; they count from the person's next request on. */
export function StaffEdit() {
  const t = useTexts(staffTexts);
  return (
    <Edit mutationMode="pessimistic" redirect="show" actions={false}>
      <SimpleForm noValidate sx={formStyle} toolbar={<SaveToolbar />}>
        <TextInput source="name" label={t('name')} validate={[required(), maxLength(80)]} />
        <RolesAndOffices />
      </SimpleForm>
    </Edit>
  );
}

/** What somebody may do, and where; of the form around it. */
export function RolesAndOffices() {
  const t = useTexts(staffTexts);
  return (
    <>
      <ChecksInput source="roles" label={t('roles')} choices={useRoleChoices()} validate={required()} />
      <SelectArrayInput
        source="offices"
        label={t('offices')}
        helperText={t('offices_help')}
        choices={useOfficeChoices()}
      />
    </>
  );
}
