import { useTexts } from '@sunbeon/ui';
import { email, maxLength, minLength, required, TextInput } from 'react-admin';
import { regionsTexts } from './region-texts.ts';

/** Somebody who reads figures, of the form around it. @param of path of the fields: `person.` */
export function ReaderFields({ of = '' }: { of?: string }) {
  const t = useTexts(regionsTexts);
  return (
    <>
      <TextInput
        source={`${of}email`}
        type="email"
        label={t('email')}
        autoComplete="off"
        validate={[required(), email(), maxLength(200)]}
      />
      <TextInput source={`${of}name`} label={t('person_name')} validate={[required(), maxLength(80)]} />
    </>
  );
}

/** The same with a first password. */
export function PersonFields({ of }: { of: string }) {
  const t = useTexts(regionsTexts);
  return (
    <>
      <ReaderFields of={of} />
      <TextInput
        source={`${of}password`}
        type="password"
        label={t('password')}
        helperText={t('password_help')}
        autoComplete="new-password"
        validate={[required(), minLength(10), maxLength(200)]}
      />
    </>
  );
}
