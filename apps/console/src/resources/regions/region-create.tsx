import { provinces } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Typography } from '@mui/material';
import { Create, maxLength, regex, required, SelectInput, SimpleForm, TextInput } from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { PersonFields } from './person-fields.tsx';
import { regionsTexts } from './region-texts.ts';

/** A new region with its first reader. */
export function RegionCreate() {
  const t = useTexts(regionsTexts);
  const choices = provinces.map(({ code, name }) => ({ id: code, name }));
  const slug = [required(), maxLength(39), regex(/^[a-z][a-z0-9-]{1,38}$/, t('slug_wrong'))];
  return (
    <Create title={t('create')} redirect="show">
      <SimpleForm noValidate sx={formStyle}>
        <SelectInput
          source="prefix"
          label={t('province')}
          helperText={t('province_help')}
          choices={choices}
          validate={required()}
        />
        <TextInput
          source="name"
          label={t('name')}
          helperText={t('name_help')}
          validate={[required(), maxLength(100)]}
        />
        <TextInput source="slug" label={t('slug')} helperText={t('slug_help')} validate={slug} />
        <Typography variant="h3" component="h2" sx={{ mt: 2 }}>
          {t('person')}
        </Typography>
        <Typography color="text.secondary" sx={{ mb: 2 }}>
          {t('person_help')}
        </Typography>
        <PersonFields of="person." />
      </SimpleForm>
    </Create>
  );
}
