import { useTexts } from '@sunbeon/ui';
import { Create, DateInput, maxLength, NumberInput, required, SelectInput, SimpleForm, TextInput } from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { ChecksInput } from '../../parts/inputs.tsx';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { SaveToolbar } from '../../parts/save-toolbar.tsx';
import { VersionedEdit } from '../../parts/versioned-edit.tsx';
import { ItemsInput } from './items-input.tsx';
import { playlistTexts } from './playlist-texts.ts';

/** Monday first, as calendars here do. */
export const weekdays = ['1', '2', '3', '4', '5', '6', '0'] as const;
const places = ['display', 'kiosk'] as const;

export function PlaylistCreate() {
  const t = useTexts(playlistTexts);
  const offices = useOfficeChoices();
  const start = {
    ...{ office: offices[0]?.id, places: ['display'], days: [...weekdays], from: '00:00', to: '24:00' },
    ...{ position: 0, items: [] },
  };
  return (
    <Create title={t('create')} redirect="list">
      <SimpleForm noValidate defaultValues={start} sx={formStyle}>
        <SelectInput source="office" label={t('office')} choices={offices} validate={required()} />
        <Fields />
      </SimpleForm>
    </Create>
  );
}

/** Screens follow as soon as it is saved. */
export function PlaylistEdit() {
  const t = useTexts(playlistTexts);
  const labels = {
    ...{ name: t('name'), places: t('places'), days: t('days'), from: t('from'), to: t('to') },
    ...{ fromOn: t('from_on'), untilOn: t('until_on'), position: t('position'), items: t('items') },
  };
  return (
    <VersionedEdit labels={labels}>
      <SimpleForm noValidate sx={formStyle} toolbar={<SaveToolbar />}>
        <Fields />
      </SimpleForm>
    </VersionedEdit>
  );
}

function Fields() {
  const t = useTexts(playlistTexts);
  const { time, later, notBefore } = useChecks();
  return (
    <>
      <TextInput source="name" label={t('name')} validate={[required(), maxLength(80)]} />
      <ItemsInput />
      <ChecksInput
        source="places"
        label={t('places')}
        choices={places.map((id) => ({ id, name: t(`place_${id}`) }))}
        validate={required()}
      />
      <ChecksInput
        source="days"
        label={t('days')}
        choices={weekdays.map((id) => ({ id, name: t(`day_${id}`) }))}
        validate={required()}
      />
      <TextInput source="from" label={t('from')} helperText={t('time_help')} validate={[required(), time]} />
      <TextInput source="to" label={t('to')} validate={[required(), time, later]} />
      <DateInput source="fromOn" label={t('from_on')} helperText={t('dates_help')} />
      <DateInput source="untilOn" label={t('until_on')} validate={notBefore} />
      <NumberInput source="position" label={t('position')} helperText={t('position_help')} min={0} max={9_999} />
    </>
  );
}

function useChecks() {
  const t = useTexts(playlistTexts);
  return {
    time: (text: string) => (/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text) ? undefined : t('time_bad')),
    later: (to: string, { from }: { from?: string }) => (from !== undefined && to <= from ? t('to_before') : undefined),
    notBefore: (until: string | null, { fromOn }: { fromOn?: string | null }) =>
      until && fromOn && until < fromOn ? t('until_before') : undefined,
  };
}
