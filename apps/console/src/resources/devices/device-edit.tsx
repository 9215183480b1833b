import type { DeviceKind } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import { Edit, maxLength, required, SimpleForm, TextInput } from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { SaveToolbar } from '../../parts/save-toolbar.tsx';
import { DeviceSettingsFields } from './device-settings-fields.tsx';
import { deviceTexts } from './device-texts.ts';
import { settingsOf } from './device-wish.ts';

const send = ({ name, kind, settings }: { name: string; kind: DeviceKind; settings?: Record<string, unknown> }) => ({
  name,
  settings: settingsOf(kind, settings),
});

/** Name and settings; the device hears of them as soon as they are saved. */
export function DeviceEdit() {
  const t = useTexts(deviceTexts);
  return (
    <Edit mutationMode="pessimistic" transform={send} redirect="show" actions={false}>
      <SimpleForm noValidate sx={formStyle} toolbar={<SaveToolbar />}>
        <Typography color="text.secondary" sx={{ mb: 2 }}>
          {t('settings_help')}
        </Typography>
        <TextInput source="name" label={t('name')} helperText={t('name_help')} validate={[required(), maxLength(80)]} />
        <DeviceSettingsFields />
      </SimpleForm>
    </Edit>
  );
}
