import { useTexts } from '@sunbeon/ui';
import { maxLength, required, SimpleForm, TextInput } from 'react-admin';
import { formStyle } from '../../parts/form-style.ts';
import { SaveToolbar } from '../../parts/save-toolbar.tsx';
import { VersionedEdit } from '../../parts/versioned-edit.tsx';
import { mediaTexts } from './media-texts.ts';

/** Another name for a file. */
export function MediaEdit() {
  const t = useTexts(mediaTexts);
  return (
    <VersionedEdit labels={{ name: t('name') }}>
      <SimpleForm noValidate sx={formStyle} toolbar={<SaveToolbar />}>
        <TextInput source="name" label={t('name')} validate={[required(), maxLength(120)]} />
      </SimpleForm>
    </VersionedEdit>
  );
}
