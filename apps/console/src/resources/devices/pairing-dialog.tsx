import type { CallOutput } from '@sunbeon/client';
import { Qr, useTexts } from '@sunbeon/ui';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useEffect, useId, useRef, useState } from 'react';
import type { DeviceRow } from '../../data/sources/devices.ts';
import { leftWords } from '../../parts/instants.ts';
import { partTexts } from '../../parts/part-texts.ts';
import { useAct } from '../../parts/use-act.ts';
import { useNow } from '../../parts/when.tsx';
import { deviceTexts } from './device-texts.ts';

type Code = CallOutput<'pairingCode'>;

/**
 * A code for pairing, with its time running down; sees by itself when the device is there. For a device that is paired
 * the code puts another machine in its place: the present one is cut off as the dialog opens.
 */
export function PairingDialog({ device, onClose }: { device: DeviceRow; onClose: () => void }) {
  const t = useTexts(deviceTexts);
  const part = useTexts(partTexts);
  const id = useId();
  const { code, fresh } = useCode(device);
  const now = useNow(1_000);
  const left = code === null ? 0 : Date.parse(code.expiresAt) - now;
  const done = code !== null && device.state === 'online';
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id} component="h2">
        {t('pair_title', { name: device.name })}
      </DialogTitle>
      <DialogContent>
        {done ? (
          <Alert severity="success" data-testid="pair-done">
            {t('pair_done')}
          </Alert>
        ) : (
          code !== null && <CodeShown device={device} code={code.code} />
        )}
        {!done && code !== null && (
          <Typography role="status" sx={{ mt: 2 }}>
            {left > 0 ? `${t('pair_waits')} ${t('pair_left', { time: leftWords(left) })}` : t('pair_over')}
          </Typography>
        )}
      </DialogContent>
      <DialogActions sx={{ p: 2 }}>
        {!done && <Button onClick={fresh}>{t('pair_new')}</Button>}
        <Button variant="contained" onClick={onClose} data-testid="pair-close">
          {part('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** The code of this dialog: a first one as it opens, another when it is wished for. */
function useCode(device: DeviceRow): { code: Code | null; fresh: () => void } {
  const { act } = useAct();
  const [code, setCode] = useState<Code | null>(null);
  const asked = useRef(false);
  const { id, state } = device;
  const ask = async (replace: boolean) => {
    const command = replace ? 'deviceReplace' : 'pairingCode';
    const answer = await act((call) => call(command, { params: { id } }));
    if (answer) setCode(answer);
  };
  useEffect(() => {
    // Once, however often React mounts: every code makes the one before it void.
    if (asked.current) return;
    asked.current = true;
    void ask(state === 'online' || state === 'silent');
  });
  return { code, fresh: () => void ask(false) };
}

function CodeShown({ device, code }: { device: DeviceRow; code: string }) {
  const t = useTexts(deviceTexts);
  const shows = device.kind === 'kiosk' || device.kind === 'display';
  const address = `${location.origin}/${device.kind}/`;
  return (
    <>
      <Typography>{t(shows ? 'pair_help' : 'pair_help_relay')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mt: 2, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 14rem' }}>
          {shows && (
            <>
              <Typography color="text.secondary">{t('pair_address')}</Typography>
              <Typography sx={{ fontWeight: 700, mb: 2 }}>{address}</Typography>
            </>
          )}
          <Typography color="text.secondary">{t('pair')}</Typography>
          <Typography
            data-testid="pairing-code"
            sx={{
              fontSize: '2.25rem',
              fontWeight: 700,
              letterSpacing: '0.08em',
              whiteSpace: 'nowrap',
              lineHeight: 1.2,
            }}
          >
            {code}
          </Typography>
        </Box>
        {shows && (
          <Box sx={{ width: 184, flex: 'none' }}>
            <Qr text={`${address}?pair=${code}`} label={t('pair_qr')} />
          </Box>
        )}
      </Box>
    </>
  );
}
