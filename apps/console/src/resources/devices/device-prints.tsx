import { newKey, type CallOutput } from '@sunbeon/client';
import { useTexts } from '@sunbeon/ui';
import { Button, Stack, Table, TableBody, TableCell, TableRow, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsoleData } from '../../data/data-provider.ts';
import type { DeviceRow } from '../../data/sources/devices.ts';
import { Section } from '../../parts/section.tsx';
import { StateChip } from '../../parts/state-chip.tsx';
import { useAct } from '../../parts/use-act.ts';
import { Moment } from '../../parts/when.tsx';
import { deviceTexts } from './device-texts.ts';

type Print = CallOutput<'printJobs'>[number];

const tones = { wanted: 'warning', sent: 'warning', failed: 'bad', printed: 'good' } as const;

/** Receipts of a kiosk that did not come out, or of which only somebody who looks can tell. */
export function DevicePrints({ device }: { device: DeviceRow }) {
  const t = useTexts(deviceTexts);
  const data = useConsoleData();
  const { data: prints } = useQuery({
    queryKey: ['prints', device.office],
    queryFn: ({ signal }) => data.call('printJobs', { query: { office: device.office }, signal }),
    refetchInterval: 5_000,
  });
  const own = (prints ?? []).filter(({ deviceId }) => deviceId === device.id);
  return (
    <Section title={t('prints')} help={t('prints_help')}>
      {own.length === 0 ? (
        <Typography color="text.secondary">{t('prints_none')}</Typography>
      ) : (
        <Table size="small">
          <TableBody>
            {own.map((print) => (
              <PrintRow key={print.id} print={print} />
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}

function PrintRow({ print }: { print: Print }) {
  const t = useTexts(deviceTexts);
  const { state, reason, number, again, wantedAt } = print;
  const words = state === 'printed' ? '' : t(`print_${state}`);
  return (
    <TableRow data-testid={`print-${number}`}>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {number} {again && `(${t('print_again_mark')})`}
      </TableCell>
      <TableCell>
        <StateChip tone={tones[state]} label={reason === null ? words : `${words} (${t(`reason_${reason}`)})`} />
      </TableCell>
      <TableCell>
        <Moment at={wantedAt} />
      </TableCell>
      <TableCell align="right">
        <PrintActions print={print} />
      </TableCell>
    </TableRow>
  );
}

function PrintActions({ print }: { print: Print }) {
  const t = useTexts(deviceTexts);
  const { act, busy } = useAct();
  const cache = useQueryClient();
  const params = { id: print.id };
  const tell = async (state: 'printed' | 'failed') => {
    await act((call) => call('printResult', { params, body: { state } }), t('print_told'));
    await cache.invalidateQueries({ queryKey: ['prints'] });
  };
  const again = async () => {
    const wish = { params: { id: print.ticketId }, body: { deviceId: print.deviceId }, idempotencyKey: newKey() };
    await act((call) => call('ticketPrint', wish), t('print_asked'));
    await cache.invalidateQueries({ queryKey: ['prints'] });
  };
  return (
    <Stack
      direction="row"
      spacing={1}
      useFlexGap
      sx={{ justifyContent: 'flex-end', flexWrap: 'wrap', '& .MuiButton-root': { whiteSpace: 'nowrap' } }}
    >
      {print.state === 'sent' && (
        <>
          <Button size="small" variant="outlined" disabled={busy} onClick={() => void tell('printed')}>
            {t('print_came')}
          </Button>
          <Button size="small" variant="outlined" disabled={busy} onClick={() => void tell('failed')}>
            {t('print_not')}
          </Button>
        </>
      )}
      {print.state === 'failed' && (
        <Button size="small" variant="outlined" disabled={busy} onClick={() => void again()}>
          {t('print_again')}
        </Button>
      )}
    </Stack>
  );
}
