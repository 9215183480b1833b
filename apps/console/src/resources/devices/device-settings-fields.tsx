import type { DeviceKind, Language } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import { useQuery } from '@tanstack/react-query';
import { maxValue, minValue, NumberInput, SelectArrayInput, SelectInput, useRecordContext } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useConsoleData } from '../../data/data-provider.ts';
import { ChecksInput, SwitchInput } from '../../parts/inputs.tsx';
import { deviceTexts } from './device-texts.ts';
import { LayoutField } from './layout-field.tsx';
import { PrinterFields } from './printer-fields.tsx';

const languages = ['ko', 'en', 'zh', 'ja', 'vi'] as const satisfies readonly Language[];

/** Settings by the kind of the device in the form. */
export function DeviceSettingsFields() {
  const record = useRecordContext<{ kind?: DeviceKind; office?: string }>();
  const form = useWatch<{ kind?: DeviceKind; office?: string }>();
  const kind = form.kind ?? record?.kind;
  if (kind === 'kiosk') return <KioskSettings />;
  return kind === 'display' ? <DisplaySettings office={form.office ?? record?.office} /> : null;
}

function KioskSettings() {
  const t = useTexts(deviceTexts);
  return (
    <>
      <Languages />
      <NumberInput
        source="settings.idleSeconds"
        label={t('idle')}
        min={15}
        max={600}
        step={5}
        validate={within(15, 600)}
      />
      <Diagonal />
      <PrinterFields />
    </>
  );
}

function DisplaySettings({ office }: { office: string | undefined }) {
  const t = useTexts(deviceTexts);
  const settings = useWatch({ name: 'settings' }) as { screen?: string; voice?: boolean } | undefined;
  const screens = (['counter', 'hall'] as const).map((id) => ({ id, name: t(`screen_${id}`) }));
  return (
    <>
      <SelectInput
        source="settings.screen"
        label={t('screen_kind')}
        choices={screens}
        defaultValue="counter"
        validate={needed}
      />
      {settings?.screen === 'counter' && <Counters office={office} />}
      <LayoutField office={office} screen={settings?.screen} />
      <SwitchInput source="settings.voice" label={t('voice')} />
      {settings?.voice && (
        <>
          <NumberInput
            source="settings.volume"
            label={t('volume')}
            min={0}
            max={100}
            format={(value: number | null | undefined) => (value == null ? value : Math.round(value * 100))}
            parse={(text: string) => (text === '' ? null : Number(text) / 100)}
            validate={within(0, 1)}
          />
          <Languages />
        </>
      )}
      <Diagonal />
    </>
  );
}

/** The counters of the office, as its hall has them now. */
function Counters({ office }: { office: string | undefined }) {
  const t = useTexts(deviceTexts);
  const data = useConsoleData();
  const { data: hall } = useQuery({
    queryKey: ['hall', office],
    queryFn: ({ signal }) => data.call('hall', { params: { office: office ?? '' }, signal }),
    enabled: office !== undefined && office !== '',
  });
  const choices = (hall?.counters ?? []).map(({ number, name }) => ({ id: number, name: `${number} ${name}` }));
  return (
    <SelectArrayInput
      source="settings.counters"
      label={t('counters')}
      helperText={t('counters_help')}
      choices={choices}
    />
  );
}

function Languages() {
  const t = useTexts(deviceTexts);
  const choices = languages.map((id) => ({ id, name: t(`language_${id}`) }));
  return <ChecksInput source="settings.languages" label={t('languages')} choices={choices} />;
}

function Diagonal() {
  const t = useTexts(deviceTexts);
  return (
    <NumberInput source="settings.diagonalInches" label={t('diagonal')} min={5} max={120} validate={within(5, 120)} />
  );
}

const needed = (value: unknown) => (value == null || value === '' ? 'ra.validation.required' : undefined);
const within = (least: number, most: number) => [minValue(least), maxValue(most)];
