import { useTexts } from '@sunbeon/ui';
import { Create, maxLength, RadioButtonGroupInput, required, SelectInput, SimpleForm, TextInput } from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { SwitchInput } from '../../parts/inputs.tsx';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { SaveToolbar } from '../../parts/save-toolbar.tsx';
import { VersionedEdit } from '../../parts/versioned-edit.tsx';
import { LayoutPreview } from './layout-preview.tsx';
import { presets } from './presets.ts';
import { RegionsInput } from './regions-input.tsx';
import { layoutPageTexts } from './screen-layout-texts.ts';

const wide = { ...formStyle, maxWidth: 1_080 };

export function LayoutCreate() {
  const t = useTexts(layoutPageTexts);
  const offices = useOfficeChoices();
  const start = {
    ...{ office: offices[0]?.id, screen: 'hall', orientation: 'landscape', isDefault: true },
    regions: [...presets.landscape.media],
  };
  return (
    <Create title={t('create')} redirect="list">
      <SimpleForm noValidate defaultValues={start} sx={wide}>
        <SelectInput source="office" label={t('office')} choices={offices} validate={required()} />
        <Fields />
      </SimpleForm>
    </Create>
  );
}

/** Screens follow as soon as it is saved. */
export function LayoutEdit() {
  const t = useTexts(layoutPageTexts);
  const labels = {
    ...{ name: t('name'), screen: t('screen'), orientation: t('orientation') },
    ...{ regions: t('regions'), isDefault: t('is_default') },
  };
  return (
    <VersionedEdit labels={labels}>
      <SimpleForm noValidate sx={wide} toolbar={<SaveToolbar />}>
        <Fields />
      </SimpleForm>
    </VersionedEdit>
  );
}

function Fields() {
  const t = useTexts(layoutPageTexts);
  const of = <K extends 'screen' | 'orientation', V extends string>(kind: K, values: readonly V[]) =>
    values.map((id) => ({ id, name: t(`${kind}_${id}` as 'screen_hall') }));
  return (
    <>
      <TextInput source="name" label={t('name')} validate={[required(), maxLength(80)]} />
      <RadioButtonGroupInput
        source="screen"
        label={t('screen')}
        choices={of('screen', ['hall', 'counter'] as const)}
        validate={required()}
      />
      <RadioButtonGroupInput
        source="orientation"
        label={t('orientation')}
        choices={of('orientation', ['landscape', 'portrait'] as const)}
        validate={required()}
      />
      <SwitchInput source="isDefault" label={t('is_default')} helperText={t('is_default_help')} />
      <LayoutPreview />
      <RegionsInput />
    </>
  );
}
