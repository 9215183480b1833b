import type { DeviceKind } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Create, maxLength, RadioButtonGroupInput, required, SelectInput, SimpleForm, TextInput } from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { DeviceSettingsFields } from './device-settings-fields.tsx';
import { deviceKinds } from './device-kinds.ts';
import { deviceTexts } from './device-texts.ts';
import { settingsOf } from './device-wish.ts';

interface Wish {
  office: string;
  kind: DeviceKind;
  name: string;
  settings?: Record<string, unknown>;
}

const send = ({ office, kind, name, settings }: Wish) => ({ office, kind, name, settings: settingsOf(kind, settings) });

/** A new device; its page then shows the pairing code. */
export function DeviceCreate() {
  const t = useTexts(deviceTexts);
  const offices = useOfficeChoices();
  const kinds = deviceKinds.map((id) => ({ id, name: t(`kind_${id}`) }));
  const first = offices.length === 1 ? offices[0]?.id : undefined;
  return (
    <Create title={t('create')} transform={send} redirect={(_resource, id) => `devices/${id}/show?pair`}>
      <SimpleForm noValidate defaultValues={{ office: first, kind: 'kiosk' }} sx={formStyle}>
        <SelectInput source="office" label={t('office')} choices={offices} validate={required()} />
        <RadioButtonGroupInput
          source="kind"
          label={t('kind')}
          choices={kinds}
          helperText={t('kind_help')}
          validate={required()}
        />
        <TextInput source="name" label={t('name')} helperText={t('name_help')} validate={[required(), maxLength(80)]} />
        <DeviceSettingsFields />
      </SimpleForm>
    </Create>
  );
}
