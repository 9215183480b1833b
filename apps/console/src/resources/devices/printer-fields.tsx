import { useTexts } from '@sunbeon/ui';
import { maxValue, minValue, NumberInput, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { deviceTexts } from './device-texts.ts';

const ways = ['network', 'serial', 'browser'] as const;
const papers = [80, 58] as const;
const bauds = [9_600, 19_200, 38_400, 57_600, 115_200] as const;

/** Where a kiosk's tickets are printed, and the way to it. */
export function PrinterFields() {
  const t = useTexts(deviceTexts);
  const way = useWatch({ name: 'settings.printer.way' }) as string | undefined;
  return (
    <>
      <SelectInput
        source="settings.printer.way"
        label={t('printer_way')}
        helperText={way === undefined || way === '' ? t('printer_none_help') : t(`printer_${way as 'network'}_help`)}
        emptyText={t('printer_none')}
        choices={ways.map((id) => ({ id, name: t(`printer_${id}`) }))}
      />
      {way === 'network' && <Address />}
      {way === 'serial' && (
        <SelectInput
          source="settings.printer.baudRate"
          label={t('printer_baud')}
          defaultValue={115_200}
          choices={bauds.map((id) => ({ id, name: String(id) }))}
        />
      )}
      {(way === 'network' || way === 'serial') && (
        <SelectInput
          source="settings.printer.paperMm"
          label={t('printer_paper')}
          defaultValue={80}
          choices={papers.map((id) => ({ id, name: `${id} mm` }))}
        />
      )}
    </>
  );
}

function Address() {
  const t = useTexts(deviceTexts);
  const isAddress = (value: unknown) =>
    /^(\d{1,3}\.){3}\d{1,3}$/.test(String(value ?? '')) ? undefined : t('printer_host_help');
  return (
    <>
      <TextInput
        source="settings.printer.host"
        label={t('printer_host')}
        helperText={t('printer_host_help')}
        validate={isAddress}
      />
      <NumberInput
        source="settings.printer.port"
        label={t('printer_port')}
        defaultValue={9100}
        min={9100}
        max={9109}
        validate={[minValue(9100), maxValue(9109)]}
      />
    </>
  );
}
