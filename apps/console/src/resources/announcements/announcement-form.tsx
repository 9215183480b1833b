import { announcementLevels, announcementPlaces } from './announcement-values.ts';
import { useTexts } from '@sunbeon/ui';
import {
  Create,
  DateTimeInput,
  Edit,
  maxLength,
  RadioButtonGroupInput,
  required,
  SelectInput,
  SimpleForm,
  TextInput,
} from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { everywhere } from '../../data/sources/announcements.ts';
import { formStyle } from '../../parts/form-style.ts';
import { ChecksInput } from '../../parts/inputs.tsx';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { SaveToolbar } from '../../parts/save-toolbar.tsx';
import { announcementTexts } from './announcement-texts.ts';

const others = ['en', 'zh', 'ja', 'vi'] as const;

/** A new announcement; `?office=` says where. */
export function AnnouncementCreate() {
  const t = useTexts(announcementTexts);
  const [search] = useSearchParams();
  const offices = useOfficeChoices();
  // Whoever works for some offices only is refused by the server: who that is, pages are not told.
  const choices = [...offices, { id: everywhere, name: t('everywhere') }];
  const office = search.get('office') ?? choices[0]?.id;
  const start = { office, level: 'notice', places: [...announcementPlaces] };
  return (
    <Create title={t('create')} redirect="list">
      <SimpleForm noValidate defaultValues={start} sx={formStyle}>
        <SelectInput
          source="office"
          label={t('office')}
          helperText={t('office_help')}
          choices={choices}
          validate={required()}
        />
        <Fields />
      </SimpleForm>
    </Create>
  );
}

export function AnnouncementEdit() {
  const t = useTexts(announcementTexts);
  return (
    <Edit title={t('edit')} mutationMode="pessimistic" redirect="list" actions={false}>
      <SimpleForm noValidate sx={formStyle} toolbar={<SaveToolbar />}>
        <Fields />
      </SimpleForm>
    </Edit>
  );
}

function Fields() {
  const t = useTexts(announcementTexts);
  return (
    <>
      <TextInput
        source="text.ko"
        label={t('text_ko')}
        helperText={t('text_ko_help')}
        multiline
        minRows={2}
        validate={[required(), maxLength(200)]}
      />
      {others.map((language) => (
        <TextInput
          key={language}
          source={`text.${language}`}
          label={t(`text_${language}`)}
          multiline
          validate={maxLength(200)}
        />
      ))}
      <RadioButtonGroupInput
        source="level"
        label={t('level')}
        helperText={t('level_help')}
        choices={announcementLevels.map((id) => ({ id, name: t(`level_${id}`) }))}
        validate={required()}
      />
      <ChecksInput
        source="places"
        label={t('places')}
        choices={announcementPlaces.map((id) => ({ id, name: t(`place_${id}`) }))}
        validate={required()}
      />
      <DateTimeInput source="startsAt" label={t('starts')} helperText={t('starts_help')} parse={instantOf} />
      <DateTimeInput
        source="endsAt"
        label={t('ends')}
        helperText={t('ends_help')}
        parse={instantOf}
        validate={useOrder()}
      />
    </>
  );
}

/** The form's local time as an instant; nothing while it is half typed. */
function instantOf(text: string): string | null {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Of the field, not of the form: react-admin asks the fields nothing where the form has a check of its own. */
function useOrder() {
  const t = useTexts(announcementTexts);
  return (endsAt: string | null | undefined, { startsAt }: { startsAt?: string | null }) =>
    startsAt && endsAt && Date.parse(endsAt) <= Date.parse(startsAt) ? t('ends_before') : undefined;
}
