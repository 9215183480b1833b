import type { TenantPolicy } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { maxValue, minValue, NumberInput, required, Title } from 'react-admin';
import { ChecksInput } from '../../parts/inputs.tsx';
import { partTexts } from '../../parts/part-texts.ts';
import { Section } from '../../parts/section.tsx';
import { SettingsForm } from '../../parts/settings-form.tsx';
import { policyTexts } from './policy-texts.ts';

const roles = ['owner', 'supervisor', 'staff', 'greeter', 'viewer'] as const;
const idle = [required(), minValue(5), maxValue(1_440)];

/** Rules for the accounts of the tenant. */
export function PolicyPage() {
  const t = useTexts(policyTexts);
  const part = useTexts(partTexts);
  const choices = roles.map((id) => ({ id, name: part(`role_${id}`) }));
  return (
    <>
      <Title title={t('title')} />
      <Section title={t('title')} help={t('help')}>
        <SettingsForm<TenantPolicy>
          name={['policy']}
          read={(data, signal) => data.call('policyRead', { signal })}
          save={(data, { secondFactorRoles, idleMinutes }) =>
            data.call('policySet', {
              body: {
                secondFactorRoles: secondFactorRoles as TenantPolicy['secondFactorRoles'],
                idleMinutes: Number(idleMinutes),
              },
            })
          }
        >
          {() => (
            <>
              <ChecksInput
                source="secondFactorRoles"
                label={t('second')}
                helperText={t('second_help')}
                choices={choices}
              />
              <NumberInput
                source="idleMinutes"
                label={t('idle')}
                helperText={t('idle_help')}
                min={5}
                max={1_440}
                validate={idle}
              />
            </>
          )}
        </SettingsForm>
      </Section>
    </>
  );
}
