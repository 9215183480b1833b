import type { SsoSettings } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { FormDataConsumer, required, SelectArrayInput, SelectInput, TextInput, Title } from 'react-admin';
import { useConsoleData } from '../../data/data-provider.ts';
import { SwitchInput } from '../../parts/inputs.tsx';
import { useOfficeChoices } from '../../parts/office-name.tsx';
import { partTexts } from '../../parts/part-texts.ts';
import { Facts, Section } from '../../parts/section.tsx';
import { SettingsForm } from '../../parts/settings-form.tsx';
import { SsoTest } from './sso-test.tsx';
import { ssoTexts } from './sso-texts.ts';
import { ssoForm, ssoWish, type SsoForm } from './sso-wish.ts';

/** The district's own identity provider. */
export function SsoPage() {
  const t = useTexts(ssoTexts);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Title title={t('title')} />
      <Register />
      <SsoTest />
      <Section title={t('title')} help={t('help')}>
        <SettingsForm<SsoSettings>
          name={['sso']}
          read={(data, signal) => data.call('ssoSettings', { signal })}
          save={(data, values) => data.call('ssoSave', { body: ssoWish(values as SsoForm) })}
          toForm={({ settings }) => ssoForm(settings)}
        >
          {({ settings }) => <SsoFields secretSet={settings?.secretSet ?? false} />}
        </SettingsForm>
      </Section>
    </Box>
  );
}

/** What the provider must know about us. */
function Register() {
  const t = useTexts(ssoTexts);
  const data = useConsoleData();
  const { data: sso } = useQuery({ queryKey: ['sso'], queryFn: ({ signal }) => data.call('ssoSettings', { signal }) });
  return (
    <Section title={t('register')} help={t('register_help')}>
      <Facts
        rows={[
          [t('redirect'), <code key="redirect">{sso?.redirectUri ?? '…'}</code>],
          [t('start'), <code key="start">{sso?.startPath ?? '…'}</code>],
        ]}
      />
    </Section>
  );
}

function SsoFields({ secretSet }: { secretSet: boolean }) {
  const t = useTexts(ssoTexts);
  return (
    <>
      <SwitchInput source="enabled" label={t('enabled')} />
      <TextInput source="issuer" type="url" label={t('issuer')} helperText={t('issuer_help')} validate={required()} />
      <TextInput source="clientId" label={t('client_id')} validate={required()} />
      <TextInput
        type="password"
        source="clientSecret"
        label={t('secret')}
        helperText={t(secretSet ? 'secret_kept' : 'secret_none')}
        autoComplete="off"
        {...(secretSet ? {} : { validate: required() })}
      />
      <TextInput source="scopes" label={t('scopes')} helperText={t('words_help')} />
      <TextInput source="emailDomains" label={t('domains')} helperText={t('domains_help')} />
      <SwitchInput source="linkByEmail" label={t('link')} />
      <SwitchInput source="auto" label={t('auto')} />
      <FormDataConsumer<SsoForm>>{({ formData }) => formData.auto && <AutoCreate />}</FormDataConsumer>
      <SwitchInput source="only" label={t('only')} helperText={t('only_help')} />
      <TextInput source="requiredAmr" label={t('amr')} helperText={t('words_help')} />
      <TextInput source="requiredAcr" label={t('acr')} helperText={t('words_help')} />
    </>
  );
}

function AutoCreate() {
  const t = useTexts(ssoTexts);
  const part = useTexts(partTexts);
  const roles = (['viewer', 'greeter', 'staff'] as const).map((id) => ({ id, name: part(`role_${id}`) }));
  return (
    <>
      <SelectInput source="autoRole" label={t('auto_role')} choices={roles} validate={required()} />
      <SelectArrayInput source="autoOffices" label={t('auto_offices')} choices={useOfficeChoices()} />
    </>
  );
}
