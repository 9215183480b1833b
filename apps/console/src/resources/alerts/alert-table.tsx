import { useTexts } from '@sunbeon/ui';
import { Box, Button, Link } from '@mui/material';
import { DataTable } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { AlertRow } from '../../data/sources/alerts.ts';
import { useOfficeName } from '../../parts/office-name.tsx';
import { StateChip, type Tone } from '../../parts/state-chip.tsx';
import { useAct } from '../../parts/use-act.ts';
import { Age, Moment } from '../../parts/when.tsx';
import { deviceTexts } from '../devices/device-texts.ts';
import { alertTexts, alertWord } from './alert-texts.ts';

const tones: Readonly<Record<AlertRow['state'], Tone>> = { open: 'bad', seen: 'warning', over: 'off' };

const fromDesktop = { display: { xs: 'none', lg: 'table-cell' } } as const;

/** Alerts in the list around it. */
export function AlertTable({ ofOneDevice = false }: { ofOneDevice?: boolean }) {
  const t = useTexts(alertTexts);
  const officeName = useOfficeName();
  const detail = useDetail();
  const Col = DataTable.Col<AlertRow>;
  return (
    <DataTable<AlertRow> rowClick={false} bulkActionButtons={false}>
      <Col
        source="state"
        label={t('state')}
        render={({ state }) => <StateChip tone={tones[state]} label={t(`state_${state}`)} />}
      />
      <Col
        source="kind"
        label={t('kind')}
        sx={{ minWidth: 168 }}
        render={(alert) => `${alertWord(t, alert.kind)}${detail(alert)}`}
      />
      {!ofOneDevice && (
        <Col
          source="deviceName"
          label={t('device')}
          sx={{ minWidth: 120 }}
          render={({ deviceId, deviceName, office }) => (
            <>
              <Link component={RouterLink} to={`/devices/${deviceId}/show`}>
                {deviceName}
              </Link>
              <Box component="span" sx={{ display: { xs: 'none', lg: 'inline' } }}>
                , {officeName(office)}
              </Box>
            </>
          )}
        />
      )}
      <Col source="beganAt" label={t('began')} render={({ beganAt }) => <Age at={beganAt} />} />
      <Col
        source="endedAt"
        label={t('ended')}
        render={({ endedAt }) => (endedAt ? <Moment at={endedAt} /> : '–')}
        sx={fromDesktop}
      />
      <Col label={t('seen')} disableSort render={(alert) => <Seen alert={alert} />} />
    </DataTable>
  );
}

/** " (종이 없음)": what the device told. */
function useDetail() {
  const t = useTexts(alertTexts);
  const device = useTexts(deviceTexts);
  return ({ kind, detail }: AlertRow): string => {
    if (detail === null) return '';
    if (kind === 'clock') return ` (${t('clock_off', { seconds: Math.round(Number(detail) / 1_000) })})`;
    const word = `paper_${detail}`;
    return Object.hasOwn(deviceTexts, word) ? ` (${device(word as 'paper_ok')})` : ` (${detail})`;
  };
}

function Seen({ alert }: { alert: AlertRow }) {
  const t = useTexts(alertTexts);
  const { act, busy } = useAct();
  if (alert.seenAt !== null) return <Age at={alert.seenAt} />;
  if (alert.endedAt !== null) return '–';
  return (
    <Button
      size="small"
      variant="contained"
      disabled={busy}
      onClick={() => void act((call) => call('deviceAlertSeen', { params: { id: alert.id } }), t('seen_done'))}
    >
      {t('seen')}
    </Button>
  );
}
