import { useTexts } from '@sunbeon/ui';
import { Box, Skeleton, Typography } from '@mui/material';
import { ShowBase, Title, useShowContext } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { DeviceRow } from '../../data/sources/devices.ts';
import { useOfficeName } from '../../parts/office-name.tsx';
import { Facts, Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { Age, Moment } from '../../parts/when.tsx';
import { alertTexts } from '../alerts/alert-texts.ts';
import { DeviceActions } from './device-actions.tsx';
import { DeviceHistory } from './device-history.tsx';
import { DevicePrints } from './device-prints.tsx';
import { DevicePicture } from './device-picture.tsx';
import { deviceTexts } from './device-texts.ts';
import { clockWords, configWords, printerTones, stateTones } from './device-words.ts';
import { DeviceLayout } from './device-layout.tsx';
import { PairingDialog } from './pairing-dialog.tsx';

/** One device: how it is, what can be done with it from here, what its screen shows, what was wrong with it. */
export function DeviceShow() {
  return (
    <ShowBase queryOptions={{ refetchInterval: 5_000 }}>
      <DevicePage />
    </ShowBase>
  );
}

function DevicePage() {
  const { record: device } = useShowContext<DeviceRow>();
  const [search, setSearch] = useSearchParams();
  if (!device) return <Skeleton variant="rounded" height={320} />;
  const pairing = search.has('pair');
  const shows = device.kind === 'kiosk' || device.kind === 'display';
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' } }}>
      <Title title={device.name} />
      <Box sx={{ gridColumn: '1 / -1' }}>
        <DeviceActions device={device} onPair={() => setSearch({ pair: '' })} />
      </Box>
      <Status device={device} />
      {shows && <DevicePicture device={device} />}
      {device.kind === 'kiosk' && <DevicePrints device={device} />}
      <DeviceHistory deviceId={device.id} />
      {pairing && <PairingDialog device={device} onClose={() => setSearch({})} />}
    </Box>
  );
}

function Status({ device }: { device: DeviceRow }) {
  const t = useTexts(deviceTexts);
  const alert = useTexts(alertTexts);
  const officeName = useOfficeName();
  const { state, kind, office, printer, clockOffsetMs, screen, problems, alerts } = device;
  return (
    <Section title={t('status')}>
      <Facts
        rows={[
          [t('state'), <StateChip key="state" tone={stateTones[state]} label={t(`state_${state}`)} />],
          ...(alerts.length > 0
            ? [[t('alerts'), alerts.map((one) => <StateChip key={one} tone="bad" label={alert(one)} />)] as const]
            : []),
          [t('kind'), t(`kind_${kind}`)],
          [t('office'), officeName(office)],
          [t('heard'), <Age key="heard" at={device.lastHeardAt} />],
          [t('paired'), <Moment key="paired" at={device.pairedAt} />],
          [t('version'), device.appVersion ?? '–'],
          [
            t('paper'),
            printer === null ? (
              '–'
            ) : (
              <StateChip key="paper" tone={printerTones[printer]} label={t(`paper_${printer}`)} />
            ),
          ],
          [t('clock'), clockOffsetMs === null ? '–' : clockWords(clockOffsetMs, t)],
          [t('screen'), screen === null ? '–' : `${screen.width}×${screen.height}`],
          [t('config'), configWords(device.config, t)],
          ...(kind === 'display' ? [[t('layout'), <DeviceLayout key="layout" device={device} />] as const] : []),
        ]}
      />
      {problems.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <Typography variant="h3">{t('problems')}</Typography>
          <Box component="ul" sx={{ my: 0.5, pl: 3 }}>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </Box>
        </Box>
      )}
    </Section>
  );
}
